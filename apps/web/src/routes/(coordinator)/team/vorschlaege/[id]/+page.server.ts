import type { ProposalDetail } from "@augenhoehe/contract";
import { isOpenProposal } from "@augenhoehe/domain";
import { redirect } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { PROPOSAL_STATE_LABELS } from "#lib/messages/labels.ts";
import { proposalTone } from "#lib/messages/state-tone.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { formats, type Formats } from "#lib/server/format.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { reasonWords, scoreReasons } from "#lib/server/reason-words.ts";
import type { Actions, PageServerLoad } from "./$types";

type Circles = "none" | "mentor" | "both" | "joined";

/** How far the two circles have come; whoever said no leaves them where they were. */
function circles({ state, volunteerAnsweredAt, menteeAnsweredAt }: ProposalDetail): Circles {
  if (state === "confirmed") return "joined";
  if (menteeAnsweredAt !== null && state !== "declined_by_mentee") return "both";
  return volunteerAnsweredAt !== null && state !== "declined_by_volunteer" ? "mentor" : "none";
}

function steps(proposal: ProposalDetail, when: Formats) {
  const { createdAt, volunteerAnsweredAt, menteeAnsweredAt, answerBy, state } = proposal;
  const isOpen = isOpenProposal(state);
  const answered = (at: string | null) => (at === null ? undefined : when.shortDateTime(at));
  const until = answerBy === null ? undefined : m.coordinator_proposal_answer_by({ date: when.date(answerBy) });
  const stateOf = (isDone: boolean, isCurrent: boolean) =>
    isDone ? ("done" as const) : isCurrent ? ("current" as const) : ("later" as const);
  return [
    {
      key: "made",
      label: m.coordinator_proposal_step_made(),
      state: "done" as const,
      detail: when.shortDateTime(createdAt),
    },
    {
      key: "volunteer",
      label: m.coordinator_proposal_step_volunteer(),
      state: stateOf(volunteerAnsweredAt !== null, state === "awaiting_volunteer"),
      detail: answered(volunteerAnsweredAt) ?? (state === "awaiting_volunteer" ? until : undefined),
    },
    {
      key: "mentee",
      label: m.coordinator_proposal_step_mentee(),
      state: stateOf(menteeAnsweredAt !== null, state === "awaiting_mentee"),
      detail: answered(menteeAnsweredAt) ?? (state === "awaiting_mentee" ? until : undefined),
    },
    {
      key: "confirm",
      label: m.coordinator_proposal_step_confirm(),
      state: stateOf(state === "confirmed", isOpen && state === "awaiting_confirmation"),
      detail: undefined,
    },
  ];
}

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  const proposal = requireData(event, await api(event).call("readProposal", { params: event.params }));
  const { locale } = event.locals;
  const when = formats(locale, network.timeZone);
  const hasBothYeses = proposal.state === "awaiting_confirmation";
  const done = event.url.searchParams.get("erledigt");
  const DONE: Readonly<Record<string, () => string>> = {
    vorgeschlagen: () => m.coordinator_done_proposed({ name: isolated(proposal.volunteerName) }),
    zurueckgezogen: m.coordinator_done_withdrawn,
    abgelehnt: m.coordinator_done_declined,
  };
  return {
    pageForm: hasBothYeses,
    requestId: proposal.requestId,
    volunteerId: proposal.volunteerId,
    mentee: proposal.chosenName,
    mentor: proposal.volunteerName,
    stateLabel: PROPOSAL_STATE_LABELS[proposal.state](),
    tone: proposalTone(proposal.state),
    isOpen: isOpenProposal(proposal.state),
    hasBothYeses,
    circles: circles(proposal),
    steps: steps(proposal, when),
    points: proposal.score.total,
    weightsVersion: proposal.score.weightsVersion,
    reasons: scoreReasons(proposal.score, reasonWords(network, locale)),
    endedReason: proposal.endedReason,
    tandemId: proposal.tandemId,
    done: done === null ? null : (DONE[done]?.() ?? null),
  };
};

export const actions: Actions = {
  keepTyped,
  bestaetigen: async (event) => {
    const form = await readForm(event);
    if (!form.flag("publicPlace")) return failAt(form, { publicPlace: m.refusals_meeting_place_not_public() });
    const body = {
      startsAt: form.text("startsAt"),
      place: form.text("place"),
      publicPlace: true as const,
      accompaniedBy: form.text("accompaniedBy"),
    };
    const result = await api(event).call("confirmProposal", { params: event.params, body });
    if (result.ok) redirect(303, `/team/tandems/${result.data.id}?erledigt=bestaetigt`);
    const { error } = result;
    if (error.code === "refused" && error.refusal === "meeting_in_past") {
      return failAt(form, { startsAt: m.refusals_meeting_in_past() });
    }
    return failWith(result, form);
  },
  zurueckziehen: async (event) => {
    const form = await readForm(event);
    const body = { reason: form.text("reason") };
    const result = await api(event).call("withdrawProposal", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/vorschlaege/${event.params.id}?erledigt=zurueckgezogen`);
  },
  ablehnen: async (event) => {
    const form = await readForm(event);
    const body = { reason: form.text("reason") };
    const result = await api(event).call("declineProposal", { params: event.params, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/vorschlaege/${event.params.id}?erledigt=abgelehnt`);
  },
};
