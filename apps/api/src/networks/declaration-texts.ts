import type { Locale } from "@augenhoehe/domain";
import { AGREEMENT_TEXT } from "./agreement-text.ts";
import { CONSENT_TEXT } from "./consent-text.ts";
import { SECRECY_TEXT } from "./secrecy-text.ts";

/** A text that somebody signs or agrees to. German binds; the other languages stand beside it. */
export interface DeclarationTextDefinition {
  readonly kind: "secrecy" | "agreement" | "consent";
  readonly version: number;
  readonly titles: Partial<Record<Locale, string>>;
  readonly paragraphs: Partial<Record<Locale, string[]>>;
}

/**
 * First wordings for a new network. No text names a single data protection law: which one speaks depends on the
 * provider (DSGVO with SGB X, KDG or DSG-EKD), so they say "the law your provider works under".
 */
export const defaultDeclarationTexts: readonly DeclarationTextDefinition[] = [
  SECRECY_TEXT,
  AGREEMENT_TEXT,
  CONSENT_TEXT,
];
