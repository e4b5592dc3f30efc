import { exclusionBit, exclusionMask } from "../exclusions.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import { EXCLUSION_CODES } from "../types.ts";
import type { MatchMentor } from "../types.ts";
import type { ExclusionCount, UnservedBecause, UnservedSurvey } from "./explanation-types.ts";
import { pointsOf } from "./round-rows.ts";
import { choicesIn, sceneOf } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

/** What binds everybody whom nobody serves, by id; without solving anything again. */
export function surveyUnserved(
  input: RoundInput,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
): UnservedSurvey[] {
  const scene = sceneOf(input, settings, wishes, plan);
  return plan.unserved.flatMap((requestId) => {
    const request = scene.pool.requestNumbers.get(requestId) ?? -1;
    const prepared = scene.pool.requests[request];
    return prepared === undefined ? [] : [surveyOne(scene, request, prepared)];
  });
}

export function surveyOne(scene: RoundScene, request: number, prepared: PreparedRequest): UnservedSurvey {
  const counts = countMentors(scene, request, prepared);
  return {
    requestId: prepared.request.id,
    because: becauseOf(counts),
    ...counts,
    excluded: exclusionCounts(scene.pool.mentors, prepared),
  };
}

type MentorCounts = Pick<UnservedSurvey, "possible" | "belowMinimum" | "ruledOut" | "full">;

function becauseOf({ possible, ruledOut, full, belowMinimum }: MentorCounts): UnservedBecause {
  if (possible > 0) return "taken_by_others";
  if (ruledOut > 0) return "ruled_out";
  if (full > 0) return "all_full";
  return belowMinimum > 0 ? "below_minimum" : "nobody_possible";
}

function countMentors(scene: RoundScene, request: number, prepared: PreparedRequest): MentorCounts {
  const { pool, settings, numbered } = scene;
  const row = pool.rows[request];
  const atCapacity = exclusionBit("at_capacity");
  let [belowMinimum, ruledOut, full] = [0, 0, 0];
  pool.mentors.forEach((mentor, number) => {
    const isOut = numbered.mentorsLeftOut.has(number) || numbered.isBanned(request, number);
    const points = row === undefined ? null : pointsOf(row, number);
    if (points !== null && points < settings.minimumPoints) belowMinimum++;
    else if (points !== null && isOut) ruledOut++;
    else if (points === null && exclusionMask(mentor, prepared) === atCapacity && !isOut) {
      if (totalOf(mentor, prepared) >= settings.minimumPoints) full++;
    }
  });
  return { possible: choicesIn(scene, request).length, belowMinimum, ruledOut, full };
}

function exclusionCounts(mentors: readonly MatchMentor[], prepared: PreparedRequest): ExclusionCount[] {
  const masks = mentors.map((mentor) => exclusionMask(mentor, prepared));
  return EXCLUSION_CODES.flatMap((code) => {
    const bit = exclusionBit(code);
    const count = masks.filter((mask) => (mask & bit) !== 0).length;
    return count === 0 ? [] : [{ code, mentors: count, alone: masks.filter((mask) => mask === bit).length }];
  });
}
