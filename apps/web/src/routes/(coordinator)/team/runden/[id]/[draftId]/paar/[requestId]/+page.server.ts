import type { PairView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { pairingRows } from "#lib/server/pairing-rows.ts";
import { reasonWords, scoreReasons } from "#lib/server/reason-words.ts";
import { alternativeWords } from "../../../../alternative-words.ts";
import { changeDraft, draftParams } from "../../../../draft-actions.ts";
import { draftHeader } from "../../../../draft-header.ts";
import { mapWords } from "../../../../map-words.ts";
import { pairWords } from "../../../../pair-words.ts";
import { requirePlan } from "../../../../require-plan.ts";
import { stepSentence } from "../../../../step-words.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const header = await draftHeader(event);
  const planCall = await api(event).call("readRoundPlan", { params: draftParams(event), query: {} });
  const plan = requirePlan(event, planCall, header.here);
  const viewCall = await api(event).call("readRoundPair", { params: event.params });
  const view = requirePlan(event, viewCall, header.here);
  const { locale } = event.locals;
  const words = reasonWords(network, locale);
  const f = formats(locale, network.timeZone);
  const pair = pairWords(view.row, words, f);
  const lastStep = plan.status === "ready" ? plan.lastStep : null;
  return {
    ...header,
    canChange: !header.isClosed && pair.isReady,
    revision: view.revision,
    pair,
    choices: choiceSentences(view, words),
    reasons: scoreReasons(view.row.score, words),
    rows: pairingRows(view, words, locale),
    map: plan.status === "ready" ? mapWords(plan.map) : null,
    lastStep: lastStep && {
      sentence: stepSentence(lastStep, words),
      by: m.rounds_last_by({ name: lastStep.by, when: f.time(lastStep.at) }),
    },
    otherMentors: view.otherMentors.map((alternative) => alternativeWords(alternative, words)),
    otherRequests: view.otherRequests.map((alternative) => alternativeWords(alternative, words)),
  };
};

/** How good a choice each is for the other. */
function choiceSentences({ row }: PairView, words: ReasonWords): string[] {
  const [name, mentor] = [isolated(row.chosenName), isolated(row.name)];
  const place = (own: number, of: number) => ({ name, mentor, place: words.number(own), of: words.number(of) });
  return [
    row.mentorPlace === 1
      ? m.rounds_pair_choice_mentee_first({ name, mentor })
      : m.rounds_pair_choice_mentee(place(row.mentorPlace, row.mentorsPossible)),
    row.requestPlace === 1
      ? m.rounds_pair_choice_mentor_first({ name, mentor })
      : m.rounds_pair_choice_mentor(place(row.requestPlace, row.requestsPossible)),
  ];
}

export const actions: Actions = { aendern: changeDraft };
