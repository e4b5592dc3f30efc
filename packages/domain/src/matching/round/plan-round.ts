import { cautionsFor } from "../cautions.ts";
import { choicePlaces } from "./choice-places.ts";
import { numberWishes } from "./numbered-wishes.ts";
import { bonusOf } from "./round-problem.ts";
import { NO_WISHES } from "./round-settings.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import { outlineOf, pairPoints, solveRoundNear } from "./solve-round.ts";
import type { RoundSolution } from "./solve-round.ts";
import type { RoundInput, RoundPair, RoundPlan, RoundPrices, RoundSettings, RoundWishes } from "./types.ts";

/**
 * The best plan: as many priority requests, then as many requests, then as many points and waiting bonus as possible
 * (or the last alone), within free places, exclusions, the minimum of points and the coordinator's wishes. A pin holds
 * against the optimum and the minimum of points, never against an exclusion or a missing place. Refused where wishes
 * contradict each other or name somebody who is not in the round. Of several plans that are equally good it is the one
 * nearest to the plan without wishes, so that an edit moves nobody without need.
 */
export function planRound(input: RoundInput, settings: RoundSettings, wishes: RoundWishes): RoundPlan {
  const pool = poolOf(input);
  const numbered = numberWishes(pool, wishes);
  const solution = solveRoundNear(pool, settings, numbered, planWithoutWishes(pool, settings, wishes));
  const placesOf = choicePlaces(pool, settings, numbered);
  const pairs: RoundPair[] = [];
  const unserved: string[] = [];
  pool.requests.forEach((prepared, request) => {
    const number = solution.mentorOf[request] ?? -1;
    const mentor = pool.mentors[number];
    if (mentor === undefined) {
      if (!numbered.requestsLeftOut.has(request)) unserved.push(prepared.request.id);
      return;
    }
    const pair = pairPoints(pool, request, number);
    pairs.push({
      ...pair,
      bonus: bonusOf(pool, settings, request) / 100,
      pinned: numbered.pins.has(request),
      priority: numbered.priority.has(request),
      ...placesOf(request, number, pair.points),
      cautions: cautionsFor(mentor, prepared),
    });
  });
  const outline = outlineOf(pool, settings, numbered, solution);
  return { ...outline, pairs, unserved, prices: pricesOf(pool, solution), weightsVersion: input.weights.version };
}

/** Kept per pool: every edit of a draft is planned near the same plan. */
const firstPlans = new WeakMap<RoundPool, Map<string, Int32Array>>();

function planWithoutWishes(pool: RoundPool, settings: RoundSettings, wishes: RoundWishes): Int32Array | null {
  const { pins, bans, priority, leftOut } = wishes;
  if ([pins, bans, priority, leftOut.requests, leftOut.mentors].every((list) => list.length === 0)) return null;
  const plans = firstPlans.get(pool) ?? new Map<string, Int32Array>();
  firstPlans.set(pool, plans);
  const key = JSON.stringify(settings);
  const known = plans.get(key) ?? solveRoundNear(pool, settings, numberWishes(pool, NO_WISHES), null).mentorOf;
  plans.set(key, known);
  return known;
}

function pricesOf(pool: RoundPool, { prices, round }: RoundSolution): RoundPrices {
  return {
    requests: named(prices.request, (number) => pool.requests[round.requests[number] ?? -1]?.request.id),
    mentors: named(prices.mentor, (number) => pool.mentors[round.mentors[number] ?? -1]?.id),
    served: prices.served,
    priority: prices.priority,
  };
}

function named(prices: Float64Array, idOf: (number: number) => string | undefined): RoundPrices["requests"] {
  return [...prices].flatMap((price, number) => {
    const id = idOf(number);
    return price === 0 || id === undefined ? [] : [[id, price] as const];
  });
}
