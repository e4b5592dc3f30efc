import { Refusal } from "./refusals.ts";
import { requireFirstMeeting } from "./first-meeting.ts";
import type { FirstMeeting } from "./first-meeting.ts";

/** Double-blind, volunteer first: each yes moves a proposal one state on, a no at any point ends it silently. */
export const PROPOSAL_STATES = [
  "awaiting_volunteer",
  "awaiting_mentee",
  "awaiting_confirmation",
  "confirmed",
  "declined_by_volunteer",
  "declined_by_mentee",
  "declined_by_coordinator",
  "withdrawn",
  "expired",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** These take up a place of the volunteer and bind the request. */
export const OPEN_PROPOSAL_STATES = [
  "awaiting_volunteer",
  "awaiting_mentee",
  "awaiting_confirmation",
] as const satisfies ProposalState[];

/** How long each side has to answer, unless a network says otherwise. */
export const DAYS_TO_ANSWER = 7;

export interface Proposal {
  readonly state: ProposalState;
  /** Until when the side being asked may answer; without meaning once both said yes. */
  readonly answerBy: Date;
  /** The last answer of each side. */
  readonly volunteerAnsweredAt: Date | null;
  readonly menteeAnsweredAt: Date | null;
  readonly endedAt: Date | null;
}

export type ProposalCommand =
  | { readonly type: "volunteer_answers"; readonly yes: boolean }
  | { readonly type: "mentee_answers"; readonly yes: boolean }
  | { readonly type: "confirm"; readonly meeting: FirstMeeting }
  /** By the coordinator, against a pair who both said yes. */
  | { readonly type: "decline" }
  /** Taken back: by the coordinator, or because the request was withdrawn or the volunteer left. */
  | { readonly type: "withdraw" }
  /** By the clock. */
  | { readonly type: "expire" };

export function newProposal(now: Date, daysToAnswer = DAYS_TO_ANSWER): Proposal {
  return {
    state: "awaiting_volunteer",
    answerBy: daysLater(now, daysToAnswer),
    volunteerAnsweredAt: null,
    menteeAnsweredAt: null,
    endedAt: null,
  };
}

export const isOpenProposal = (state: ProposalState): boolean => OPEN_PROPOSAL_STATES.some((open) => open === state);

/** Nobody answered in time. Two yeses never expire: then it is the coordinator's turn. */
export function isProposalOverdue({ state, answerBy }: Proposal, now: Date): boolean {
  return (state === "awaiting_volunteer" || state === "awaiting_mentee") && now > answerBy;
}

/**
 * The next state of a proposal, or a refusal. Who may confirm for this volunteer (eligibility, places) is decided by
 * `requireConfirmable` and `requirePlaceToConfirm` in the same transaction.
 */
export function decideProposal(
  proposal: Proposal,
  command: ProposalCommand,
  now: Date,
  daysToAnswer = DAYS_TO_ANSWER,
): Proposal {
  switch (command.type) {
    case "volunteer_answers":
      return answerOfVolunteer(proposal, command.yes, now, daysToAnswer);
    case "mentee_answers":
      return answerOfMentee(proposal, command.yes, now);
    case "confirm":
      refuseUnlessBothSaidYes(proposal);
      requireFirstMeeting(command.meeting, now);
      return ended(proposal, "confirmed", now);
    case "decline":
      refuseUnlessBothSaidYes(proposal);
      return ended(proposal, "declined_by_coordinator", now);
    case "withdraw":
      refuseUnlessOpen(proposal);
      return ended(proposal, "withdrawn", now);
    case "expire":
      refuseUnlessOpen(proposal);
      if (!isProposalOverdue(proposal, now)) throw new Refusal("not_yet_answered");
      return ended(proposal, "expired", now);
  }
}

/** A yes may be taken back until the coordinator confirms; the other side sees no difference to any other end. */
function answerOfVolunteer(proposal: Proposal, yes: boolean, now: Date, daysToAnswer: number): Proposal {
  if (proposal.state === "declined_by_volunteer" || proposal.state === "declined_by_mentee") {
    throw new Refusal("already_answered");
  }
  refuseUnlessOpen(proposal);
  if (isProposalOverdue(proposal, now)) throw new Refusal("proposal_expired");
  if (!yes) return ended({ ...proposal, volunteerAnsweredAt: now }, "declined_by_volunteer", now);
  if (proposal.state !== "awaiting_volunteer") throw new Refusal("already_answered");
  return { ...proposal, state: "awaiting_mentee", volunteerAnsweredAt: now, answerBy: daysLater(now, daysToAnswer) };
}

/** Before the volunteer's yes there is nothing to find for the mentee: not even that somebody was asked. */
function answerOfMentee(proposal: Proposal, yes: boolean, now: Date): Proposal {
  if (wasHiddenFromMentee(proposal)) throw new Refusal("not_found");
  if (proposal.state === "declined_by_mentee") throw new Refusal("already_answered");
  refuseUnlessOpen(proposal);
  if (isProposalOverdue(proposal, now)) throw new Refusal("proposal_expired");
  if (!yes) return ended({ ...proposal, menteeAnsweredAt: now }, "declined_by_mentee", now);
  if (proposal.state !== "awaiting_mentee") throw new Refusal("already_answered");
  return { ...proposal, state: "awaiting_confirmation", menteeAnsweredAt: now };
}

function wasHiddenFromMentee({ state, volunteerAnsweredAt, menteeAnsweredAt }: Proposal): boolean {
  return volunteerAnsweredAt === null || (state === "declined_by_volunteer" && menteeAnsweredAt === null);
}

function refuseUnlessBothSaidYes(proposal: Proposal): void {
  if (proposal.state === "confirmed") throw new Refusal("already_confirmed");
  refuseUnlessOpen(proposal);
  if (proposal.state !== "awaiting_confirmation") throw new Refusal("not_yet_answered");
}

function refuseUnlessOpen({ state }: Proposal): void {
  if (isOpenProposal(state)) return;
  if (state === "confirmed") throw new Refusal("already_confirmed");
  if (state === "withdrawn") throw new Refusal("proposal_withdrawn");
  if (state === "expired") throw new Refusal("proposal_expired");
  throw new Refusal("proposal_closed");
}

const ended = (proposal: Proposal, state: ProposalState, now: Date): Proposal => ({ ...proposal, state, endedAt: now });

const DAY_MS = 86_400_000;
const daysLater = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** What one side sees of a proposal. `hidden` and no proposal at all look the same. */
export type ProposalView = "hidden" | "question" | "said_yes" | "confirmed" | "ended";

/** Ends look alike: nobody learns whether the other side said no, let it pass, or was never asked. */
export function proposalView(proposal: Proposal, viewer: "volunteer" | "mentee"): ProposalView {
  const { state } = proposal;
  if (state === "confirmed") return "confirmed";
  if (viewer === "volunteer") {
    if (!isOpenProposal(state)) return "ended";
    return state === "awaiting_volunteer" ? "question" : "said_yes";
  }
  if (!isOpenProposal(state)) return proposal.menteeAnsweredAt === null ? "hidden" : "ended";
  if (state === "awaiting_volunteer") return "hidden";
  return state === "awaiting_mentee" ? "question" : "said_yes";
}
