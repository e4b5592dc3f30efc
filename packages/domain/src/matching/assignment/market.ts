import { CandidateLists } from "./candidate-lists.ts";
import type { AssignmentProblem } from "./problem.ts";

/**
 * A problem with an assignment and prices under way. Always true: `surplus[i] + price[j] ≥ value` for every edge, with
 * equality for the pairs made; `surplus[i] ≥ outside[i]`; `price[j] ≥ 0`. It is optimal once also nobody unserved has
 * more than `outside` and no mentor with a free place has a price.
 */
export interface Market {
  /** Per request its mentors, per mentor their requests. */
  readonly mentorsOf: CandidateLists;
  readonly requestsOf: CandidateLists;
  readonly capacity: Int32Array;
  /** Places taken per mentor. */
  readonly load: Int32Array;
  /** Mentor per request, −1 where unserved. */
  readonly mentorOf: Int32Array;
  /** The requests of one mentor as a chain: first one per mentor, then next and previous per request, −1 at the ends. */
  readonly firstOf: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** What each request gets at these prices. Infinite: takes no part. */
  readonly surplus: Float64Array;
  /** What each place costs. Infinite: has none to give. */
  readonly price: Float64Array;
  /** What going unserved is worth to a request: 0, or less where serving people counts before value. */
  readonly outside: Float64Array;
  /** No request has less than this. */
  lowestOutside: number;
}

/** Room for people who join later, beyond those of the problem. */
export interface SpareRoom {
  readonly requests: number;
  readonly mentors: number;
}

export function openMarket(problem: AssignmentProblem, spare: SpareRoom = { requests: 0, mentors: 0 }): Market {
  const { edges } = problem;
  const requests = problem.requests + spare.requests;
  const mentors = problem.mentors + spare.mentors;
  const mentorsOf = CandidateLists.of(requests, { own: edges.request, other: edges.mentor, value: edges.value });
  const requestsOf = mentorsOf.seenFromTheOtherSide(mentors);
  const capacity = new Int32Array(mentors);
  for (let mentor = 0; mentor < problem.mentors; mentor++) capacity[mentor] = problem.capacities[mentor]!;
  return {
    mentorsOf,
    requestsOf,
    capacity,
    load: new Int32Array(mentors),
    mentorOf: new Int32Array(requests).fill(-1),
    firstOf: new Int32Array(mentors).fill(-1),
    next: new Int32Array(requests).fill(-1),
    previous: new Int32Array(requests).fill(-1),
    surplus: new Float64Array(requests),
    price: new Float64Array(mentors),
    outside: new Float64Array(requests),
    lowestOutside: 0,
  };
}

export function assign(market: Market, request: number, mentor: number): void {
  const { firstOf, next, previous } = market;
  const first = firstOf[mentor]!;
  market.mentorOf[request] = mentor;
  next[request] = first;
  previous[request] = -1;
  if (first >= 0) previous[first] = request;
  firstOf[mentor] = request;
  market.load[mentor]!++;
}

export function release(market: Market, request: number): void {
  const { firstOf, next, previous, mentorOf } = market;
  const mentor = mentorOf[request]!;
  const before = previous[request]!;
  const after = next[request]!;
  if (before >= 0) next[before] = after;
  else firstOf[mentor] = after;
  if (after >= 0) previous[after] = before;
  mentorOf[request] = -1;
  market.load[mentor]!--;
}

/** The best a request can get at these prices, going unserved included. */
export const bestSurplus = ({ mentorsOf, price, outside }: Market, request: number): number =>
  bestNet(mentorsOf, request, price, { costAtLeast: 0, orElse: outside[request]! });

/** The best a mentor can get for a place, given what each request gets anyway. */
export const bestProfit = ({ requestsOf, surplus, lowestOutside }: Market, mentor: number): number =>
  bestNet(requestsOf, mentor, surplus, { costAtLeast: lowestOutside, orElse: 0 });

/** The highest value less cost in somebody's list, or `orElse`; no cost is below `costAtLeast`. */
function bestNet(
  lists: CandidateLists,
  person: number,
  costOf: Float64Array,
  { costAtLeast, orElse }: { readonly costAtLeast: number; readonly orElse: number },
): number {
  const { other: otherAt, value: valueAt } = lists;
  const end = lists.end[person]!;
  let sorted = lists.sortedEnd[person]!;
  let best = orElse;
  for (let at = lists.start[person]!; at < end; at++) {
    if (at === sorted) sorted = lists.sortMore(person);
    const value = valueAt[at]!;
    if (value - costAtLeast <= best) break;
    const net = value - costOf[otherAt[at]!]!;
    if (net > best) best = net;
  }
  return best;
}

/** 0 where there is none. */
export function highestOf(values: ArrayLike<number>): number {
  let highest = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! > highest) highest = values[at]!;
  return highest;
}
