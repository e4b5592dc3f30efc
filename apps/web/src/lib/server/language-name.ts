import { LANGUAGE_CODES, type LanguageCode } from "@augenhoehe/domain";
import type { Choice } from "#lib/forms/choice.ts";
import type { PageLocale } from "#lib/locale.ts";

/** Names that Intl lacks, or gives as people here do not say them. */
const OWN_NAMES: Partial<Record<LanguageCode, Record<PageLocale, string>>> = {
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

/** The ones asked for most often here come first in every choice. */
const OFTEN: readonly LanguageCode[] = [
  "de",
  "ar",
  "uk",
  "fa",
  "prs",
  "kmr",
  "ckb",
  "tr",
  "ti",
  "so",
  "en",
  "fr",
  "ru",
];

export function languageName(code: string, locale: PageLocale): string {
  const known = LANGUAGE_CODES.find((candidate) => candidate === code);
  const own = known === undefined ? undefined : OWN_NAMES[known]?.[locale];
  return own ?? namesIn(locale).of(code) ?? code;
}

/** Every language as a choice: frequent ones first, the rest by name. */
export function languageChoices(locale: PageLocale): Choice[] {
  const choice = (code: LanguageCode): Choice => ({ value: code, label: languageName(code, locale) });
  const rest = LANGUAGE_CODES.filter((code) => !OFTEN.includes(code)).map(choice);
  const collator = new Intl.Collator(locale);
  return [...OFTEN.map(choice), ...rest.toSorted((a, b) => collator.compare(a.label, b.label))];
}

const cache = new Map<PageLocale, Intl.DisplayNames>();

function namesIn(locale: PageLocale): Intl.DisplayNames {
  const known = cache.get(locale) ?? new Intl.DisplayNames(locale, { type: "language" });
  cache.set(locale, known);
  return known;
}
