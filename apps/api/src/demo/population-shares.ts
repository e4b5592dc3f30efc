import type { AgeBand, LanguageCode } from "@augenhoehe/domain";

/** Where the shares come from; shown on the imprint page of a demo network. */
export const POPULATION_CREDITS = [
  "UNHCR Refugee Data Finder, Stand 2025, CC BY 4.0",
  "BAMF-Kurzanalyse 3/2017: Muttersprachen der Asylantragstellenden 2016",
  "IAB-BAMF-SOEP-Befragung von Geflüchteten 2016 und BAMF-Kurzanalyse 01/2020",
] as const;

/** "71 % of mentors are women, 73 % of the accompanied are men" (volunteers for refugees in Germany). */
export const WOMEN_AMONG_MENTORS = 0.71;
export const MEN_AMONG_MENTEES = 0.73;

/** Adults from Ukraine among adults under protection in Germany at the end of 2025, by sex (UNHCR). */
export const FROM_UKRAINE = { female: 0.526, male: 0.267 } as const;

/** Aged 60 or more among adults, by origin and sex (UNHCR 2025). */
export const AGED_60_PLUS = {
  ukraine: { female: 0.205, male: 0.147 },
  elsewhere: { female: 0.084, male: 0.051 },
} as const;

/** Below 60; the published bands are wider, so this split is our reading. */
export const ADULT_AGE_SHARES = { "18_26": 26, "27_39": 41, "40_59": 33 } as const satisfies Partial<
  Record<AgeBand, number>
>;

/** Mother tongues among people asking for asylum in 2016 in percent; "other" is read by the origins of 2025. */
export const MOTHER_TONGUE_SHARES = {
  ar: 47.4,
  prs: 10.6,
  fa: 7,
  kmr: 6.1,
  ti: 2.9,
  en: 2.9,
  ur: 2.6,
  sq: 2.4,
  ps: 2.1,
  ru: 1.8,
  so: 1.5,
  tr: 6.2,
  fr: 2.5,
  ckb: 2,
  ka: 1,
  am: 1,
} as const satisfies Partial<Record<LanguageCode, number>>;

/** 2016 is before the arrivals from Ukraine; how people from there split is our reading. */
export const UKRAINE_MOTHER_TONGUE_SHARES = { uk: 75, ru: 25 } as const satisfies Partial<Record<LanguageCode, number>>;

/** German a few years after arrival: 44 % said "good" in 2018. */
export const GERMAN_LEVEL_SHARES = { none: 20, basic: 36, conversational: 30, fluent: 14 } as const;
/** 19 % spoke good English, 60 % none or little. */
export const ENGLISH_LEVEL_SHARES = { none: 60, basic: 21, conversational: 13, fluent: 6 } as const;

export type MotherTongue = keyof typeof MOTHER_TONGUE_SHARES | keyof typeof UKRAINE_MOTHER_TONGUE_SHARES;
