/** The life of a request: see the glossary in the README. */
export const REQUEST_STATUSES = ["submitted", "clarified", "open", "in_proposal", "in_tandem", "closed"] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Why a request was closed, by code; nobody has to justify it. */
export const CLOSING_REASONS = [
  "withdrawn",
  "tandem_ended",
  "found_elsewhere",
  "moved",
  "no_contact",
  "not_wished_any_more",
  "not_our_service",
  "other",
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
