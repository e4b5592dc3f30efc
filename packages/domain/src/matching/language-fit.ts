import type { LanguageCode, LanguageLevel, SpokenLanguage } from "../people.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import type { MatchMentor, Reason } from "./types.ts";

/** Ten-thousandths per level of the weaker side. */
const LEVEL_FIT: Readonly<Record<LanguageLevel, number>> = {
  basic: 2_500,
  conversational: 7_000,
  fluent: 10_000,
  native: 10_000,
};
const LEVEL_RANK: Readonly<Record<LanguageLevel, number>> = { basic: 0, conversational: 1, fluent: 2, native: 3 };

/** Mutually intelligible: a Dari and a Persian speaker understand each other, if not word for word. */
const CLOSE_LANGUAGES: Readonly<Partial<Record<LanguageCode, string>>> = {
  fa: "persian",
  prs: "persian",
  bs: "serbo-croatian",
  hr: "serbo-croatian",
  sr: "serbo-croatian",
};
const CLOSE_LANGUAGE_FIT_AT_MOST = LEVEL_FIT.conversational;

const SECOND_LANGUAGE_SHARE = 0.1;
const INTERPRETER_FIT = 2_000;
/** Nobody knows whether they can talk: counted like an interpreter, who may have to come. */
const UNKNOWN_FIT = INTERPRETER_FIT;

export const languageGroup = (code: LanguageCode): string => CLOSE_LANGUAGES[code] ?? code;

/** How well one language of each carries a talk, 0 when they are different languages. The same in both directions. */
export function bridge(a: SpokenLanguage, b: SpokenLanguage, germanInFull: boolean): number {
  const fitA = LEVEL_FIT[a.level];
  const fitB = LEVEL_FIT[b.level];
  if (a.code === b.code) return germanInFull && a.code === "de" ? Math.max(fitA, fitB) : Math.min(fitA, fitB);
  return languageGroup(a.code) === languageGroup(b.code) ? Math.min(fitA, fitB, CLOSE_LANGUAGE_FIT_AT_MOST) : 0;
}

/** The best shared language, and a tenth of the second best on top; 0 when none is shared. */
export function sharedLanguageFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  let best = 0;
  let second = 0;
  let bestGroup = "";
  for (const own of mentor.languages) {
    for (const asked of prepared.request.languages) {
      const fit = bridge(own, asked, prepared.germanInFull);
      if (fit === 0) continue;
      const group = languageGroup(own.code);
      if (fit > best) {
        if (group !== bestGroup) second = best;
        best = fit;
        bestGroup = group;
      } else if (group !== bestGroup && fit > second) {
        second = fit;
      }
    }
  }
  return withSecond(best, second);
}

export const withSecond = (best: number, second: number): number =>
  Math.min(10_000, best + Math.round(second * SECOND_LANGUAGE_SHARE));

const languagesUnknown = (mentor: MatchMentor, prepared: PreparedRequest): boolean =>
  mentor.languages.length === 0 || prepared.request.languages.length === 0;

export function hasNoLanguageBridge(mentor: MatchMentor, prepared: PreparedRequest): boolean {
  if (prepared.request.interpreterAgreed || languagesUnknown(mentor, prepared)) return false;
  return sharedLanguageFit(mentor, prepared) === 0;
}

export function languageFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  const shared = sharedLanguageFit(mentor, prepared);
  return fitOfShared(shared, languagesUnknown(mentor, prepared), prepared.request.interpreterAgreed);
}

export function fitOfShared(shared: number, isUnknown: boolean, interpreterAgreed: boolean): number {
  if (interpreterAgreed) return Math.max(shared, INTERPRETER_FIT);
  return isUnknown ? UNKNOWN_FIT : shared;
}

interface SharedLanguage {
  readonly code: LanguageCode;
  readonly level: LanguageLevel;
  readonly fit: number;
}

/** One entry per shared language, strongest first, then by code; the level is that of the weaker side. */
function sharedLanguages(mentor: MatchMentor, prepared: PreparedRequest): SharedLanguage[] {
  const byGroup = new Map<string, SharedLanguage>();
  for (const own of mentor.languages) {
    for (const asked of prepared.request.languages) {
      const fit = bridge(own, asked, prepared.germanInFull);
      if (fit === 0) continue;
      const level = LEVEL_RANK[own.level] < LEVEL_RANK[asked.level] ? own.level : asked.level;
      const found = { code: own.code === asked.code || own.code < asked.code ? own.code : asked.code, level, fit };
      const group = languageGroup(own.code);
      const known = byGroup.get(group);
      if (known === undefined || compareShared(found, known) < 0) byGroup.set(group, found);
    }
  }
  return [...byGroup.values()].sort(compareShared);
}

const compareShared = (a: SharedLanguage, b: SharedLanguage): number =>
  b.fit - a.fit || LEVEL_RANK[b.level] - LEVEL_RANK[a.level] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

export function languageReason(mentor: MatchMentor, prepared: PreparedRequest): Reason {
  const [first, second] = sharedLanguages(mentor, prepared);
  if (first !== undefined) {
    return { code: "shared_language", language: first.code, level: first.level, second: second?.code ?? null };
  }
  if (prepared.request.interpreterAgreed) return { code: "interpreter_bridge" };
  return languagesUnknown(mentor, prepared) ? { code: "languages_unknown" } : { code: "nothing_shared" };
}
