import {
  SLOTS,
  slotsToMask,
  type AgeBand,
  type Gender,
  type LanguageCode,
  type LanguageLevel,
  type SpokenLanguage,
  type WeekSlots,
} from "@augenhoehe/domain";
import type { NetworkDefinition } from "../networks/network-definition.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What both sides of a pairing have in common. */
export interface DemoPerson {
  readonly id: string;
  readonly gender: Gender;
  readonly ageBand: AgeBand;
  readonly languages: readonly SpokenLanguage[];
  /** Key of a district. */
  readonly district: string;
  readonly reachKm: number | null;
  readonly slots: WeekSlots | null;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
}

/** How often an interest is named; the long tail is what makes a shared one tell something. */
export const INTEREST_SHARES = {
  cooking: 34,
  walking: 30,
  coffee_talk: 26,
  music: 22,
  sports: 20,
  gardening: 18,
  reading: 18,
  football: 16,
  family_activities: 15,
  cycling: 15,
  travel: 12,
  swimming: 10,
  cinema: 10,
  board_games: 9,
  nature: 9,
  animals: 8,
  history: 7,
  handicraft: 7,
  computers: 7,
  dancing: 6,
  art: 5,
  photography: 5,
  sewing: 5,
  theatre: 4,
  repairing: 4,
  chess: 3,
} as const;

/** Rough size of the boroughs and a few large districts; everything else counts 1. */
const LARGE_DISTRICTS: Readonly<Record<string, number>> = {
  rheydt: 5,
  gladbach: 5,
  eicken: 4,
  "odenkirchen-mitte": 3,
  "rheindahlen-mitte": 3,
  "wickrath-mitte": 3,
  "neuwerk-mitte": 3,
  "giesenkirchen-mitte": 3,
  westend: 3,
  waldhausen: 3,
  "hardterbroich-pesch": 3,
  luerrip: 2,
  muelfort: 2,
  pongs: 2,
  dahl: 2,
  holt: 2,
  "hardt-mitte": 2,
  venn: 2,
  windberg: 2,
  hauptquartier: 0.2,
  flughafen: 0.4,
  grenzlandstadion: 0.6,
  "hardter-wald": 0.4,
};

export function pickDistrict(random: SeededRandom, definition: NetworkDefinition): string {
  return random.weighted(Object.fromEntries(definition.districts.map(({ key }) => [key, LARGE_DISTRICTS[key] ?? 1])));
}

const DAYTIME_DAYS = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1 } as const;
const EVENING_DAYS = { mon: 3, tue: 4, wed: 4, thu: 4, fri: 2 } as const;
const WEEKEND = { sat_morning: 2, sat_afternoon: 4, sun_afternoon: 3 } as const;

/** Times as lives have them: free mornings, evenings after work, or weekends. Some do not say. */
export function pickSlots(random: SeededRandom, daytimeShare: number): WeekSlots | null {
  if (random.chance(0.08)) return null;
  const wanted = new Set<string>();
  if (random.chance(daytimeShare)) {
    const part = random.weighted({ morning: 3, afternoon: 4 });
    for (const day of random.several(DAYTIME_DAYS, random.between(2, 4))) wanted.add(`${day}_${part}`);
  } else {
    for (const day of random.several(EVENING_DAYS, random.between(2, 4))) wanted.add(`${day}_evening`);
  }
  if (random.chance(0.4)) for (const slot of random.several(WEEKEND, random.between(1, 2))) wanted.add(slot);
  return slotsToMask(SLOTS.filter((slot) => wanted.has(slot)));
}

/** First mention of a language wins, so a native speaker is never also a beginner. */
export function spoken(...entries: readonly (readonly [LanguageCode, LanguageLevel | "none"])[]): SpokenLanguage[] {
  const languages: SpokenLanguage[] = [];
  for (const [code, level] of entries) {
    if (level === "none" || languages.some((language) => language.code === code)) continue;
    languages.push({ code, level });
  }
  return languages;
}

/** "Şivan" → "sivan": the part of an address before the @, always at example.org. */
export function demoEmail(firstName: string, familyName: string, number: number): string {
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .replace(/ß/g, "ss")
      .replace(/ı/g, "i")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z]+/g, "-");
  return `${plain(firstName)}.${plain(familyName)}.${String(number)}@example.org`;
}

/** Numbers that the Bundesnetzagentur keeps free for films and examples: nobody answers there. */
export function demoPhone(number: number): string {
  return number % 3 === 0
    ? `+493023125${String(number % 1000).padStart(3, "0")}`
    : `+4917139200${String(number % 100).padStart(2, "0")}`;
}
