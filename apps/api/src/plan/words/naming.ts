import { languageName } from "@augenhoehe/domain";
import type { PlanLanguage } from "../options.ts";
import type { Places } from "../places.ts";
import type { PlanTerm } from "../terms.ts";
import { ENGLISH } from "./english.ts";
import { GERMAN } from "./german.ts";
import type { PlanWords } from "./plan-words.ts";
import type { Naming } from "./reason-sentences.ts";

export const PLAN_WORDS: Readonly<Record<PlanLanguage, PlanWords>> = { de: GERMAN, en: ENGLISH };

/** How the keys of this plan become words. */
export function namingOf(language: PlanLanguage, terms: readonly PlanTerm[], places: Places): Naming {
  const names = new Map(terms.map((term) => [term.key, term.names[language]]));
  const list = new Intl.ListFormat(language === "en" ? "en-GB" : "de");
  const numbers = new Intl.NumberFormat(language);
  return {
    language: (code) => languageName(code, language),
    district: (key) => places.nameOf(key),
    term: (key) => names.get(key) ?? key,
    list: (words) => list.format(words),
    number: (value) => numbers.format(value),
    apart: PLAN_WORDS[language].apart,
  };
}
