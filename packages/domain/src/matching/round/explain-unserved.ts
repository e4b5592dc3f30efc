import { doorsFor } from "./doors.ts";
import { alternative } from "./explain-pair.ts";
import type { Alternative, UnservedExplanation } from "./explanation-types.ts";
import { compareWorth, PinTrials } from "./pin-trials.ts";
import { choicesIn, hasPlace, sceneOf } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";
import { surveyOne } from "./survey-unserved.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

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

/** The mentors whom others would miss least: each is tried on the plan, the best are solved again in full. */
function displacing(scene: RoundScene, request: number, requestId: string): Alternative[] {
  const trials = new PinTrials(scene);
  return choicesIn(scene, request)
    .filter(({ mentor }) => hasPlace(scene, mentor))
    .map(({ mentor, points }) => ({ mentor, points, worth: trials.worthWith(request, mentor, points) }))
    .sort((a, b) => compareWorth(a.worth, b.worth))
    .slice(0, DISPLACING_SHOWN)
    .map(({ mentor, points }) =>
      alternative(scene, { requestId, mentorId: scene.pool.mentors[mentor]?.id ?? "", points }),
    );
}
