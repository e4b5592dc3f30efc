import type { RoundPairRow, SendingReport } from "@augenhoehe/contract";
import { redirect, type RequestEvent } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api } from "#lib/server/api.ts";
import { failAt, readForm } from "#lib/server/form.ts";
import { formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { reasonWords } from "#lib/server/reason-words.ts";
import { draftParams, failDraft } from "../../../draft-actions.ts";
import { draftHeader } from "../../../draft-header.ts";
import { pairOf, pairWords } from "../../../pair-words.ts";
import { requirePlan } from "../../../require-plan.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const header = await draftHeader(event);
  const { rows, revision } = await readAllPairs(event, header.here);
  const words = reasonWords(network, event.locals.locale);
  const f = formats(event.locals.locale, network.timeZone);
  const pairs = rows.map((row) => pairWords(row, words, f));
  return {
    ...header,
    revision,
    pairs: pairs.filter(({ isReady }) => isReady),
    others: pairs.filter(({ isReady }) => !isReady),
  };
};

/** Every page of the plan: what is sent is decided with all pairs in sight. */
async function readAllPairs(event: RequestEvent<{ id: string; draftId: string }>, plan: string) {
  const rows: RoundPairRow[] = [];
  for (let page = 1; ; page++) {
    const call = await api(event).call("readRoundPlan", { params: draftParams(event), query: { page } });
    const view = requirePlan(event, call, plan);
    if (view.status !== "ready") redirect(303, plan);
    rows.push(...view.pairs);
    if (view.pairs.length === 0 || rows.length >= view.total) return { rows, revision: view.revision };
  }
}

export const actions: Actions = {
  senden: async (event) => {
    const form = await readForm(event);
    const requestIds = form.list("requestId");
    if (requestIds.length === 0) return failAt(form, { requestId: m.rounds_send_nothing_ticked() });
    const body = { revision: form.number("revision") ?? 1, requestIds };
    const result = await api(event).call("sendRound", { params: draftParams(event), body });
    return result.ok ? { report: reportWords(result.data) } : failDraft(result, form);
  },
};

const STALE: Partial<Record<SendingReport["stale"][number]["reason"], (names: { mentor: string }) => string>> = {
  request_not_open: () => m.rounds_stale_request_not_open(),
  mentor_excluded: () => m.rounds_stale_mentor_excluded(),
  mentor_at_capacity: m.rounds_stale_mentor_at_capacity,
  mentor_not_eligible: m.rounds_stale_mentor_not_eligible,
};

function reportWords({ sent, alreadySent, stale, left }: SendingReport) {
  return {
    title: sent.length === 0 ? m.rounds_sent_none() : m.rounds_sent_title({ count: sent.length }),
    hasSent: sent.length > 0,
    already: alreadySent.length === 0 ? null : m.rounds_sent_already({ count: alreadySent.length }),
    left: left === 0 ? null : m.rounds_sent_left({ count: left }),
    sent: sent.map((row) => ({ id: row.proposalId, pair: pairOf({ ...row, name: row.mentorName }) })),
    staleTitle: m.rounds_stale_title({ count: stale.length }),
    stale: stale.map(({ reason, ...row }) => ({
      id: row.requestId,
      pair: pairOf({ ...row, name: row.mentorName }),
      why: STALE[reason]?.({ mentor: isolated(row.mentorName) }) ?? refusalMessage(reason),
    })),
  };
}
