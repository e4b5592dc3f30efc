import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import {
  type AssignmentObjective,
  type AssignmentSolution,
  candidateLists,
  createDistrictMap,
  DEFAULT_WEIGHTS,
  interestSharesOf,
  packMentors,
  RequestPacker,
  solveAssignment,
  solveOverAllPairs,
  verifyAssignment,
} from "@augenhoehe/domain/matching";
import { generatePool } from "../../support/population.ts";
import { ALL_PAIRS_WAYS, type AllPairsAnswer } from "./all-pairs-answer.ts";
import { peakBytes } from "./peak-memory.ts";

// node all-pairs-in-child.ts WAY REQUESTS MENTORS OBJECTIVE: people of the public shares, planned, as JSON.

const SEED = 11;
const CANDIDATES = 50;
const WEEK_MS = 604_800_000;
const MOST_BONUS_POINTS = 10;
const CHECKED_REQUESTS = 200;
const NOW = new Date("2026-03-02T09:00:00Z");

const [, , wayName, requestCount, mentorCount, objectiveName] = process.argv;
const way = ALL_PAIRS_WAYS.find((known) => known === wayName);
const objective: AssignmentObjective = objectiveName === "value" ? "value" : "served-first";

const people = generatePool({ requests: Number(requestCount), volunteers: Number(mentorCount), seed: SEED, now: NOW });
const mentors = people.mentors.map((mentor) => matchMentorOf(mentor, new Map()));
const requests = people.requests.map(matchRequestOf);
const places = mentors.map(({ capacity }) => capacity);
/** A hundred times the points, and half a point for each week of waiting. */
const valuesOf = new Map(
  people.requests.map(({ id, submittedAt }) => {
    const bonus = Math.min(MOST_BONUS_POINTS, (NOW.getTime() - submittedAt.getTime()) / WEEK_MS / 2);
    return [id, Int32Array.from({ length: 101 }, (_, points) => 100 * points + Math.round(100 * bonus))];
  }),
);
const valueOfPoints = ({ id }: { readonly id: string }): Int32Array => valuesOf.get(id) ?? new Int32Array(101);

const began = performance.now();
const pool = packMentors(mentors);
const context = {
  weights: DEFAULT_WEIGHTS,
  districts: createDistrictMap(people.definition.districts),
  interestShares: interestSharesOf(mentors),
};
const packer = new RequestPacker(pool, context);
const indexed = performance.now();
const spentBefore = process.cpuUsage();
const { problem, solution } =
  way === "candidates" ? overCandidates() : solveOverAllPairs(packer, { requests, valueOfPoints, objective });

function overCandidates() {
  const { request, mentor, points } = candidateLists(packer, requests, CANDIDATES);
  const values = requests.map(valueOfPoints);
  const value = points.map((one, pair) => values[request[pair] ?? 0]?.[one] ?? 0);
  const edges = { request, mentor, value };
  const listed = { requests: requests.length, mentors: mentors.length, capacities: places, edges };
  return { problem: listed, solution: solveAssignment(listed, { objective }) };
}

/** No pair of these requests, listed or not, is worth more than the prices say. */
function checkAllPairsOf(someRequests: readonly number[], { prices }: AssignmentSolution) {
  const all = candidateLists(
    packer,
    someRequests.flatMap((index) => requests[index] ?? []),
    mentors.length,
  );
  let above = 0;
  for (let pair = 0; pair < all.request.length; pair++) {
    const request = someRequests[all.request[pair] ?? 0] ?? 0;
    const asked = requests[request];
    const value = asked ? (valueOfPoints(asked)[all.points[pair] ?? 0] ?? 0) : 0;
    if ((prices.request[request] ?? 0) + (prices.mentor[all.mentor[pair] ?? 0] ?? 0) + prices.served < value) above++;
  }
  return { pairs: all.request.length, flaws: above === 0 ? [] : [`${above} pairs are worth more than their prices`] };
}

const solved = performance.now();
const spent = process.cpuUsage(spentBefore);
const peak = peakBytes();
const step = Math.ceil(requests.length / CHECKED_REQUESTS);
const some = Array.from({ length: Math.floor(requests.length / step) }, (_, index) => index * step);
const check = way === "candidates" ? { pairs: 0, flaws: [] } : checkAllPairsOf(some, solution);
const verdict = verifyAssignment(problem, solution, { objective });
const answer: AllPairsAnswer = {
  places: places.reduce((sum, one) => sum + one, 0),
  indexMs: indexed - began,
  solveMs: solved - indexed,
  processorMs: (spent.user + spent.system) / 1000,
  peakBytes: peak,
  served: solution.served,
  total: solution.total,
  pairsChecked: check.pairs,
  faults: [...(verdict.valid ? [] : [verdict.flaw]), ...check.flaws],
};
console.log(JSON.stringify(answer));
