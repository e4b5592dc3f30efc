import { scoredPairing } from "../pair.ts";
import type { Alternative, PairExplanation } from "./explanation-types.ts";
import { numberWishes } from "./numbered-wishes.ts";
import { choicesOf } from "./round-problem.ts";
import { poolOf } from "./round-pool.ts";
import type { PairPoints, RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";
import { whatIf, withPin } from "./what-if.ts";

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
  const pool = poolOf(input);
  const pair = plan.pairs.find((other) => other.requestId === requestId);
  const request = pool.requestNumbers.get(requestId) ?? -1;
  const mentor = pool.mentorNumbers.get(pair?.mentorId ?? "") ?? -1;
  const [prepared, planned] = [pool.requests[request], pool.mentors[mentor]];
  if (pair === undefined || prepared === undefined || planned === undefined) return null;

  const unpinned = { ...wishes, pins: wishes.pins.filter((pin) => pin.requestId !== requestId) };
  const numbered = numberWishes(pool, unpinned);
  const solveWith = (pairs: readonly PairPoints[]): Alternative[] =>
    bestFirst(pairs).map((other) => ({ ...other, cost: whatIf(plan, pool, settings, withPin(unpinned, other)) }));

  const otherMentors = choicesOf(pool, settings, numbered, request)
    .filter((choice) => choice.mentor !== mentor && (numbered.places[choice.mentor] ?? 0) > 0)
    .map((choice) => ({ requestId, mentorId: pool.mentors[choice.mentor]?.id ?? "", points: choice.points }));
  const alreadyWithMentor = new Set(
    plan.pairs.filter(({ mentorId }) => mentorId === planned.id).map((other) => other.requestId),
  );
  const otherRequests = pool.requests.flatMap((other, number) => {
    if (alreadyWithMentor.has(other.request.id) || numbered.pins.has(number)) return [];
    const choice = choicesOf(pool, settings, numbered, number).find((possible) => possible.mentor === mentor);
    return choice === undefined ? [] : [{ requestId: other.request.id, mentorId: planned.id, points: choice.points }];
  });
  return {
    pair,
    pairing: scoredPairing(planned, prepared),
    otherMentors: solveWith(otherMentors),
    otherRequests: (numbered.places[mentor] ?? 0) > 0 ? solveWith(otherRequests) : [],
  };
}

/** The stable order keeps people by id where points are equal. */
const bestFirst = (pairs: readonly PairPoints[]): readonly PairPoints[] =>
  pairs.toSorted((a, b) => b.points - a.points).slice(0, ALTERNATIVES_SHOWN);
