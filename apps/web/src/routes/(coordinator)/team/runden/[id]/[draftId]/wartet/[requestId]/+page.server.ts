import type { UnservedView } from "@augenhoehe/contract";
import { excludedCountLabel, type ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { reasonWords } from "#lib/server/reason-words.ts";
import { alternativeWords } from "../../../../alternative-words.ts";
import { changeDraft } from "../../../../draft-actions.ts";
import { draftHeader } from "../../../../draft-header.ts";
import { doorWords } from "../../../../door-words.ts";
import { requirePlan } from "../../../../require-plan.ts";
import { unservedWords } from "../../../../unserved-words.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const header = await draftHeader(event);
  const call = await api(event).call("readRoundUnserved", { params: event.params });
  const view = requirePlan(event, call, header.here);
  const words = reasonWords(network, event.locals.locale);
  const f = formats(event.locals.locale, network.timeZone);
  return {
    ...header,
    revision: view.revision,
    person: unservedWords(view.row, words, f),
    obstacles: obstacles(view, words),
    doors: view.doors.map((door) => doorWords(door, view.row, words)),
    displacing: view.displacing.map((alternative) => alternativeWords(alternative, words)),
  };
};

/** What stands in the way and of how many mentors, the most frequent first. */
function obstacles({ row, belowMinimum, ruledOut, full }: UnservedView, words: ReasonWords) {
  const excluded = row.excluded.map(({ code, mentors, alone }) => ({
    key: code,
    mentors,
    label: excludedCountLabel(code),
    alone: alone > 0 ? m.rounds_excluded_alone({ count: alone }) : null,
  }));
  const own = [
    { key: "minimum", mentors: belowMinimum, label: m.rounds_count_below_minimum(), alone: null },
    { key: "ruled_out", mentors: ruledOut, label: m.rounds_count_ruled_out(), alone: null },
    { key: "full", mentors: full, label: m.rounds_count_full(), alone: null },
  ];
  return [...excluded, ...own]
    .filter(({ mentors }) => mentors > 0)
    .toSorted((a, b) => b.mentors - a.mentors)
    .map(({ mentors, ...rest }) => ({ ...rest, mentors: words.number(mentors) }));
}

export const actions: Actions = { aendern: changeDraft };
