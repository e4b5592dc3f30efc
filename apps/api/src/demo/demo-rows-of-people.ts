import type { DemoRows } from "../db/repositories/demo-rows.ts";
import { sealProtection } from "../db/repositories/protected-mentees.ts";
import { FIRST_TEXT_VERSION } from "../networks/declaration-text.ts";
import { sealFuehrungszeugnis } from "../people/fuehrungszeugnis-entry.ts";
import { hashReceipt } from "../people/receipt-number.ts";
import type { Vault } from "../vault.ts";
import type { Demo } from "./generate-demo.ts";
import { seededRandom } from "./seeded-random.ts";

/** What every row needs that only the created network knows. */
export interface DemoPlace {
  readonly vault: Vault;
  readonly curriculumId: string;
  providerId(key: string): string;
  /** The coordinator who works for a provider. */
  coordinatorId(providerKey: string): string;
  readonly passwordHashByAccountId: ReadonlyMap<string, string>;
}

type PeopleRows = Pick<
  DemoRows,
  "volunteers" | "accounts" | "signedDeclarations" | "fuehrungszeugnisEntries" | "mentees" | "consents"
>;

const DECLARATION_ID_SEED = 11;

export function demoRowsOfPeople(demo: Pick<Demo, "mentors" | "accounts" | "requests">, place: DemoPlace): PeopleRows {
  const random = seededRandom(DECLARATION_ID_SEED);
  return {
    volunteers: demo.mentors.map((mentor) => volunteerRow(mentor, place)),
    accounts: demo.accounts.map((account) => ({
      id: account.id,
      providerId: account.providerKey === null ? null : place.providerId(account.providerKey),
      email: account.email,
      roles: [...account.roles],
      displayName: account.displayName,
      passwordHash: place.passwordHashByAccountId.get(account.id) ?? null,
      totpSecretSealed:
        account.totpSecret === null
          ? null
          : place.vault.seal(account.totpSecret, {
              table: "accounts",
              column: "totp_secret_sealed",
              rowId: account.id,
            }),
      totpConfirmedAt: account.totpSecret === null ? null : account.createdAt,
      volunteerId: account.volunteerId,
      createdAt: account.createdAt,
    })),
    signedDeclarations: demo.mentors.flatMap(({ id, providerKey, journey }) =>
      (
        [
          ["secrecy", journey.secrecySignedAt],
          ["agreement", journey.agreementSignedAt],
        ] as const
      ).flatMap(([kind, signedAt]) => {
        if (signedAt === null) return [];
        const onPaper = random.chance(0.3);
        return [
          {
            id: random.uuid(),
            volunteerId: id,
            kind,
            version: FIRST_TEXT_VERSION,
            signedAt,
            onPaper,
            recordedBy: onPaper ? place.coordinatorId(providerKey) : null,
          },
        ];
      }),
    ),
    fuehrungszeugnisEntries: demo.mentors.flatMap(({ id, providerKey, journey: { fuehrungszeugnis } }) => {
      if (fuehrungszeugnis === null) return [];
      return [
        {
          volunteerId: id,
          entrySealed: sealFuehrungszeugnis(place.vault, id, { ...fuehrungszeugnis, listedConviction: false }),
          recordedBy: place.coordinatorId(providerKey),
          recordedAt: new Date(`${fuehrungszeugnis.inspectedOn}T10:00:00Z`),
        },
      ];
    }),
    mentees: demo.requests.map((request) => menteeRow(request, place)),
    consents: demo.requests.map((request) => ({
      id: random.uuid(),
      menteeId: request.menteeId,
      textVersion: FIRST_TEXT_VERSION,
      locale: request.locale,
      way: request.consentWay,
      givenAt: request.submittedAt,
      recordedBy: request.consentWay === "online" ? null : place.coordinatorId(request.providerKey),
    })),
  };
}

function volunteerRow(
  mentor: Demo["mentors"][number],
  { vault, ...place }: DemoPlace,
): PeopleRows["volunteers"][number] {
  const { journey } = mentor;
  const seal = (plain: string | null, column: string): string | null =>
    plain === null ? null : vault.seal(plain, { table: "volunteers", column, rowId: mentor.id });
  return {
    id: mentor.id,
    providerId: place.providerId(mentor.providerKey),
    status: journey.status,
    firstName: mentor.firstName,
    lastName: mentor.lastName,
    email: mentor.email,
    phoneSealed: seal(mentor.phone, "phone_sealed"),
    locale: mentor.locale,
    languages: [...mentor.languages],
    district: mentor.district,
    reachKm: mentor.reachKm,
    slots: mentor.slots,
    topics: [...mentor.topics],
    interests: [...mentor.interests],
    gender: mentor.gender,
    ageBand: mentor.ageBand,
    wishes: {
      menteeGender: mentor.wishes.menteeGender,
      menteeAgeBands: [...mentor.wishes.menteeAgeBands],
      forWhom: [...mentor.wishes.forWhom],
    },
    capacity: mentor.capacity,
    releasePhone: true,
    releaseEmail: true,
    interviewedOn: journey.interviewedOn,
    interviewNoteSealed: seal(journey.interviewNote, "interview_note_sealed"),
    interviewedBy: journey.interviewedOn === null ? null : place.coordinatorId(mentor.providerKey),
    secrecyVersion: journey.secrecySignedAt === null ? null : FIRST_TEXT_VERSION,
    agreementVersion: journey.agreementSignedAt === null ? null : FIRST_TEXT_VERSION,
    certificateId: journey.certificateId,
    certificateOverrideReasonSealed: seal(journey.override?.reason ?? null, "certificate_override_reason_sealed"),
    certificateOverrideAt: journey.override?.at ?? null,
    eligibleSince: journey.eligibleSince,
    createdAt: journey.createdAt,
    pausedAt: journey.pausedAt,
    leftAt: journey.leftAt,
  };
}

function menteeRow(request: Demo["requests"][number], { vault, ...place }: DemoPlace): PeopleRows["mentees"][number] {
  const id = request.menteeId;
  const seal = (plain: string, column: string): string => vault.seal(plain, { table: "mentees", column, rowId: id });
  const sealKnown = (plain: string | null, column: string) => (plain === null ? null : seal(plain, column));
  return {
    id,
    providerId: place.providerId(request.providerKey),
    chosenName: request.chosenName,
    locale: request.locale,
    gender: request.gender,
    ageBand: request.ageBand,
    phoneSealed: sealKnown(request.phone, "phone_sealed"),
    emailSealed: sealKnown(request.email, "email_sealed"),
    otherContactSealed: sealKnown(request.otherContact, "other_contact_sealed"),
    contactPersonSealed: sealKnown(request.contactPerson, "contact_person_sealed"),
    releasePhone: request.releasePhone,
    releaseEmail: request.releaseEmail,
    protectionSealed: sealProtection(vault, id, { isProtected: false, inChargeId: null }),
    receiptHash: hashReceipt(vault, request.receipt),
    createdAt: request.submittedAt,
  };
}
