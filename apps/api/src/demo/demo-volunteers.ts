import type { AgeBand, ForWhom, Gender, LanguageCode, LanguageLevel, Locale } from "@augenhoehe/domain";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import { GERMAN_NAMES, NEWCOMER_NAMES } from "./demo-names.ts";
import {
  INTEREST_SHARES,
  demoEmail,
  demoPhone,
  pickDistrict,
  pickSlots,
  spoken,
  type DemoPerson,
} from "./demo-person.ts";
import { WOMEN_AMONG_MENTORS, type MotherTongue } from "./population-shares.ts";
import { quota, type SeededRandom } from "./seeded-random.ts";

/** How far a volunteer has come; the generator turns it into signatures, course visits and certificates. */
export const DEMO_STAGES = [
  "applied",
  "interviewed",
  "in_course",
  "enrolled",
  "waiting",
  "missed",
  "uncertified",
  "unsigned",
  "eligible",
  "paused",
  "left",
] as const;
export type DemoStage = (typeof DEMO_STAGES)[number];

export interface DemoVolunteer extends DemoPerson {
  readonly stage: DemoStage;
  readonly providerKey: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly capacity: number;
  readonly wishes: {
    readonly menteeGender: Gender | null;
    readonly menteeAgeBands: readonly AgeBand[];
    readonly forWhom: readonly ForWhom[];
  };
}

/** First languages other than German, and which names go with them. */
const FIRST_LANGUAGES = { de: 80, tr: 5, ar: 5, ru: 4, uk: 2, fa: 2, kmr: 1, en: 1 } as const;
/** Learned or picked up on the way, each with its share among volunteers and the levels it is spoken at. */
const SECOND_LANGUAGES: readonly (readonly [
  LanguageCode,
  number,
  Readonly<Record<Exclude<LanguageLevel, "native">, number>>,
])[] = [
  ["en", 0.74, { basic: 20, conversational: 45, fluent: 35 }],
  ["fr", 0.24, { basic: 50, conversational: 35, fluent: 15 }],
  ["es", 0.1, { basic: 60, conversational: 30, fluent: 10 }],
  ["nl", 0.1, { basic: 50, conversational: 40, fluent: 10 }],
  ["ru", 0.07, { basic: 50, conversational: 30, fluent: 20 }],
  ["ar", 0.06, { basic: 60, conversational: 25, fluent: 15 }],
  ["tr", 0.03, { basic: 60, conversational: 30, fluent: 10 }],
  ["fa", 0.03, { basic: 50, conversational: 25, fluent: 25 }],
  ["uk", 0.03, { basic: 70, conversational: 20, fluent: 10 }],
];
const AGE_SHARES = { "18_26": 11, "27_39": 20, "40_59": 35, "60_plus": 34 } as const satisfies Partial<
  Record<AgeBand, number>
>;
const TOPIC_SHARES = {
  german_practice: 30,
  letters: 22,
  offices: 22,
  leisure_meeting: 22,
  school_childcare: 14,
  work_training: 14,
  health_appointments: 10,
  house_rules: 10,
} as const;
const PROVIDER_SHARES: Readonly<Record<string, number>> = { caritas: 50, diakonie: 30, stadt: 20 };

/** Women are 71 % inside every stage, so the finding holds for the mentors among them too. */
export function generateVolunteers(
  random: SeededRandom,
  definition: NetworkDefinition,
  stages: Readonly<Record<DemoStage, number>>,
): DemoVolunteer[] {
  const planned = DEMO_STAGES.flatMap((stage) =>
    quota(random, stages[stage], { female: WOMEN_AMONG_MENTORS, male: 1 - WOMEN_AMONG_MENTORS }).map((gender) => ({
      stage,
      gender,
    })),
  );
  return planned.map(({ stage, gender }, index) =>
    generateVolunteer(random, definition, { stage, gender, number: index }),
  );
}

function generateVolunteer(
  random: SeededRandom,
  definition: NetworkDefinition,
  { stage, gender, number }: { stage: DemoStage; gender: "female" | "male"; number: number },
): DemoVolunteer {
  const ageBand = random.weighted(AGE_SHARES);
  const first = random.weighted(FIRST_LANGUAGES);
  const names = first === "de" ? GERMAN_NAMES : NEWCOMER_NAMES[first satisfies MotherTongue];
  const firstName = random.pick(names[gender]);
  const lastName = random.pick(names.family);
  const learned = SECOND_LANGUAGES.filter(([, share]) => random.chance(share)).map(
    ([code, , levels]) => [code, random.weighted(levels)] as const,
  );
  return {
    id: random.uuid(),
    stage,
    providerKey: random.weighted(
      Object.fromEntries(definition.providers.map(({ key }) => [key, PROVIDER_SHARES[key] ?? 10])),
    ),
    firstName,
    lastName,
    email: demoEmail(firstName, lastName, number),
    phone: demoPhone(number),
    locale: "de",
    gender,
    ageBand,
    languages: spoken([first, "native"], ["de", "fluent"], ...learned),
    district: pickDistrict(random, definition),
    reachKm: random.chance(0.3) ? null : random.between(3, 12),
    slots: pickSlots(random, ageBand === "60_plus" ? 0.8 : 0.25),
    topics: random.several(TOPIC_SHARES, random.between(2, 5)),
    interests: random.several(INTEREST_SHARES, random.between(2, 5)),
    capacity: Number(random.weighted({ "1": 55, "2": 35, "3": 10 })),
    wishes: {
      menteeGender: random.chance(gender === "female" ? 0.12 : 0.03) ? gender : null,
      menteeAgeBands: random.chance(0.06) ? ["18_26", "27_39"] : [],
      forWhom: random.chance(0.15) ? ["self"] : [],
    },
  };
}
