import { AGREEMENT_TEXT } from "./agreement-text.ts";
import { CONSENT_TEXT } from "./consent-text.ts";
import type { DeclarationTextDefinition } from "./declaration-text.ts";
import { SECRECY_TEXT } from "./secrecy-text.ts";

/**
 * First wordings for a new network. No text names a single data protection law: which one speaks depends on the
 * provider (DSGVO with SGB X, KDG or DSG-EKD), so they say "the law your provider works under".
 */
export const defaultDeclarationTexts: readonly DeclarationTextDefinition[] = [
  SECRECY_TEXT,
  AGREEMENT_TEXT,
  CONSENT_TEXT,
];
