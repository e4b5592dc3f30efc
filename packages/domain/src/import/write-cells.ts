import type { AgeBand, ForWhom, Gender, LanguageLevel, SpokenLanguage } from "../people.ts";
import { DAY_PARTS, DAYS, maskToSlots } from "../week.ts";
import type { Day, DayPart, WeekSlots } from "../week.ts";
import { germanLanguageName } from "./language-names.ts";

/*
 * How a list for a spreadsheet says what the readers beside this file understand: German, as coordinators write it.
 * Whatever is written here reads back as the same value.
 */

const LEVELS = {
  basic: "A2",
  conversational: "B1",
  fluent: "C1",
  native: "Muttersprache",
} as const satisfies Record<LanguageLevel, string>;
const DAY_WORDS = {
  mon: "Mo",
  tue: "Di",
  wed: "Mi",
  thu: "Do",
  fri: "Fr",
  sat: "Sa",
  sun: "So",
} as const satisfies Record<Day, string>;
const PART_WORDS = {
  morning: "vormittags",
  afternoon: "nachmittags",
  evening: "abends",
} as const satisfies Record<DayPart, string>;
const GENDERS = { female: "weiblich", male: "männlich", diverse: "divers" } as const satisfies Record<Gender, string>;
const AGE_BANDS = {
  under_18: "unter 18",
  "18_26": "18–26",
  "27_39": "27–39",
  "40_59": "40–59",
  "60_plus": "60+",
} as const satisfies Record<AgeBand, string>;
const FOR_WHOM = {
  self: "allein",
  with_child: "mit Kind",
  family: "Familie",
  group: "Gruppe",
} as const satisfies Record<ForWhom, string>;

/** "Arabisch (Muttersprache), Deutsch (A2)" */
export const writeLanguages = (languages: readonly SpokenLanguage[]): string =>
  languages.map(({ code, level }) => `${germanLanguageName(code)} (${LEVELS[level]})`).join(", ");

/** "Di, Do abends; Sa ganztags": days with the same parts stand together. */
export function writeTimes(slots: WeekSlots | null): string {
  const chosen = new Set(maskToSlots(slots ?? 0));
  const daysByParts = new Map<string, Day[]>();
  for (const day of DAYS) {
    const parts = DAY_PARTS.filter((part) => chosen.has(`${day}_${part}`));
    const words = parts.length === DAY_PARTS.length ? "ganztags" : parts.map((part) => PART_WORDS[part]).join(", ");
    if (words !== "") daysByParts.set(words, [...(daysByParts.get(words) ?? []), day]);
  }
  return [...daysByParts].map(([parts, days]) => `${days.map((day) => DAY_WORDS[day]).join(", ")} ${parts}`).join("; ");
}

export const writeGender = (gender: Gender | null): string => (gender === null ? "" : GENDERS[gender]);
export const writeAgeBand = (band: AgeBand | null): string => (band === null ? "" : AGE_BANDS[band]);
export const writeForWhom = (forWhom: readonly ForWhom[]): string => forWhom.map((one) => FOR_WHOM[one]).join(", ");
export const writeYesNo = (answer: boolean): string => (answer ? "ja" : "nein");

/** "03.02.2026" */
export const writeDate = (date: string): string => date.split("-").toReversed().join(".");
