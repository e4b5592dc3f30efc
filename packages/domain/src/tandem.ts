import { Refusal } from "./refusals.ts";

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

export interface TandemState {
  readonly status: TandemStatus;
  readonly endedAt: Date | null;
  readonly endingReason: TandemEndingReason | null;
}

export type TandemCommand =
  | { readonly type: "first_meeting_held" }
  | { readonly type: "pause" }
  | { readonly type: "resume" }
  | { readonly type: "end"; readonly reason: TandemEndingReason };

export const INTRODUCED_TANDEM: TandemState = { status: "introduced", endedAt: null, endingReason: null };

/** The next state of a tandem, or a refusal. A tandem can be ended from everywhere, and only once. */
export function decideTandem(state: TandemState, command: TandemCommand, now: Date): TandemState {
  const { status } = state;
  if (status === "ended") throw new Refusal("tandem_ended");
  switch (command.type) {
    case "first_meeting_held":
      if (status !== "introduced") throw new Refusal("tandem_already_active");
      return { ...state, status: "active" };
    case "pause":
      if (status === "paused") throw new Refusal("already_paused");
      if (status === "introduced") throw new Refusal("tandem_not_active");
      return { ...state, status: "paused" };
    case "resume":
      if (status !== "paused") throw new Refusal("tandem_not_paused");
      return { ...state, status: "active" };
    case "end":
      return { status: "ended", endedAt: now, endingReason: command.reason };
  }
}
