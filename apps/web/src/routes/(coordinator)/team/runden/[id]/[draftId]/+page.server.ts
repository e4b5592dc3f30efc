import { redirect, type RequestEvent } from "@sveltejs/kit";
import type { ReadyPlanView } from "@augenhoehe/contract";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, readForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { pageNumber } from "#lib/server/list-filter.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { reasonWords } from "#lib/server/reason-words.ts";
import { changeWords } from "../../change-words.ts";
import { decisionWords } from "../../decision-words.ts";
import { changeDraft, draftParams, draftPath, undoStep } from "../../draft-actions.ts";
import { figureSentences, resultSentence } from "../../figure-words.ts";
import { mapWords } from "../../map-words.ts";
import { pairWords } from "../../pair-words.ts";
import { stepSentence } from "../../step-words.ts";
import { unservedWords } from "../../unserved-words.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { params, locals, url } = event;
  const network = await readOwnNetwork(event);
  const round = requireData(event, await api(event).call("readRound", { params: { id: params.id } }));
  const query = { page: pageNumber(url) };
  const view = requireData(event, await api(event).call("readRoundPlan", { params: draftParams(event), query }));
  const words = reasonWords(network, locals.locale);
  const f = formats(locals.locale, network.timeZone);
  const draft = round.drafts.find(({ id }) => id === params.draftId);
  return {
    id: params.id,
    draftId: params.draftId,
    name: round.name,
    draftName: draft?.name ?? "",
    hasSeveralDrafts: round.drafts.length > 1,
    isClosed: round.closedAt !== null,
    revision: view.revision,
    steps: draft?.steps ?? 0,
    hasCopied: url.searchParams.has("kopiert"),
    isUndone: url.searchParams.has("zurueckgenommen"),
    working:
      view.status === "working"
        ? {
            percent: m.rounds_working_percent({ percent: f.number(Math.floor(view.progress * 100)) }),
            share: view.progress,
          }
        : null,
    stopped: view.status === "cancelled" || view.status === "failed" ? view.status : null,
    plan: view.status === "ready" ? planWords(view, words, f) : null,
    swapping: view.status === "ready" ? swapping(view, words, f, url.searchParams.get("tauschen")) : null,
  };
};

function planWords(view: ReadyPlanView, words: ReasonWords, f: Formats) {
  const { figures, lastStep, lastChange } = view;
  return {
    result: resultSentence(figures),
    figures: [...figureSentences(figures, f), ...(view.proved ? [m.rounds_figure_proved()] : [])],
    pairs: view.pairs.map((row) => pairWords(row, words, f)),
    total: view.total,
    page: view.page,
    pageSize: view.pageSize,
    sendable: view.sendable,
    unserved: view.unserved.map((row) => unservedWords(row, words, f)),
    map: mapWords(view.map),
    decisions: decisionWords(view.decisions),
    lastStep: lastStep && {
      sentence: stepSentence(lastStep, words),
      by: m.rounds_last_by({ name: lastStep.by, when: f.time(lastStep.at) }),
    },
    change: lastChange && changeWords(lastChange, words),
  };
}

/** The first of two pairs to be swapped, chosen by a link, so that it works without scripts. */
function swapping(view: ReadyPlanView, words: ReasonWords, f: Formats, requestId: string | null) {
  const row = view.pairs.find((pair) => pair.requestId === requestId);
  if (row === undefined) return null;
  const { mentorId, pair } = pairWords(row, words, f);
  return { requestId: row.requestId, mentorId, pair };
}

async function steer(event: RequestEvent<{ id: string; draftId: string }>, name: "cancelRoundPlan" | "startRoundPlan") {
  const form = await readForm(event);
  const result = await api(event).call(name, { params: draftParams(event) });
  if (!result.ok) return failWith(result, form);
  redirect(303, draftPath(event));
}

export const actions: Actions = {
  aendern: changeDraft,
  zurueck: undoStep,
  abbrechen: (event) => steer(event, "cancelRoundPlan"),
  rechnen: (event) => steer(event, "startRoundPlan"),
};
