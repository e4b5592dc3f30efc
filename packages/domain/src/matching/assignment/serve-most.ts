import { highestOf } from "./market.ts";
import type { Market } from "./market.ts";
import type { Repair } from "./repair.ts";

/** What was given up to serve more people, ≤ 0 each, in units of value. */
export interface ServicePrices {
  readonly served: number;
  readonly priority: number;
}

/**
 * From the highest total to the highest total among the plans that serve the most people, and among those the ones that
 * serve the most priority requests: both can be had at once, for sets of people who can be served together form a
 * matroid (Edmonds and Fulkerson 1965). A search without values proves in most cases that nothing is to do; where it
 * fails, going unserved is made worse than any detour, one after the other is served by a cheapest path, and in the end
 * going unserved is worth as much again as the pairs allow.
 */
export function serveMost(market: Market, repair: Repair, priority: Uint8Array): ServicePrices {
  const everybody = new Uint8Array(market.surplus.length).fill(1);
  const served = serveMoreOf(everybody, market, repair);
  return { served, priority: priority.includes(1) ? serveMoreOf(priority, market, repair) : 0 };
}

/**
 * Serves as many more of these as possible, if need be in place of others, and lowers what going unserved is worth to
 * all of them by what that cost, which is returned as ≤ 0.
 */
function serveMoreOf(these: Uint8Array, market: Market, repair: Repair): number {
  const waiting = unservedOf(these, market);
  if (waiting.length === 0) return 0;
  const canReach = whoCanReachAPlace(market, these, waiting.length);
  const hopeful = waiting.filter((request) => canReach[request] === 1);
  if (hopeful.length === 0) return 0;

  const detour = longestDetour(market);
  for (let request = 0; request < these.length; request++) if (these[request] === 1) market.outside[request]! -= detour;
  market.lowestOutside -= detour;
  for (const request of hopeful) repair.serve(request);
  repair.lower(waiting.filter((request) => canReach[request] === 0));
  const rise = repair.raiseOutside(these, detour);
  market.lowestOutside += rise;
  return rise - detour;
}

/** More than any way of moving people along can cost: every person moved changes the total by at most one value. */
const longestDetour = ({ mentorsOf, surplus }: Market): number =>
  Math.max(1, highestOf(mentorsOf.value)) * (surplus.length + 1);

function unservedOf(these: Uint8Array, { mentorOf }: Market): number[] {
  const found: number[] = [];
  for (let request = 0; request < mentorOf.length; request++) {
    if (mentorOf[request]! < 0 && these[request] === 1) found.push(request);
  }
  return found;
}

/**
 * Who could get a free place, or the place of somebody who is not one of these, by moving others along. Searched
 * backwards from the places, whatever the values, until all who wait are found.
 */
function whoCanReachAPlace(market: Market, these: Uint8Array, waiting: number): Uint8Array {
  const { requestsOf, mentorOf, load, capacity } = market;
  const canReach = new Uint8Array(mentorOf.length);
  const isOpen = new Uint8Array(load.length);
  const open = new Int32Array(load.length);
  let count = 0;
  const openUp = (mentor: number): void => {
    if (isOpen[mentor] === 1) return;
    isOpen[mentor] = 1;
    open[count++] = mentor;
  };
  for (let mentor = 0; mentor < load.length; mentor++) if (load[mentor]! < capacity[mentor]!) openUp(mentor);
  for (let request = 0; request < mentorOf.length; request++) {
    if (these[request] === 0 && mentorOf[request]! >= 0) openUp(mentorOf[request]!);
  }
  let missing = waiting;
  for (let place = 0; place < count && missing > 0; place++) {
    const mentor = open[place]!;
    const end = requestsOf.end[mentor]!;
    for (let at = requestsOf.start[mentor]!; at < end; at++) {
      const request = requestsOf.other[at]!;
      if (canReach[request] === 1) continue;
      canReach[request] = 1;
      if (mentorOf[request]! >= 0) openUp(mentorOf[request]!);
      else if (these[request] === 1) missing--;
    }
  }
  return canReach;
}
