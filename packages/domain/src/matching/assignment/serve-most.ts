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
 * fails, cheapest paths serve one more each, so that the total stays the highest for that number.
 */
export function serveMost(market: Market, repair: Repair, priority: Uint8Array): ServicePrices {
  const everybody = new Uint8Array(market.surplus.length).fill(1);
  const served = serveMoreOf(everybody, market, repair);
  return { served, priority: priority.includes(1) ? serveMoreOf(priority, market, repair) : 0 };
}

/**
 * Serves as many more of these as possible, if need be in place of others, and lowers what going unserved is worth to
 * all of them by what the last one cost, which is returned as ≤ 0.
 */
function serveMoreOf(these: Uint8Array, market: Market, repair: Repair): number {
  const { surplus, outside } = market;
  const unserved = unservedOf(these, market);
  const canReach = unserved.length === 0 ? null : whoCanReachAPlace(market, these);
  let hopeful = unserved.filter((request) => canReach?.[request] === 1);
  const hopeless = unserved.filter((request) => canReach?.[request] === 0);
  let rise = 0;
  while (hopeful.length > 0) {
    const more = repair.serveOneOf(hopeful, { limit: Infinity, displaced: { unless: these } });
    if (more === Infinity) break;
    rise += more;
    hopeful = hopeful.filter((request) => market.mentorOf[request]! < 0);
  }
  if (rise === 0) return 0;
  for (let request = 0; request < surplus.length; request++) if (these[request] === 1) outside[request]! -= rise;
  if (hopeless.length > 0) repair.serveOneOf(hopeless, { limit: rise, displaced: "nobody" });
  return -rise;
}

function unservedOf(these: Uint8Array, { mentorOf }: Market): number[] {
  const found: number[] = [];
  for (let request = 0; request < mentorOf.length; request++) {
    if (mentorOf[request]! < 0 && these[request] === 1) found.push(request);
  }
  return found;
}

/**
 * Who could get a free place, or the place of somebody who is not one of these, by moving others along. Searched
 * backwards from the places, whatever the values.
 */
function whoCanReachAPlace(market: Market, these: Uint8Array): Uint8Array {
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
  for (let place = 0; place < count; place++) {
    const mentor = open[place]!;
    const end = requestsOf.end[mentor]!;
    for (let at = requestsOf.start[mentor]!; at < end; at++) {
      const request = requestsOf.other[at]!;
      if (canReach[request] === 1) continue;
      canReach[request] = 1;
      if (mentorOf[request]! >= 0) openUp(mentorOf[request]!);
    }
  }
  return canReach;
}
