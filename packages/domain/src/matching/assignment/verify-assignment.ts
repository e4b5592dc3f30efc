import { CandidateLists } from "./candidate-lists.ts";
import { checkProblem } from "./check-problem.ts";
import type { AssignmentOptions, AssignmentProblem, AssignmentSolution } from "./problem.ts";
import { priorityOf } from "./solve-assignment.ts";

export type AssignmentFlaw =
  | "lengths"
  | "mentor_out_of_range"
  | "over_capacity"
  | "pair_without_edge"
  | "served_wrong"
  | "total_wrong"
  | "price_out_of_range"
  | "edge_above_prices"
  | "pair_below_prices"
  | "unserved_with_price"
  | "free_place_with_price"
  | "more_could_be_served"
  | "more_priority_could_be_served";

export type AssignmentVerdict = { readonly valid: true } | { readonly valid: false; readonly flaw: AssignmentFlaw };

/** Without an objective of its own a solution is held against the one asked for, else "served-first". */
export type ClaimedSolution = Omit<AssignmentSolution, "objective"> & Partial<Pick<AssignmentSolution, "objective">>;

/**
 * Whether a solution is feasible and optimal, from the problem and the solution alone: every edge is looked at once
 * (feasible; no edge above the prices; pairs made exactly at them: complementary slackness, which is strong duality
 * term by term, and exact whatever the size of the sums). Under "served-first" a search for a place for anybody unserved
 * also proves that no more, and no more priority requests, can be served.
 */
export function verifyAssignment(
  problem: AssignmentProblem,
  solution: ClaimedSolution,
  { objective = solution.objective ?? "served-first" }: AssignmentOptions = {},
): AssignmentVerdict {
  checkProblem(problem, objective);
  const first = objective === "served-first" ? priorityOf(problem) : new Uint8Array(problem.requests);
  const flaw =
    flawInShape(problem, solution) ??
    flawInPeople(problem, solution, objective) ??
    flawInEdges(problem, solution, first) ??
    (objective === "served-first" ? flawInService(problem, solution, first) : null);
  return flaw === null ? { valid: true } : { valid: false, flaw };
}

function flawInShape({ requests, mentors }: AssignmentProblem, { mentorOf, prices }: ClaimedSolution) {
  const fits = mentorOf.length === requests && prices.request.length === requests && prices.mentor.length === mentors;
  return fits ? null : "lengths";
}

function flawInPeople(
  { requests, mentors, capacities }: AssignmentProblem,
  { mentorOf, served, prices }: ClaimedSolution,
  objective: string,
): AssignmentFlaw | null {
  const load = new Int32Array(mentors);
  let count = 0;
  for (let request = 0; request < requests; request++) {
    const mentor = mentorOf[request]!;
    const price = prices.request[request]!;
    if (!(price >= 0)) return "price_out_of_range";
    if (mentor === -1) {
      if (price !== 0) return "unserved_with_price";
      continue;
    }
    if (!(mentor >= 0 && mentor < mentors)) return "mentor_out_of_range";
    load[mentor]!++;
    count++;
  }
  if (count !== served) return "served_wrong";
  for (let mentor = 0; mentor < mentors; mentor++) {
    const price = prices.mentor[mentor]!;
    if (load[mentor]! > capacities[mentor]!) return "over_capacity";
    if (!(price >= 0)) return "price_out_of_range";
    if (price > 0 && load[mentor]! < capacities[mentor]!) return "free_place_with_price";
  }
  const isPlain = prices.served === 0 && prices.priority === 0;
  if (!(prices.served <= 0 && prices.priority <= 0) || (objective === "value" && !isPlain)) return "price_out_of_range";
  return null;
}

function flawInEdges(
  { requests, edges }: AssignmentProblem,
  { mentorOf, total, prices }: ClaimedSolution,
  first: Uint8Array,
): AssignmentFlaw | null {
  const { request, mentor, value } = edges;
  const { request: ofRequest, mentor: ofMentor, served, priority } = prices;
  const given = new Float64Array(requests);
  for (let one = 0; one < requests; one++) given[one] = ofRequest[one]! + served + (first[one] === 1 ? priority : 0);
  const seen = new Uint8Array(requests);
  let sum = 0;
  for (let edge = 0; edge < request.length; edge++) {
    const from = request[edge]!;
    const to = mentor[edge]!;
    const worth = value[edge]!;
    const bound = given[from]! + ofMentor[to]!;
    if (worth > bound) return "edge_above_prices";
    if (mentorOf[from] !== to) continue;
    if (worth !== bound) return "pair_below_prices";
    seen[from] = 1;
    sum += worth;
  }
  for (let one = 0; one < requests; one++) if (mentorOf[one]! >= 0 && seen[one] === 0) return "pair_without_edge";
  return sum === total ? null : "total_wrong";
}

/** Follows everybody who is unserved to the mentors they could have, and on to those who would have to move. */
function flawInService(
  problem: AssignmentProblem,
  { mentorOf }: ClaimedSolution,
  first: Uint8Array,
): AssignmentFlaw | null {
  const { requests, mentors, capacities, edges } = problem;
  if (!mentorOf.includes(-1)) return null;
  const { start, end, other } = CandidateLists.of(requests, {
    own: edges.request,
    other: edges.mentor,
    value: edges.value,
  });
  const holders = holdersByMentor(mentorOf, mentors);
  const isFree = (mentor: number): boolean => (holders[mentor]?.length ?? 0) < capacities[mentor]!;
  const reachable = (from: readonly number[], visitHolder: (holder: number) => boolean): boolean => {
    const seen = new Uint8Array(mentors);
    const queue = [...from];
    for (const request of queue) {
      for (let at = start[request]!; at < end[request]!; at++) {
        const mentor = other[at]!;
        if (seen[mentor] === 1) continue;
        seen[mentor] = 1;
        if (isFree(mentor)) return true;
        for (const holder of holders[mentor] ?? []) {
          if (visitHolder(holder)) return true;
          queue.push(holder);
        }
      }
    }
    return false;
  };
  const unserved = [...mentorOf.keys()].filter((request) => mentorOf[request] === -1);
  if (reachable(unserved, () => false)) return "more_could_be_served";
  const firstUnserved = unserved.filter((request) => first[request] === 1);
  return reachable(firstUnserved, (holder) => first[holder] === 0) ? "more_priority_could_be_served" : null;
}

function holdersByMentor(mentorOf: Int32Array, mentors: number): number[][] {
  const holders = Array.from({ length: mentors }, (): number[] => []);
  mentorOf.forEach((mentor, request) => holders[mentor]?.push(request));
  return holders;
}
