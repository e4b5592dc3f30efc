/**
 * Who could be served by whom, in numbers. Requests are 0 … `requests` − 1, mentors 0 … `mentors` − 1. Every edge is a
 * pair that may be made; pairs that may not are left out.
 */
export interface AssignmentProblem {
  readonly requests: number;
  readonly mentors: number;
  /** Free places per mentor, whole and ≥ 1. Who has none is left out. */
  readonly capacities: ArrayLike<number>;
  /** Parallel arrays, in any order; `value` is whole, 0 … `MAX_VALUE`; each pair at most once. */
  readonly edges: {
    readonly request: ArrayLike<number>;
    readonly mentor: ArrayLike<number>;
    readonly value: ArrayLike<number>;
  };
  /** Per request: anything but 0 is served before the others. Only "served-first" looks at it. */
  readonly priority?: ArrayLike<number> | undefined;
}

/**
 * "served-first": as many priority requests as possible, then as many requests as possible, then the highest total.
 * "value": the highest total, whoever that serves.
 */
export type AssignmentObjective = "served-first" | "value";

export interface AssignmentOptions {
  /** Default "served-first". */
  readonly objective?: AssignmentObjective | undefined;
}

/**
 * The dual solution, in units of value: the proof that no plan is better, and what a place or a request is worth.
 * For every edge `request + mentor + served (+ priority) ≥ value`, with equality for the pairs made, and
 * Σ request + Σ capacity · mentor + served · (number served) + priority · (number of priority requests served) = total.
 */
export interface AssignmentPrices {
  /** ≥ 0 per request, 0 where unserved. */
  readonly request: Float64Array;
  /** ≥ 0 per mentor, 0 where a place stays free: what one more place would add. */
  readonly mentor: Float64Array;
  /** ≤ 0: the value given up for the last request served; 0 under "value". */
  readonly served: number;
  /** ≤ 0: the value given up for the last priority request served; 0 under "value". */
  readonly priority: number;
}

export interface AssignmentSolution {
  /** Mentor per request, −1 where unserved. */
  readonly mentorOf: Int32Array;
  readonly total: number;
  readonly served: number;
  readonly prices: AssignmentPrices;
  /** What it is the best by. */
  readonly objective: AssignmentObjective;
}

/** A path through every person changes sums by at most 2 · 10⁶ · `MAX_VALUE`: exact in a double. */
export const MAX_VALUE = 1_000_000_000;
export const MAX_PEOPLE = 1_000_000;
