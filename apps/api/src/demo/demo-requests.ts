import {
  EVENINGS,
  receiptFrom,
  type AgeBand,
  type ForWhom,
  type Gender,
  type Locale,
  type RequestKind,
} from "@augenhoehe/domain";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import { NEWCOMER_NAMES } from "./demo-names.ts";
import {
  INTEREST_SHARES,
  demoEmail,
  demoPhone,
  pickDistrict,
  pickSlots,
  spoken,
  type DemoPerson,
} from "./demo-person.ts";
import {
  ADULT_AGE_SHARES,
  AGED_60_PLUS,
  ENGLISH_LEVEL_SHARES,
  FROM_UKRAINE,
  GERMAN_LEVEL_SHARES,
  MEN_AMONG_MENTEES,
  MOTHER_TONGUE_SHARES,
  UKRAINE_MOTHER_TONGUE_SHARES,
  type MotherTongue,
} from "./population-shares.ts";
import { quota, type SeededRandom } from "./seeded-random.ts";

/** How far a request has come by itself; the ready ones go on into proposals and tandems, or wait. */
export const DEMO_REQUEST_STAGES = ["submitted", "clarified", "ready", "withdrawn"] as const;
export type DemoRequestStage = (typeof DEMO_REQUEST_STAGES)[number];

export interface DemoRequest extends DemoPerson {
  readonly stage: DemoRequestStage;
  readonly providerKey: string;
  /** The person who asks; in the demo everybody has asked once. */
  readonly menteeId: string;
  /** As digits; kept as a hash only, as every receipt. */
  readonly receipt: string;
  readonly consentWay: "online" | "in_person" | "by_phone";
  readonly chosenName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly otherContact: string | null;
  readonly contactPerson: string | null;
  readonly locale: Locale;
  readonly kind: RequestKind;
  readonly forWhom: ForWhom;
  readonly involvesMinors: boolean;
  readonly inReceptionCentre: boolean;
  readonly interpreterNeeded: boolean;
  readonly interpreterAgreed: boolean;
  readonly releasePhone: boolean;
  readonly releaseEmail: boolean;
  readonly wishes: {
    readonly mentorGender: Gender | null;
    readonly mentorAgeBands: readonly AgeBand[];
    readonly eveningOnly: boolean;
  };
}

const TOPIC_SHARES = {
  german_practice: 40,
  letters: 30,
  offices: 28,
  work_training: 24,
  leisure_meeting: 20,
  school_childcare: 14,
  health_appointments: 12,
  house_rules: 6,
} as const;
const PROVIDER_SHARES: Readonly<Record<string, number>> = { caritas: 50, diakonie: 30, stadt: 20 };
/** Languages the interface is offered in; everybody else reads German or English. */
const INTERFACE_OF: Readonly<Partial<Record<MotherTongue, Locale>>> = { ar: "ar", kmr: "ar", ckb: "ar", en: "en" };

/** Men are 73 % inside every stage, so the finding holds in each list a coordinator sees. */
export function generateRequests(
  random: SeededRandom,
  definition: NetworkDefinition,
  stages: Readonly<Record<DemoRequestStage, number>>,
): DemoRequest[] {
  const planned = DEMO_REQUEST_STAGES.flatMap((stage) =>
    quota(random, stages[stage], { female: 1 - MEN_AMONG_MENTEES, male: MEN_AMONG_MENTEES }).map((gender) => ({
      stage,
      gender,
    })),
  );
  return planned.map(({ stage, gender }, index) =>
    generateRequest(random, definition, { stage, gender, number: index }),
  );
}

function pickAgeBand(random: SeededRandom, origin: keyof typeof AGED_60_PLUS, gender: "female" | "male"): AgeBand {
  return random.chance(AGED_60_PLUS[origin][gender]) ? "60_plus" : random.weighted(ADULT_AGE_SHARES);
}

function generateRequest(
  random: SeededRandom,
  definition: NetworkDefinition,
  { stage, gender, number }: { stage: DemoRequestStage; gender: "female" | "male"; number: number },
): DemoRequest {
  const origin = random.chance(FROM_UKRAINE[gender]) ? "ukraine" : "elsewhere";
  const first: MotherTongue =
    origin === "ukraine" ? random.weighted(UKRAINE_MOTHER_TONGUE_SHARES) : random.weighted(MOTHER_TONGUE_SHARES);
  const names = NEWCOMER_NAMES[first];
  const chosenName = random.pick(names[gender]);
  const german = random.weighted(GERMAN_LEVEL_SHARES);
  const second =
    origin === "ukraine" ? (first === "uk" ? "ru" : "uk") : first === "kmr" || first === "ckb" ? "ar" : first;
  const slots = pickSlots(random, 0.55);
  const forWhom = random.weighted({ self: 74, with_child: 12, family: 13, group: 1 });
  const hasPhone = random.chance(0.86);
  const interpreterNeeded = german === "none" && random.chance(0.5);
  return {
    id: random.uuid(),
    stage,
    providerKey: random.weighted(
      Object.fromEntries(definition.providers.map(({ key }) => [key, PROVIDER_SHARES[key] ?? 10])),
    ),
    menteeId: random.uuid(),
    receipt: receiptFrom(random.bytes(16)),
    consentWay: random.weighted({ online: 60, in_person: 30, by_phone: 10 }),
    chosenName,
    email: random.chance(0.35) ? demoEmail(chosenName, random.pick(names.family), number + 500) : null,
    phone: hasPhone ? demoPhone(number + 500) : null,
    otherContact: hasPhone ? null : "Über die Beratungsstelle, dienstags im Café International",
    contactPerson: random.chance(0.15) ? "Lehrkraft im Sprachkurs" : null,
    locale: INTERFACE_OF[first] ?? (german === "conversational" || german === "fluent" ? "de" : "en"),
    kind: random.chance(0.92) ? "tandem" : "accompaniment",
    gender,
    ageBand: pickAgeBand(random, origin, gender),
    languages: spoken(
      [first, "native"],
      [second, random.weighted({ basic: 15, conversational: 35, fluent: 50 })],
      ["de", german],
      ["en", random.weighted(ENGLISH_LEVEL_SHARES)],
    ),
    district: pickDistrict(random, definition),
    reachKm: random.chance(0.55) ? null : random.between(3, 10),
    slots,
    topics: random.several(TOPIC_SHARES, random.between(1, 4)),
    interests: random.several(INTEREST_SHARES, random.between(1, 4)),
    forWhom,
    involvesMinors: forWhom === "with_child" || (forWhom === "family" && random.chance(0.7)),
    inReceptionCentre: random.chance(0.05),
    interpreterNeeded,
    interpreterAgreed: interpreterNeeded && random.chance(0.5),
    releasePhone: hasPhone && random.chance(0.9),
    releaseEmail: random.chance(0.5),
    wishes: {
      mentorGender: random.chance(gender === "female" ? 0.3 : 0.06) ? gender : null,
      mentorAgeBands: random.chance(0.05) ? ["27_39", "40_59"] : [],
      eveningOnly: slots !== null && (slots & ~EVENINGS) === 0 && random.chance(0.3),
    },
  };
}
