import { doorsFor } from "./doors.ts";
import type { Alternative, UnservedExplanation } from "./explanation-types.ts";
import { numberWishes } from "./numbered-wishes.ts";
import { choicesOf } from "./round-problem.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import { surveyOne } from "./survey-unserved.ts";
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
  return {
    ...surveyOne(pool, settings, numberWishes(pool, wishes), request, prepared),
    doors: doorsFor(pool, settings, wishes, plan, request, prepared),
    displacing: displacing(pool, settings, wishes, plan, request, requestId),
  };
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
