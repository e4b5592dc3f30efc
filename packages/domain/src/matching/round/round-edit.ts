import type { RoundBanReason, RoundPin } from "./types.ts";

/** One change of a draft by hand. */
export type RoundEdit =
  | { readonly kind: "pin"; readonly requestId: string; readonly mentorId: string }
  | { readonly kind: "unpin"; readonly requestId: string }
  | { readonly kind: "ban"; readonly requestId: string; readonly mentorId: string; readonly reason: RoundBanReason }
  | { readonly kind: "unban"; readonly requestId: string; readonly mentorId: string }
  /** Two pairs as they are in the plan: each request is pinned to the other's mentor. */
  | { readonly kind: "swap"; readonly pairs: readonly [RoundPin, RoundPin] }
  | { readonly kind: "prioritise"; readonly requestId: string }
  | { readonly kind: "deprioritise"; readonly requestId: string }
  | { readonly kind: "leave_out"; readonly side: RoundSide; readonly id: string }
  | { readonly kind: "bring_back"; readonly side: RoundSide; readonly id: string };
export type RoundEditKind = RoundEdit["kind"];
export const ROUND_EDIT_KINDS = [
  "pin",
  "unpin",
  "ban",
  "unban",
  "swap",
  "prioritise",
  "deprioritise",
  "leave_out",
  "bring_back",
] as const satisfies readonly RoundEditKind[];

export const ROUND_SIDES = ["request", "mentor"] as const;
export type RoundSide = (typeof ROUND_SIDES)[number];
