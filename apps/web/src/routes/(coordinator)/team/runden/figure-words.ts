import type { RoundDraftRow, RoundSettings } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";
import { waitingWay } from "./settings-form.ts";

type Figures = NonNullable<RoundDraftRow["figures"]>;

/** „78 von 90 Menschen bekommen eine Mentorin oder einen Mentor; 12 warten weiter.“ */
export function resultSentence({ requests, served }: Figures): string {
  const waiting = requests - served;
  if (served === 0) return m.rounds_result_none();
  if (waiting === 0) return m.rounds_result_all({ count: served });
  return served === 1
    ? m.rounds_result_one({ requests, count: waiting })
    : m.rounds_result_some({ served, requests, count: waiting });
}

/** What else is worth a sentence. */
export function figureSentences(figures: Figures, f: Formats): string[] {
  const { served, firstChoices, meanPoints, priorityRequests, priorityServed } = figures;
  if (served === 0) return [];
  return [
    m.rounds_figure_first({ count: firstChoices }),
    ...(meanPoints === null ? [] : [m.rounds_figure_mean({ points: f.number(Math.round(meanPoints)) })]),
    ...(priorityRequests === 0
      ? []
      : [m.rounds_figure_priority({ served: priorityServed, requests: priorityRequests })]),
  ];
}

const waitingWords = (bonus: RoundSettings["waitingBonus"], f: Formats): string => {
  const way = waitingWay(bonus);
  if (way === "none") return m.rounds_settings_no_waiting();
  if (way === "first") return m.rounds_settings_waiting_first();
  return m.rounds_settings_waiting({ perWeek: f.number(bonus.pointsPerWeek), atMost: f.number(bonus.atMostPoints) });
};

/** „möglichst viele; mindestens 20 Punkte; wer lange wartet, kommt zuerst“ */
export const settingsSentence = ({ objective, minimumPoints, waitingBonus }: RoundSettings, f: Formats): string =>
  m.rounds_settings_words({
    objective: objective === "served-first" ? m.rounds_settings_served() : m.rounds_settings_value(),
    minimum: f.number(minimumPoints),
    waiting: waitingWords(waitingBonus, f),
  });
