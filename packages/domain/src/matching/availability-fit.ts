import { overlapSlots } from "../week.ts";
import type { WeekSlots } from "../week.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import type { MatchMentor, Reason } from "./types.ts";

/** By common parts of the week: the first matters most, three are enough. */
const FIT_BY_OVERLAP = [0, 6_000, 8_500, 10_000] as const;
const UNKNOWN_FIT = 5_000;

/** Parts of the week that both told to be free; null when one side told none. */
export function commonSlots(mentor: MatchMentor, prepared: PreparedRequest): WeekSlots | null {
  if (prepared.slots === null || mentor.slots === null || mentor.slots === 0) return null;
  return prepared.slots & mentor.slots;
}

export const hasNoCommonTime = (mentor: MatchMentor, prepared: PreparedRequest): boolean =>
  commonSlots(mentor, prepared) === 0;

export function availabilityFit(mentor: MatchMentor, prepared: PreparedRequest): number {
  const common = commonSlots(mentor, prepared);
  return fitOfOverlap(common === null ? null : overlapSlots(common, common));
}

/** Ten-thousandths for so many common parts of the week; null when one side told none. */
export function fitOfOverlap(commonParts: number | null): number {
  return commonParts === null ? UNKNOWN_FIT : (FIT_BY_OVERLAP[commonParts] ?? 10_000);
}

export function availabilityReason(mentor: MatchMentor, prepared: PreparedRequest): Reason {
  const slots = commonSlots(mentor, prepared);
  return slots === null
    ? { code: "times_unknown" }
    : { code: "common_times", slots, count: overlapSlots(slots, slots) };
}
