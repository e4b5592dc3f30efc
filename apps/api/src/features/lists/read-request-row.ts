import { Email, RequestAnswers, type ImportField } from "@augenhoehe/contract";
import { LANGUAGE_LEVELS, OFFERED_LOCALES, type IsoDate, type Locale, type SpokenLanguage } from "@augenhoehe/domain";
import { readPhone } from "../../spreadsheet/read-person.ts";
import { readWish } from "../../spreadsheet/read-wish.ts";
import type { ReadingScene } from "../../spreadsheet/reading-scene.ts";
import type { RowCells } from "../../spreadsheet/row-cells.ts";
import { checkDraft, readName } from "../../spreadsheet/row-checks.ts";
import type { ReadRow } from "./recognise.ts";

export interface RequestDraft {
  readonly answers: RequestAnswers;
  readonly submittedOn: IsoDate | null;
}

const FIELD_OF_PATH: Readonly<Record<string, readonly ImportField[]>> = {
  chosenName: ["chosenName"],
  contactPerson: ["contactPerson"],
  otherContact: ["otherContact", "phone"],
  slots: ["times"],
};

export function readRequestRow(cells: RowCells, scene: ReadingScene): ReadRow<RequestDraft> {
  const chosenName = readName(cells, ["chosenName"], cells.text("chosenName"));
  const { phone, email, otherContact } = readContact(cells);
  const { districtName, mentorGender, forWhom, since, eveningOnly, interpreterNeeded, ...person } = readWish(
    cells,
    scene,
  );
  const contactPerson = cells.text("contactPerson");
  const answers: RequestAnswers = {
    ...{ ...person, kind: "tandem", chosenName, locale: localeFor(person.languages), forWhom, interpreterNeeded },
    wishes: { mentorGender, mentorAgeBands: [], eveningOnly },
    ...{ phone: phone?.stored ?? null, email, otherContact, releasePhone: false, releaseEmail: false },
    contactPerson: contactPerson === "" ? null : contactPerson,
  };
  checkDraft(cells, RequestAnswers, answers, FIELD_OF_PATH);
  return {
    identity: { name: chosenName, email, phone: phone?.stored ?? null, otherContact },
    understood: {
      ...{ email, phone: phone?.shown ?? otherContact, districtName, languages: person.languages, slots: person.slots },
      ...{ topics: person.topics, interests: person.interests, gender: person.gender, ageBand: person.ageBand },
      ...{ reachKm: person.reachKm, forWhom: [answers.forWhom], wishedGender: mentorGender, capacity: null, since },
    },
    draft: cells.hasErrors ? null : { answers, submittedOn: since },
  };
}

/** A number nobody can call is kept in words: "über Frau P." still tells how somebody is reached. */
function readContact(cells: RowCells) {
  const phoneText = cells.text("phone");
  const phone = readPhone(phoneText);
  const emailText = cells.text("email");
  const email = emailText === "" ? null : (Email.safeParse(emailText).data ?? null);
  if (emailText !== "" && email === null) cells.remark("email", "email_left_out", { text: emailText });
  const isOdd = phoneText !== "" && phone === null;
  if (isOdd) cells.remark("phone", "kept_as_other_contact", { text: phoneText });
  const words = [cells.text("otherContact"), isOdd ? phoneText : ""].filter((text) => text !== "");
  const otherContact = words.length === 0 ? null : words.join("; ");
  if (phone === null && email === null && otherContact === null) cells.remark(["phone", "email"], "without_contact");
  return { phone, email, otherContact };
}

/** Mails go out in the language of ours that the person speaks best; German where there is none. */
function localeFor(languages: readonly SpokenLanguage[]): Locale {
  const ours = languages.flatMap(({ code, level }) => {
    const locale = OFFERED_LOCALES.find((offered) => offered === code);
    return locale === undefined || locale === "de" ? [] : [{ locale, strength: LANGUAGE_LEVELS.indexOf(level) }];
  });
  return ours.toSorted((a, b) => b.strength - a.strength)[0]?.locale ?? "de";
}
