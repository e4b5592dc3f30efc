import { exclusionBit } from "../exclusions.ts";
import type { PreparedRequest } from "../prepare-request.ts";
import { EXCLUSION_CODES } from "../types.ts";
import type { ExclusionCount, UnservedBecause, UnservedSurvey } from "./explanation-types.ts";
import { judgeMentors } from "./round-rows.ts";
import type { RoundJudgements } from "./round-rows.ts";
import { sceneOf } from "./round-scene.ts";
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
  const judgements = judgeMentors(scene.pool.packer, prepared);
  const counts = countMentors(scene, request, judgements);
  return {
    requestId: prepared.request.id,
    because: becauseOf(counts),
    ...counts,
    excluded: exclusionCounts(judgements.exclusions),
  };
}

type MentorCounts = Pick<UnservedSurvey, "possible" | "belowMinimum" | "ruledOut" | "full">;

function becauseOf({ possible, ruledOut, full, belowMinimum }: MentorCounts): UnservedBecause {
  if (possible > 0) return "taken_by_others";
  if (ruledOut > 0) return "ruled_out";
  if (full > 0) return "all_full";
  return belowMinimum > 0 ? "below_minimum" : "nobody_possible";
}

const AT_CAPACITY = exclusionBit("at_capacity");

function countMentors(scene: RoundScene, request: number, { exclusions, points }: RoundJudgements): MentorCounts {
  const { settings, numbered } = scene;
  let [possible, belowMinimum, ruledOut, full] = [0, 0, 0, 0];
  exclusions.forEach((mask, mentor) => {
    if (mask !== 0 && mask !== AT_CAPACITY) return;
    const isOut = numbered.mentorsLeftOut.has(mentor) || numbered.isBanned(request, mentor);
    if ((points[mentor] ?? 0) < settings.minimumPoints) belowMinimum += mask === 0 ? 1 : 0;
    else if (mask === AT_CAPACITY) full += isOut ? 0 : 1;
    else if (isOut) ruledOut++;
    else possible++;
  });
  return { possible, belowMinimum, ruledOut, full };
}

function exclusionCounts(masks: Uint16Array): ExclusionCount[] {
  return EXCLUSION_CODES.flatMap((code) => {
    const bit = exclusionBit(code);
    let [mentors, alone] = [0, 0];
    for (const mask of masks) {
      if ((mask & bit) !== 0) mentors++;
      if (mask === bit) alone++;
    }
    return mentors === 0 ? [] : [{ code, mentors, alone }];
  });
}
