import type { CandidateLists } from "./candidate-lists.ts";
import { MAX_PEOPLE, MAX_VALUE } from "./problem.ts";
import type { AssignmentProblem } from "./problem.ts";

export type AssignmentProblemCode =
  | "people_out_of_range"
  | "capacities_length"
  | "capacity_out_of_range"
  | "edges_length"
  | "edge_out_of_range"
  | "value_out_of_range"
  | "duplicate_edge"
  | "priority_length"
  | "priority_not_a_number"
  | "unknown_objective"
  | "no_place_left"
  | "not_in_the_market";

/** A problem that makes no sense, and where: the number of the mentor, request or edge, if it is about one (a duplicate: its request). */
export class AssignmentProblemError extends Error {
  readonly code: AssignmentProblemCode;
  readonly index: number | null;

  constructor(code: AssignmentProblemCode, index: number | null = null) {
    super(index === null ? code : `${code} at ${index}`);
    this.name = "AssignmentProblemError";
    this.code = code;
    this.index = index;
  }
}

const isCount = (value: number, atMost: number): boolean => Number.isInteger(value) && value >= 0 && value <= atMost;

export function checkProblem(problem: AssignmentProblem, objective: string): void {
  const { requests, mentors, capacities, priority } = problem;
  if (objective !== "served-first" && objective !== "value") throw new AssignmentProblemError("unknown_objective");
  if (!isCount(requests, MAX_PEOPLE) || !isCount(mentors, MAX_PEOPLE)) {
    throw new AssignmentProblemError("people_out_of_range");
  }
  if (capacities.length !== mentors) throw new AssignmentProblemError("capacities_length");
  for (let mentor = 0; mentor < mentors; mentor++) {
    const capacity = capacities[mentor]!;
    if (!isCount(capacity, MAX_CAPACITY) || capacity === 0) {
      throw new AssignmentProblemError("capacity_out_of_range", mentor);
    }
  }
  checkEdges(problem);
  if (priority === undefined) return;
  if (priority.length !== requests) throw new AssignmentProblemError("priority_length");
  for (let request = 0; request < requests; request++) {
    if (!Number.isFinite(Number(priority[request]))) throw new AssignmentProblemError("priority_not_a_number", request);
  }
}

/** The largest number that a 32-bit array holds. */
const MAX_CAPACITY = 2 ** 31 - 1;

function checkEdges({ requests, mentors, edges }: AssignmentProblem): void {
  const { request, mentor, value } = edges;
  const count = request.length;
  if (mentor.length !== count || value.length !== count) throw new AssignmentProblemError("edges_length");
  for (let edge = 0; edge < count; edge++) {
    const from = request[edge]!;
    const to = mentor[edge]!;
    const isInRange = from >= 0 && from < requests && to >= 0 && to < mentors;
    if (!isInRange || !Number.isInteger(from) || !Number.isInteger(to)) {
      throw new AssignmentProblemError("edge_out_of_range", edge);
    }
    const worth = value[edge]!;
    if (!(worth >= 0 && worth <= MAX_VALUE) || !Number.isInteger(worth)) {
      throw new AssignmentProblemError("value_out_of_range", edge);
    }
  }
}

/** Each pair at most once; looked for where the edges already stand together by request. */
export function checkDuplicates({ start, end, other }: CandidateLists, mentors: number): void {
  const lastRequest = new Int32Array(mentors).fill(-1);
  for (let request = 0; request < start.length; request++) {
    for (let at = start[request]!; at < end[request]!; at++) {
      const mentor = other[at]!;
      if (lastRequest[mentor] === request) throw new AssignmentProblemError("duplicate_edge", request);
      lastRequest[mentor] = request;
    }
  }
}
