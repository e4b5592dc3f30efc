import { doorsFor } from "./doors.ts";
import { alternative } from "./explain-pair.ts";
import type { Alternative, UnservedExplanation } from "./explanation-types.ts";
import { choicesIn, compareChanges, hasPlace, sceneOf } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";
import { surveyOne } from "./survey-unserved.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

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
  const scene = sceneOf(input, settings, wishes, plan);
  const request = scene.pool.requestNumbers.get(requestId) ?? -1;
  const prepared = scene.pool.requests[request];
  if (prepared === undefined || !plan.unserved.includes(requestId)) return null;
  return {
    ...surveyOne(scene, request, prepared),
    doors: doorsFor(scene, request, prepared),
    displacing: displacing(scene, request, requestId),
  };
}

/** Pinned one after the other: tried are the mentors who, by their prices, would be missed least for this fit. */
function displacing(scene: RoundScene, request: number, requestId: string): Alternative[] {
  const prices = new Map(scene.plan.prices.mentors);
  const better = compareChanges(scene);
  return choicesIn(scene, request)
    .filter(({ mentor }) => hasPlace(scene, mentor))
    .map(({ mentor, points }) => ({ requestId, mentorId: scene.pool.mentors[mentor]?.id ?? "", points }))
    .map((pair) => ({ pair, gain: 100 * pair.points - (prices.get(pair.mentorId) ?? 0) }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, DISPLACING_TRIED)
    .map(({ pair }) => alternative(scene, pair))
    .sort((a, b) => better(a.cost, b.cost))
    .slice(0, DISPLACING_SHOWN);
}
