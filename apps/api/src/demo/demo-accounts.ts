import type { AccountRole } from "@augenhoehe/contract";
import { receiptFrom } from "@augenhoehe/domain";
import type { DemoCalendar } from "./demo-calendar.ts";
import type { DemoMentor } from "./demo-journeys.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

export interface DemoAccount {
  readonly id: string;
  /** Null for the admin, who stands above the providers. */
  readonly providerKey: string | null;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly AccountRole[];
  /** Staff only: everyone else signs in with a code sent by mail. */
  readonly password: string | null;
  /** Base32, as authenticator apps take it. */
  readonly totpSecret: string | null;
  readonly volunteerId: string | null;
  readonly createdAt: Date;
}

interface StaffPlan {
  readonly providerKey: string | null;
  readonly mailbox: string;
  readonly displayName: string;
  readonly role: AccountRole;
}

/** One coordinator for each provider there is, and the other roles at the first one. */
const staffPlans = (providerKeys: readonly string[]): StaffPlan[] => {
  const intake = providerKeys[0] ?? null;
  const coordinators = ["Maria Lindner", "Frank Oberhoff", "Nadine Sievers"];
  return [
    ...providerKeys.map((providerKey, index) => ({
      providerKey,
      mailbox: `koordination.${providerKey}`,
      displayName: coordinators[index] ?? "Kim Falter",
      role: "coordinator" as const,
    })),
    { providerKey: intake, mailbox: "beratung", displayName: "Tarek Abboud", role: "counsellor" },
    { providerKey: intake, mailbox: "kursleitung", displayName: "Ute Brandis", role: "trainer" },
    { providerKey: null, mailbox: "verwaltung", displayName: "Robin Ahlers", role: "admin" },
  ];
};

/** "koordination.caritas" → "caritas". */
const providerOrRole = (mailbox: string): string => mailbox.slice(mailbox.indexOf(".") + 1);

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** 32 letters are the 160 bits that RFC 4226 recommends. */
const TOTP_SECRET_LETTERS = 32;

/** The same for every demo, so that what is printed at each start holds. */
const SIGN_IN_SEED = 4714;

/** Addresses of the two volunteers and the receipt of the newcomer whom a visitor can be. */
export const VISITOR_EMAILS = { mentor: "mentor@example.org", learner: "im-kurs@example.org" } as const;
export const VISITOR_RECEIPT = receiptFrom(seededRandom(SIGN_IN_SEED).bytes(16));

export function generateStaff(calendar: DemoCalendar, providerKeys: readonly string[]): DemoAccount[] {
  const random = seededRandom(SIGN_IN_SEED + 1);
  return staffPlans(providerKeys).map(({ providerKey, mailbox, displayName, role }) => ({
    id: random.uuid(),
    providerKey,
    email: `${mailbox}@example.org`,
    displayName: `${displayName} (Demo)`,
    roles: [role],
    password: role === "trainer" ? null : `augenhoehe-demo-${providerOrRole(mailbox)}`,
    totpSecret:
      role === "trainer"
        ? null
        : Array.from(random.bytes(TOTP_SECRET_LETTERS), (byte) => BASE32.charAt(byte % BASE32.length)).join(""),
    volunteerId: null,
    createdAt: calendar.at(-700, 9),
  }));
}

/** Whoever has not left can sign in. */
export function accountsOf(random: SeededRandom, mentors: readonly DemoMentor[]): DemoAccount[] {
  return mentors
    .filter(({ journey }) => journey.leftAt === null)
    .map((mentor) => ({
      id: random.uuid(),
      providerKey: mentor.providerKey,
      email: mentor.email,
      displayName: `${mentor.firstName} ${mentor.lastName}`,
      roles: ["volunteer"],
      password: null,
      totpSecret: null,
      volunteerId: mentor.id,
      createdAt: mentor.journey.createdAt,
    }));
}
