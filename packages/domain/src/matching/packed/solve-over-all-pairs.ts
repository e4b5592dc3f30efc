import { LiveAssignment } from "../assignment/live-assignment.ts";
import type { AssignmentObjective, AssignmentProblem, AssignmentSolution } from "../assignment/problem.ts";
import { solveAssignment } from "../assignment/solve-assignment.ts";
import type { MatchRequest } from "../types.ts";
import { candidateLists } from "./candidate-lists.ts";
import type { CandidateLists } from "./candidate-lists.ts";
import { forEachPairAbove, priceMentors } from "./pairs-above.ts";
import type { RequestKnowledge, RequestPacker } from "./request-packer.ts";

export interface AllPairs {
  readonly requests: readonly MatchRequest[];
  /** Value of a pair by its points 0 … 100: whole, never falling; negative where the pair may not be made. */
  readonly valueOfPoints: (request: MatchRequest) => ArrayLike<number>;
  /** Anything but 0 is served before the others. */
  readonly priority?: ArrayLike<number>;
  readonly objective?: AssignmentObjective;
  readonly knowledgeOf?: (request: MatchRequest) => RequestKnowledge;
  /** The solver begins with so many candidates of each request; default 50. */
  readonly candidates?: number;
  /** So many are kept, to be looked at before all others; default three times the candidates. */
  readonly kept?: number;
}

export interface BestOfAllPairs {
  readonly solution: AssignmentSolution;
  /** The candidates and every pair that was found to matter beside them. */
  readonly problem: AssignmentProblem;
}

const CANDIDATES = 50;
/** Of the pairs that would be better for one request, so many are taken up at once. */
const TAKEN_UP_AT_ONCE = 8;
/** From so many new pairs on, solving anew is faster than mending for one after the other. */
const MANY = 1_000;
const HIGHEST_POINTS = 100;

/**
 * The best assignment over all possible pairs without listing them: solved for the best candidates of each request,
 * then the other pairs are held against the prices, and those that would be better are taken up, until there are none.
 * What was left out then satisfies the proof as well.
 */
export function solveOverAllPairs(packer: RequestPacker, pairs: AllPairs): BestOfAllPairs {
  const { objective, candidates = CANDIDATES, kept = 3 * candidates } = pairs;
  const lists = candidateLists(packer, pairs.requests, kept, pairs.knowledgeOf);
  const values = pairs.requests.map(pairs.valueOfPoints);
  const highestValue = values.reduce((highest, value) => Math.max(highest, value[HIGHEST_POINTS]!), 0);
  const problem = firstProblem(packer, pairs, lists, { candidates, values });
  let solution = solveAssignment(problem, { objective });
  let live: LiveAssignment | undefined;
  for (;;) {
    const prices = requestPrices(pairs, solution);
    let better = betterOnLists(lists, values, prices, solution);
    if (better.length === 0) better = betterInPool(packer, pairs, { lists, kept, values, prices, solution });
    if (better.length === 0) return { solution, problem };
    for (const { request, mentor, value } of better) {
      problem.edges.request.push(request);
      problem.edges.mentor.push(mentor);
      problem.edges.value.push(value);
    }
    if (better.length >= MANY) {
      live = undefined;
      solution = solveAssignment(problem, { objective });
    } else {
      if (live === undefined) live = new LiveAssignment(problem, { objective, highestValue });
      else for (const { request, mentor, value } of better) live.allow(request, mentor, value);
      solution = live.solution();
    }
  }
}

interface Pair {
  readonly request: number;
  readonly mentor: number;
  readonly value: number;
  /** Value less the mentor's price. */
  readonly gain: number;
}

interface Priced {
  readonly lists: CandidateLists;
  readonly kept: number;
  readonly values: readonly ArrayLike<number>[];
  /** What a pair of each request must gain to be better. */
  readonly prices: Float64Array;
  readonly solution: AssignmentSolution;
}

function requestPrices({ requests, priority }: AllPairs, { prices }: AssignmentSolution): Float64Array {
  return Float64Array.from(
    requests,
    (_, request) => prices.request[request]! + prices.served + ((priority?.[request] ?? 0) === 0 ? 0 : prices.priority),
  );
}

function betterOnLists(
  { start, mentor, points }: CandidateLists,
  values: Priced["values"],
  prices: Float64Array,
  solution: AssignmentSolution,
): Pair[] {
  const ofMentor = solution.prices.mentor;
  return values.flatMap((value, request) => {
    const found: Pair[] = [];
    for (let at = start[request]!; at < start[request + 1]!; at++) {
      const worth = value[points[at]!]!;
      const gain = worth - ofMentor[mentor[at]!]!;
      if (gain > prices[request]! && worth >= 0) keepBest(found, { request, mentor: mentor[at]!, value: worth, gain });
    }
    return found;
  });
}

/** Looks at everybody who is not on a request's list: they have no more points than its last. */
function betterInPool(
  packer: RequestPacker,
  pairs: AllPairs,
  { lists, kept, values, prices, solution }: Priced,
): Pair[] {
  const { knowledgeOf = () => ({}) } = pairs;
  const ofMentor = solution.prices.mentor;
  const priced = priceMentors(packer.pool, ofMentor);
  return pairs.requests.flatMap((one, request) => {
    const [from, to] = [lists.start[request]!, lists.start[request + 1]!];
    const isComplete = to - from < kept;
    if (isComplete) return [];
    const [value, threshold, pointsAtMost] = [values[request]!, prices[request]!, lists.points[to - 1]!];
    if (value[pointsAtMost]! < 0 || value[pointsAtMost]! - priced.lowest <= threshold) return [];
    const found: Pair[] = [];
    forEachPairAbove(
      packer.pool,
      packer.pack(one, knowledgeOf(one)),
      { valueOfPoints: value, prices: priced, threshold, pointsAtMost },
      (mentor, points) => {
        const worth = value[points]!;
        if (worth >= 0) keepBest(found, { request, mentor, value: worth, gain: worth - ofMentor[mentor]! });
      },
    );
    return found;
  });
}

/** Best first; among equal gains the one found first. */
function keepBest(found: Pair[], pair: Pair): void {
  if (found.length === TAKEN_UP_AT_ONCE) {
    if (pair.gain <= found.at(-1)!.gain) return;
    found.pop();
  }
  let place = found.length;
  while (place > 0 && found[place - 1]!.gain < pair.gain) place--;
  found.splice(place, 0, pair);
}

interface GrowingProblem extends AssignmentProblem {
  readonly edges: Record<"request" | "mentor" | "value", number[]>;
}

/** Mentors without a free place have no pairs; the problem wants a number for them all the same. */
function firstProblem(
  { pool }: RequestPacker,
  { requests, priority }: AllPairs,
  { start, mentor, points }: CandidateLists,
  { candidates, values }: { readonly candidates: number; readonly values: Priced["values"] },
): GrowingProblem {
  const edges: GrowingProblem["edges"] = { request: [], mentor: [], value: [] };
  values.forEach((value, request) => {
    const end = Math.min(start[request]! + candidates, start[request + 1]!);
    for (let at = start[request]!; at < end && value[points[at]!]! >= 0; at++) {
      edges.request.push(request);
      edges.mentor.push(mentor[at]!);
      edges.value.push(value[points[at]!]!);
    }
  });
  const capacities = Int32Array.from(pool.mentors, (one) =>
    one === undefined ? 1 : Math.max(1, one.capacity - one.openTandems - one.openProposals),
  );
  return { requests: requests.length, mentors: pool.mentors.length, capacities, edges, priority };
}
