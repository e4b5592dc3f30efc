/** An interface language. `reviewed: false` means machine-made until a native speaker has looked. */
export interface LocaleFacts {
  readonly selfName: string;
  readonly dir: "ltr" | "rtl";
  /** Complete enough to be offered to people. */
  readonly offered: boolean;
  readonly reviewed: boolean;
}

/** Every language the messages can be written in; the offered ones are in the picker. */
export const LOCALE_FACTS = {
  de: { selfName: "Deutsch", dir: "ltr", offered: true, reviewed: true },
  "de-simple": { selfName: "Leichte Sprache", dir: "ltr", offered: false, reviewed: false },
  en: { selfName: "English", dir: "ltr", offered: true, reviewed: false },
  fr: { selfName: "Français", dir: "ltr", offered: false, reviewed: false },
  ar: { selfName: "العربية", dir: "rtl", offered: true, reviewed: false },
  fa: { selfName: "فارسی", dir: "rtl", offered: false, reviewed: false },
  prs: { selfName: "دری", dir: "rtl", offered: false, reviewed: false },
  ps: { selfName: "پښتو", dir: "rtl", offered: false, reviewed: false },
  uk: { selfName: "Українська", dir: "ltr", offered: false, reviewed: false },
  ru: { selfName: "Русский", dir: "ltr", offered: false, reviewed: false },
  tr: { selfName: "Türkçe", dir: "ltr", offered: false, reviewed: false },
  kmr: { selfName: "Kurmancî", dir: "ltr", offered: false, reviewed: false },
  ckb: { selfName: "کوردیی ناوەندی", dir: "rtl", offered: false, reviewed: false },
  ti: { selfName: "ትግርኛ", dir: "ltr", offered: false, reviewed: false },
  so: { selfName: "Soomaali", dir: "ltr", offered: false, reviewed: false },
} as const satisfies Record<string, LocaleFacts>;

export type Locale = keyof typeof LOCALE_FACTS;
export const LOCALES = Object.keys(LOCALE_FACTS) as [Locale, ...Locale[]];
export const OFFERED_LOCALES = LOCALES.filter((locale) => LOCALE_FACTS[locale].offered);
export const BASE_LOCALE: Locale = "de";

export const isLocale = (value: string): value is Locale => Object.hasOwn(LOCALE_FACTS, value);
