import { LiveAssignment } from "../assignment/live-assignment.ts";
import type { AssignmentObjective, AssignmentProblem, AssignmentSolution } from "../assignment/problem.ts";
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
}

export interface BestOfAllPairs {
  readonly solution: AssignmentSolution;
  /** With the candidates and every pair that was found to matter beside them. */
  readonly live: LiveAssignment;
  /** Pairs outside the candidates that had to be looked at. */
  readonly added: number;
}

const CANDIDATES = 50;
/** Of the pairs that would be better for one request, as many are taken up at once. */
const ADDED_AT_ONCE = 8;
const HIGHEST_POINTS = 100;

/**
 * The best assignment over all possible pairs without listing them: solved for the best candidates of each request,
 * then every other pair is held against the prices, and those that would be better are taken up, until there are none.
 * What is left out then satisfies the proof as well.
 */
export function solveOverAllPairs(packer: RequestPacker, pairs: AllPairs): BestOfAllPairs {
  const { requests, valueOfPoints, knowledgeOf = () => ({}) } = pairs;
  const lists = candidateLists(packer, requests, CANDIDATES, knowledgeOf);
  const values = requests.map(valueOfPoints);
  const problem = problemOf(packer, pairs, lists, values);
  const highestValue = values.reduce((highest, value) => Math.max(highest, value[HIGHEST_POINTS]!), 0);
  const live = new LiveAssignment(problem, { objective: pairs.objective, highestValue });
  let added = 0;
  for (;;) {
    const solution = live.solution();
    const better = findBetter(packer, { pairs, lists, values, solution });
    if (better.length === 0) return { solution, live, added };
    for (const { request, mentor, value } of better) live.allow(request, mentor, value);
    added += better.length;
  }
}

interface Pair {
  readonly request: number;
  readonly mentor: number;
  readonly value: number;
}

interface Priced {
  readonly pairs: AllPairs;
  readonly lists: CandidateLists;
  readonly values: readonly ArrayLike<number>[];
  readonly solution: AssignmentSolution;
}

/** Pairs worth more than their prices say, for each request the best few of them. */
function findBetter(packer: RequestPacker, { pairs, lists, values, solution }: Priced): Pair[] {
  const { requests, priority, knowledgeOf = () => ({}) } = pairs;
  const prices = priceMentors(packer.pool, solution.prices.mentor);
  const better: Pair[] = [];
  requests.forEach((request, index) => {
    const [from, to] = [lists.start[index]!, lists.start[index + 1]!];
    if (to - from < CANDIDATES) return;
    const isFirst = (priority?.[index] ?? 0) !== 0;
    const threshold =
      solution.prices.request[index]! + solution.prices.served + (isFirst ? solution.prices.priority : 0);
    const value = values[index]!;
    const pointsAtMost = lists.points[to - 1]!;
    if (value[pointsAtMost]! < 0 || !(value[pointsAtMost]! - prices.lowest > threshold)) return;
    const found: (Pair & { readonly gain: number })[] = [];
    forEachPairAbove(
      packer.pool,
      packer.pack(request, knowledgeOf(request)),
      { valueOfPoints: value, prices, threshold, pointsAtMost },
      (mentor, points) => {
        if (value[points]! < 0) return;
        const gain = value[points]! - solution.prices.mentor[mentor]!;
        found.push({ request: index, mentor, value: value[points]!, gain });
      },
    );
    found.sort((a, b) => b.gain - a.gain || a.mentor - b.mentor);
    better.push(...found.slice(0, ADDED_AT_ONCE));
  });
  return better;
}

/** Mentors without a free place have no pairs; the problem wants a number for them all the same. */
function problemOf(
  { pool }: RequestPacker,
  { requests, priority }: AllPairs,
  lists: CandidateLists,
  values: readonly ArrayLike<number>[],
): AssignmentProblem {
  const value = lists.points.map((points, pair) => values[lists.request[pair]!]![points]!);
  const isAllowed = (_: number, pair: number): boolean => value[pair]! >= 0;
  return {
    requests: requests.length,
    mentors: pool.mentors.length,
    capacities: Int32Array.from(pool.mentors, (mentor) =>
      mentor === undefined ? 1 : Math.max(1, mentor.capacity - mentor.openTandems - mentor.openProposals),
    ),
    edges: {
      request: lists.request.filter(isAllowed),
      mentor: lists.mentor.filter(isAllowed),
      value: value.filter((one) => one >= 0),
    },
    priority,
  };
}
