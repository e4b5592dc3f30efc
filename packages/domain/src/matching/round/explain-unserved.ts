import { exclusionBit, exclusionMask } from "../exclusions.ts";
import { EXCLUSION_CODES } from "../types.ts";
import type { MatchMentor } from "../types.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import { doorsFor } from "./doors.ts";
import type { Alternative, ExclusionCount, UnservedBecause, UnservedExplanation } from "./explanation-types.ts";
import { numberWishes } from "./numbered-wishes.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { choicesOf } from "./round-problem.ts";
import { poolOf, pointsOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";
import { compareChanges, whatIf, withPin } from "./what-if.ts";

const DISPLACING_TRIED = 8;
const DISPLACING_SHOWN = 3;

/** Why nobody serves this request, and what would. Null when somebody does, or when it is not in the round. */
export function explainUnserved(
  input: RoundInput,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
  requestId: string,
): UnservedExplanation | null {
  const pool = poolOf(input);
  const request = pool.requestNumbers.get(requestId) ?? -1;
  const prepared = pool.requests[request];
  if (prepared === undefined || !plan.unserved.includes(requestId)) return null;
  const numbered = numberWishes(pool, wishes);
  const counts = countMentors(pool, settings, numbered, request, prepared);
  return {
    requestId,
    because: becauseOf(counts),
    ...counts,
    excluded: exclusionCounts(pool.mentors, prepared),
    doors: doorsFor(pool, settings, wishes, plan, request, prepared),
    displacing: displacing(pool, settings, wishes, plan, request, requestId),
  };
}

type MentorCounts = Pick<UnservedExplanation, "possible" | "belowMinimum" | "ruledOut" | "full">;

function becauseOf({ possible, ruledOut, full, belowMinimum }: MentorCounts): UnservedBecause {
  if (possible > 0) return "taken_by_others";
  if (ruledOut > 0) return "ruled_out";
  if (full > 0) return "all_full";
  return belowMinimum > 0 ? "below_minimum" : "nobody_possible";
}

function countMentors(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: NumberedWishes,
  request: number,
  prepared: PreparedRequest,
): MentorCounts {
  const row = pool.rows[request];
  const atCapacity = exclusionBit("at_capacity");
  let [belowMinimum, ruledOut, full] = [0, 0, 0];
  pool.mentors.forEach((mentor, number) => {
    const isOut = wishes.mentorsLeftOut.has(number) || wishes.isBanned(request, number);
    const points = row === undefined ? null : pointsOf(row, number);
    if (points !== null && points < settings.minimumPoints) belowMinimum++;
    else if (points !== null && isOut) ruledOut++;
    else if (points === null && exclusionMask(mentor, prepared) === atCapacity && !isOut) {
      if (totalOf(mentor, prepared) >= settings.minimumPoints) full++;
    }
  });
  return { possible: choicesOf(pool, settings, wishes, request).length, belowMinimum, ruledOut, full };
}

function exclusionCounts(mentors: readonly MatchMentor[], prepared: PreparedRequest): ExclusionCount[] {
  const masks = mentors.map((mentor) => exclusionMask(mentor, prepared));
  return EXCLUSION_CODES.flatMap((code) => {
    const bit = exclusionBit(code);
    const count = masks.filter((mask) => (mask & bit) !== 0).length;
    return count === 0 ? [] : [{ code, mentors: count, alone: masks.filter((mask) => mask === bit).length }];
  });
}

/** Pinned one after the other: the mentors whose places are worth least to the others, after the prices, are tried. */
function displacing(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
  request: number,
  requestId: string,
): Alternative[] {
  const numbered = numberWishes(pool, wishes);
  const prices = new Map(plan.prices.mentors);
  const better = compareChanges(settings);
  return choicesOf(pool, settings, numbered, request)
    .filter(({ mentor }) => (numbered.places[mentor] ?? 0) > 0)
    .map(({ mentor, points }) => ({ requestId, mentorId: pool.mentors[mentor]?.id ?? "", points }))
    .map((pair) => ({ pair, worth: 100 * pair.points - (prices.get(pair.mentorId) ?? 0) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, DISPLACING_TRIED)
    .map(({ pair }) => ({ ...pair, cost: whatIf(plan, pool, settings, withPin(wishes, pair)) }))
    .sort((a, b) => better(a.cost, b.cost))
    .slice(0, DISPLACING_SHOWN);
}
