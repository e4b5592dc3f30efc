import { LANGUAGE_CODES } from "./people.ts";
import type { LanguageCode } from "./people.ts";

/** The languages in which every sentence is complete. */
type NamingLocale = "de" | "en" | "ar";

/** Names that Intl lacks, or gives as people here do not say them. */
const OWN_NAMES: Partial<Record<LanguageCode, Record<NamingLocale, string>>> = {
  kmr: { de: "Kurdisch (Kurmandschi)", en: "Kurdish (Kurmanji)", ar: "الكردية (الكرمانجية)" },
  ckb: { de: "Kurdisch (Sorani)", en: "Kurdish (Sorani)", ar: "الكردية (السورانية)" },
  fa: { de: "Persisch (Farsi)", en: "Persian (Farsi)", ar: "الفارسية" },
  prs: { de: "Dari", en: "Dari", ar: "الدرية" },
  ps: { de: "Paschtu", en: "Pashto", ar: "البشتو" },
  ti: { de: "Tigrinya", en: "Tigrinya", ar: "التغرينية" },
  am: { de: "Amharisch", en: "Amharic", ar: "الأمهرية" },
  so: { de: "Somali", en: "Somali", ar: "الصومالية" },
  rom: { de: "Romanes", en: "Romani", ar: "الرومانية الغجرية (رومانس)" },
  gsg: { de: "Deutsche Gebärdensprache", en: "German Sign Language", ar: "لغة الإشارة الألمانية" },
  tl: { de: "Tagalog (Filipino)", en: "Tagalog (Filipino)", ar: "التاغالوغية (الفلبينية)" },
  zh: { de: "Chinesisch", en: "Chinese", ar: "الصينية" },
  ff: { de: "Fulfulde", en: "Fula", ar: "الفولانية" },
};

/** „Tigrinya“, „Kurdisch (Sorani)“: what a language is called; needs the complete names that servers have. */
export function languageName(code: string, locale: NamingLocale): string {
  const known = LANGUAGE_CODES.find((candidate) => candidate === code);
  const own = known === undefined ? undefined : OWN_NAMES[known]?.[locale];
  return own ?? namesIn(locale).of(code) ?? code;
}

const cache = new Map<NamingLocale, Intl.DisplayNames>();

function namesIn(locale: NamingLocale): Intl.DisplayNames {
  const known = cache.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  cache.set(locale, known);
  return known;
}
