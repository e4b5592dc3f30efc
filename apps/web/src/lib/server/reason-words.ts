import type { NetworkProfile, ScoreView } from "@augenhoehe/contract";
import { criterionLabel, reasonMessage, type ReasonWords } from "#lib/messages/reason-message.ts";
import { termLabel } from "#lib/messages/term-label.ts";
import type { PageLocale } from "#lib/locale.ts";
import { formats } from "./format.ts";
import { languageName } from "./language-name.ts";

/** How keys become words on pages about one network. */
export function reasonWords(network: NetworkProfile, locale: PageLocale): ReasonWords {
  const { list, number } = formats(locale, network.timeZone);
  return {
    language: (code) => languageName(code, locale),
    district: (key) => network.districts.find((district) => district.key === key)?.name ?? "",
    term: (key) => termLabel(key, [...network.topics, ...network.interests]),
    list,
    number,
  };
}

/** The four parts of a score as `ReasonList` shows them. */
export const scoreReasons = (score: ScoreView, words: ReasonWords) =>
  score.parts.map(({ criterion, points, weight, reason }) => ({
    criterion: criterionLabel(criterion),
    sentence: reasonMessage(reason, words),
    points,
    weight,
  }));
