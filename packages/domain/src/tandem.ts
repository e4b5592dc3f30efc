export const TANDEM_STATUSES = ["introduced", "active", "paused", "ended"] as const;
export type TandemStatus = (typeof TANDEM_STATUSES)[number];

/** Why a tandem ended, by code; never having to justify it. `deportation` is shown as "Abschiebung". */
export const TANDEM_ENDING_REASONS = [
  "goal_reached",
  "moved",
  "no_time",
  "no_contact",
  "did_not_fit",
  "conflict",
  "onward_migration",
  "deportation",
  "safeguarding",
  "other",
] as const;
export type TandemEndingReason = (typeof TANDEM_ENDING_REASONS)[number];
