import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyProblem } from "../../test-support/assignments.ts";
import { solveAssignment } from "./solve-assignment.ts";
import { verifyAssignment } from "./verify-assignment.ts";
import type { AssignmentFlaw, ClaimedSolution } from "./verify-assignment.ts";
import type { AssignmentProblem, AssignmentSolution } from "./problem.ts";

/** Amal and Binta with Sabine, who has one place, and Martin, who has two and only suits Binta. */
const TWO_AND_TWO: AssignmentProblem = {
  requests: 2,
  mentors: 2,
  capacities: [1, 2],
  edges: { request: [0, 1, 1], mentor: [0, 0, 1], value: [50, 90, 60] },
};
const BEST = solveAssignment(TWO_AND_TWO);
const flawOf = (solution: ClaimedSolution, problem = TWO_AND_TWO): AssignmentFlaw | null => {
  const verdict = verifyAssignment(problem, solution);
  return verdict.valid ? null : verdict.flaw;
};
const priced = (prices: Partial<AssignmentSolution["prices"]>): AssignmentSolution => ({
  ...BEST,
  prices: { ...BEST.prices, ...prices },
});

describe("the check of a proof", () => {
  it("accepts what the solver found", () => {
    expect([...BEST.mentorOf]).toEqual([0, 1]);
    expect(flawOf(BEST)).toBeNull();
  });

  const rows: readonly (readonly [sentence: string, AssignmentFlaw, AssignmentSolution])[] = [
    ["a plan for other people", "lengths", { ...BEST, mentorOf: new Int32Array(3) }],
    ["a mentor who is not there", "mentor_out_of_range", { ...BEST, mentorOf: Int32Array.of(0, 2) }],
    ["two people in one place", "over_capacity", { ...BEST, mentorOf: Int32Array.of(0, 0) }],
    ["a wrong count", "served_wrong", { ...BEST, served: 1 }],
    ["a wrong total", "total_wrong", { ...BEST, total: BEST.total + 1 }],
    ["a price below nothing", "price_out_of_range", priced({ mentor: Float64Array.of(-1, 0) })],
    ["a price that is no number", "price_out_of_range", priced({ request: Float64Array.of(Number.NaN, 0) })],
    ["a reward for serving people", "price_out_of_range", priced({ served: 1 })],
    ["prices too low to hold", "edge_above_prices", priced({ mentor: Float64Array.of(0, 0) })],
    ["a price where a place stays free", "free_place_with_price", priced({ mentor: Float64Array.of(30, 1) })],
    ["a pair that pays more than it is worth", "pair_below_prices", priced({ request: Float64Array.of(51, 60) })],
  ];
  for (const [sentence, flaw, solution] of rows) {
    it(`rejects ${sentence}`, () => expect(flawOf(solution)).toBe(flaw));
  }

  it("rejects a pair nobody offered", () => {
    const other = { ...TWO_AND_TWO, capacities: [2, 2], edges: { request: [0], mentor: [0], value: [0] } };
    const prices = { request: new Float64Array(2), mentor: new Float64Array(2), served: 0, priority: 0 };
    expect(flawOf({ mentorOf: Int32Array.of(0, 1), total: 0, served: 2, prices }, other)).toBe("pair_without_edge");
  });

  it("rejects the best total where one more could be served", () => {
    const problem = { ...TWO_AND_TWO, edges: { request: [0, 1, 1], mentor: [0, 0, 1], value: [10, 90, 20] } };
    const byValue = solveAssignment(problem, { objective: "value" });
    expect(verifyAssignment(problem, byValue)).toEqual({ valid: true });
    expect(byValue.served).toBe(1);
    expect(flawOf({ ...byValue, objective: "served-first" }, problem)).toBe("more_could_be_served");
  });

  it("rejects a plan that leaves somebody with priority waiting for somebody without", () => {
    const problem = {
      requests: 2,
      mentors: 1,
      capacities: [1],
      edges: { request: [0, 1], mentor: [0, 0], value: [9, 5] },
    };
    const plain = solveAssignment(problem);
    expect(flawOf(plain, { ...problem, priority: [0, 1] })).toBe("more_priority_could_be_served");
    expect(flawOf(plain, { ...problem, priority: [1, 0] })).toBeNull();
  });

  it("rejects every plan that somebody made worse by hand", () => {
    fc.assert(
      fc.property(anyProblem(), fc.nat(), (problem, pick) => {
        const solution = solveAssignment(problem);
        fc.pre(solution.served > 0);
        const served = [...solution.mentorOf.keys()].filter((request) => (solution.mentorOf[request] ?? -1) >= 0);
        const dropped = served[pick % served.length] ?? 0;
        const mentorOf = solution.mentorOf.map((mentor, request) => (request === dropped ? -1 : mentor));
        expect(flawOf({ ...solution, mentorOf, served: solution.served - 1 }, problem)).not.toBeNull();
      }),
    );
  });
});
