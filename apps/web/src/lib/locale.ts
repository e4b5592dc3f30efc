import { LOCALE_FACTS, OFFERED_LOCALES } from "@augenhoehe/domain";
import { locales } from "#lib/paraglide/runtime.js";

/** A language pages can be read in now: written, and offered. */
export type PageLocale = (typeof locales)[number];

export const PAGE_LOCALES: readonly PageLocale[] = locales.filter((locale) =>
  OFFERED_LOCALES.some((offered) => offered === locale),
);

export const isPageLocale = (value: string | null | undefined): value is PageLocale =>
  PAGE_LOCALES.some((locale) => locale === value);

export const selfName = (locale: PageLocale): string => LOCALE_FACTS[locale].selfName;
export const direction = (locale: PageLocale): "ltr" | "rtl" => LOCALE_FACTS[locale].dir;
