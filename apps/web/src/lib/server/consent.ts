import type { NetworkProfile } from "@augenhoehe/contract";
import type { PageLocale } from "#lib/locale.ts";

export interface ConsentShown {
  readonly version: number;
  readonly locale: PageLocale;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The binding text, where another one is shown. */
  readonly german: readonly string[] | null;
}

/** The consent text in the reader's language, with the German one beside it; German alone where it is not written. */
export function readConsent({ consent }: NetworkProfile, locale: PageLocale): ConsentShown {
  const german = consent.paragraphs.de ?? [];
  const own = consent.paragraphs[locale];
  return {
    version: consent.version,
    locale: own === undefined ? "de" : locale,
    title: consent.titles[locale] ?? consent.titles.de ?? "",
    paragraphs: own ?? german,
    german: own === undefined || locale === "de" ? null : german,
  };
}
