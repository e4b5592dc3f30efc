import type { RequestAnswers } from "@augenhoehe/contract";
import { maskToSlots, slotsToMask } from "@augenhoehe/domain";
import type { mentorRequests } from "../db/schema/matching.ts";
import type { mentees } from "../db/schema/people.ts";
import { InputError } from "../http/input-error.ts";
import type { Vault } from "../vault.ts";
import { readPhoneNumber, showPhoneNumber } from "./phone-number.ts";

type MenteeRow = typeof mentees.$inferSelect;
type RequestRow = typeof mentorRequests.$inferSelect;

type MenteeColumns = Pick<
  MenteeRow,
  | "chosenName"
  | "locale"
  | "gender"
  | "ageBand"
  | "phoneSealed"
  | "emailSealed"
  | "otherContactSealed"
  | "contactPersonSealed"
  | "releasePhone"
  | "releaseEmail"
>;
type RequestColumns = Pick<
  RequestRow,
  | "kind"
  | "languages"
  | "district"
  | "reachKm"
  | "slots"
  | "topics"
  | "interests"
  | "forWhom"
  | "wishes"
  | "interpreterNeeded"
>;

const SEALED = {
  phone: "phone_sealed",
  email: "email_sealed",
  otherContact: "other_contact_sealed",
  contactPerson: "contact_person_sealed",
} as const;

const placeOf = (field: keyof typeof SEALED, rowId: string) => ({ table: "mentees", column: SEALED[field], rowId });

/** `+4915123456789`, or bad input at the field: a number nobody can call helps nobody. */
export function requirePhoneNumber(phone: string): string {
  const number = readPhoneNumber(phone);
  if (number === null) throw new InputError([{ path: "phone", code: "invalid_phone" }]);
  return number;
}

/** The half of the answers that is about the person. What is not told cannot be released either. */
export function menteeColumns(answers: RequestAnswers, menteeId: string, vault: Vault): MenteeColumns {
  const { chosenName, locale, gender, ageBand, email, otherContact, contactPerson } = answers;
  const seal = (field: keyof typeof SEALED, text: string | null) =>
    text === null ? null : vault.seal(text, placeOf(field, menteeId));
  return {
    chosenName,
    locale,
    gender,
    ageBand,
    phoneSealed: seal("phone", answers.phone === null ? null : requirePhoneNumber(answers.phone)),
    emailSealed: seal("email", email),
    otherContactSealed: seal("otherContact", otherContact),
    contactPersonSealed: seal("contactPerson", contactPerson),
    releasePhone: answers.releasePhone && answers.phone !== null,
    releaseEmail: answers.releaseEmail && email !== null,
  };
}

/** The half of the answers that is about what is wished for. */
export function requestColumns(answers: RequestAnswers): RequestColumns {
  const { kind, languages, district, reachKm, slots, topics, interests, forWhom, wishes, interpreterNeeded } = answers;
  return {
    kind,
    languages,
    district,
    reachKm,
    slots: slots === null || slots.length === 0 ? null : slotsToMask(slots),
    topics: [...new Set(topics)],
    interests: [...new Set(interests)],
    forWhom,
    wishes,
    interpreterNeeded,
  };
}

/** Both rows as the person, and the coordinators of their provider, read them. */
export function answersOf(mentee: MenteeRow, request: RequestRow, vault: Vault): RequestAnswers {
  const open = (field: keyof typeof SEALED, sealed: string | null) =>
    sealed === null ? null : vault.open(sealed, placeOf(field, mentee.id));
  const phone = open("phone", mentee.phoneSealed);
  return {
    kind: request.kind,
    chosenName: mentee.chosenName,
    locale: mentee.locale,
    languages: request.languages.map(({ code, level }) => ({ code, level })),
    district: request.district,
    reachKm: request.reachKm,
    slots: request.slots === null ? null : maskToSlots(request.slots),
    topics: request.topics,
    interests: request.interests,
    gender: mentee.gender,
    ageBand: mentee.ageBand,
    forWhom: request.forWhom,
    wishes: request.wishes,
    interpreterNeeded: request.interpreterNeeded,
    phone: phone === null ? null : showPhoneNumber(phone),
    email: open("email", mentee.emailSealed),
    otherContact: open("otherContact", mentee.otherContactSealed),
    releasePhone: mentee.releasePhone,
    releaseEmail: mentee.releaseEmail,
    contactPerson: open("contactPerson", mentee.contactPersonSealed),
  };
}
