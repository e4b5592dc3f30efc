import type { Locale } from "@augenhoehe/domain";

/** A text that somebody signs or agrees to. German binds; the other languages stand beside it. */
export interface DeclarationTextDefinition {
  readonly kind: "secrecy" | "agreement" | "consent";
  readonly version: number;
  readonly titles: Partial<Record<Locale, string>>;
  readonly paragraphs: Partial<Record<Locale, string[]>>;
}

/** The version of every text in a network that has just begun. */
export const FIRST_TEXT_VERSION = 1;
