import type { ProposalState, RequestStatus, TandemStatus } from "@augenhoehe/domain";

/** The colour of a chip; the word beside it says the same. */
type Tone = "plain" | "done" | "waiting" | "care";

const REQUEST_TONES = {
  submitted: "care",
  clarified: "waiting",
  open: "waiting",
  in_proposal: "plain",
  in_tandem: "done",
  closed: "plain",
} satisfies Record<RequestStatus, Tone>;

const PROPOSAL_TONES = {
  awaiting_volunteer: "waiting",
  awaiting_mentee: "waiting",
  awaiting_confirmation: "care",
  confirmed: "done",
  declined_by_volunteer: "plain",
  declined_by_mentee: "plain",
  declined_by_coordinator: "plain",
  withdrawn: "plain",
  expired: "plain",
} satisfies Record<ProposalState, Tone>;

const TANDEM_TONES = {
  introduced: "waiting",
  active: "done",
  paused: "plain",
  ended: "plain",
} satisfies Record<TandemStatus, Tone>;

export const requestTone = (status: RequestStatus): Tone => REQUEST_TONES[status];
export const proposalTone = (state: ProposalState): Tone => PROPOSAL_TONES[state];
export const tandemTone = (status: TandemStatus): Tone => TANDEM_TONES[status];
