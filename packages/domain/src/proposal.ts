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
export const OPEN_PROPOSAL_STATES = ["awaiting_volunteer", "awaiting_mentee", "awaiting_confirmation"] as const satisfies ProposalState[];
