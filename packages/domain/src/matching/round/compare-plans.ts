import type { PlanOutline } from "./solve-round.ts";
import type { MovedPair, PairPoints, PlanComparison } from "./types.ts";

/** What is different, before any sentence is made of it. Both plans are of the same round; wishes and settings may differ. */
export function comparePlans(before: PlanOutline, after: PlanOutline): PlanComparison {
  const beforeByRequest = new Map(before.pairs.map((pair) => [pair.requestId, pair]));
  const servedAfter = new Set(after.pairs.map(({ requestId }) => requestId));
  const moved: MovedPair[] = [];
  const newlyServed: PairPoints[] = [];
  let kept = 0;
  for (const pair of after.pairs) {
    const old = beforeByRequest.get(pair.requestId);
    if (old === undefined) newlyServed.push(pointsOnly(pair));
    else if (old.mentorId === pair.mentorId) kept++;
    else moved.push({ requestId: pair.requestId, before: side(old), after: side(pair) });
  }
  return {
    moved,
    newlyServed,
    noLongerServed: before.pairs.filter(({ requestId }) => !servedAfter.has(requestId)).map(pointsOnly),
    kept,
    served: after.served - before.served,
    priorityServed: after.priorityServed - before.priorityServed,
    points: after.points - before.points,
    bonus: (Math.round(100 * after.bonus) - Math.round(100 * before.bonus)) / 100,
  };
}

const pointsOnly = ({ requestId, mentorId, points }: PairPoints): PairPoints => ({ requestId, mentorId, points });
const side = ({ mentorId, points }: PairPoints): MovedPair["before"] => ({ mentorId, points });
