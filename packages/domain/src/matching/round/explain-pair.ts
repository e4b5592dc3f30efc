import { scoredPairing } from "../pair.ts";
import type { Alternative, PairExplanation } from "./explanation-types.ts";
import { choicePoints, choicesIn, hasPlace, sceneOf, whatIf, withPin } from "./round-scene.ts";
import type { RoundScene } from "./round-scene.ts";
import type { PairPoints, RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

const ALTERNATIVES_SHOWN = 3;

/**
 * Why these two, and what the next best choices of either side would cost the others. An alternative is this pair
 * unpinned and the other one pinned; people whom another pin binds are none. Null when the plan does not pair the request.
 */
export function explainPair(
  input: RoundInput,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
  requestId: string,
): PairExplanation | null {
  const unpinned = { ...wishes, pins: wishes.pins.filter((pin) => pin.requestId !== requestId) };
  const scene = sceneOf(input, settings, unpinned, plan);
  const { pool } = scene;
  const pair = plan.pairs.find((other) => other.requestId === requestId);
  const request = pool.requestNumbers.get(requestId) ?? -1;
  const mentor = pool.mentorNumbers.get(pair?.mentorId ?? "") ?? -1;
  const [prepared, planned] = [pool.requests[request], pool.mentors[mentor]];
  if (pair === undefined || prepared === undefined || planned === undefined) return null;
  return {
    pair,
    pairing: scoredPairing(planned, prepared),
    otherMentors: bestFirst(otherMentors(scene, request, mentor)).map((other) => alternative(scene, other)),
    otherRequests: bestFirst(otherRequests(scene, mentor)).map((other) => alternative(scene, other)),
  };
}

function otherMentors(scene: RoundScene, request: number, planned: number): PairPoints[] {
  const requestId = scene.pool.requests[request]?.request.id ?? "";
  return choicesIn(scene, request)
    .filter(({ mentor }) => mentor !== planned && hasPlace(scene, mentor))
    .map(({ mentor, points }) => ({ requestId, mentorId: scene.pool.mentors[mentor]?.id ?? "", points }));
}

function otherRequests(scene: RoundScene, mentor: number): PairPoints[] {
  const { pool, numbered, plan } = scene;
  if (!hasPlace(scene, mentor)) return [];
  const mentorId = pool.mentors[mentor]?.id ?? "";
  const served = new Set(plan.pairs.filter((pair) => pair.mentorId === mentorId).map(({ requestId }) => requestId));
  return pool.requests.flatMap(({ request: { id: requestId } }, number) => {
    if (served.has(requestId) || numbered.pins.has(number)) return [];
    const points = choicePoints(scene, number, mentor);
    return points === null ? [] : [{ requestId, mentorId, points }];
  });
}

/** Where points are equal, people stay by id. */
const bestFirst = (pairs: readonly PairPoints[]): readonly PairPoints[] =>
  pairs.toSorted((a, b) => b.points - a.points).slice(0, ALTERNATIVES_SHOWN);

export const alternative = (scene: RoundScene, pair: PairPoints): Alternative => ({
  ...pair,
  cost: whatIf(scene, { wishes: withPin(scene.wishes, pair) }),
});
