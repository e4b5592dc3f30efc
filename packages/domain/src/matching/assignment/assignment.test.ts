import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyProblem, bestByTryingAll, outcomeOf } from "../../test-support/assignments.ts";
import { AssignmentProblemError } from "./check-problem.ts";
import { solveAssignment } from "./solve-assignment.ts";
import { verifyAssignment } from "./verify-assignment.ts";
import type { AssignmentObjective, AssignmentProblem } from "./problem.ts";

const OBJECTIVES: readonly AssignmentObjective[] = ["served-first", "value"];

const problem = (
  requests: number,
  capacities: readonly number[],
  edges: readonly (readonly [request: number, mentor: number, value: number])[],
  priority?: readonly number[],
): AssignmentProblem => ({
  requests,
  mentors: capacities.length,
  capacities,
  edges: {
    request: edges.map(([request]) => request),
    mentor: edges.map(([, mentor]) => mentor),
    value: edges.map(([, , value]) => value),
  },
  priority,
});

function codeOf(solve: () => unknown): string {
  try {
    solve();
  } catch (error) {
    if (error instanceof AssignmentProblemError) return error.code;
    throw error;
  }
  return "solved";
}

describe("the best assignment", () => {
  it("gives Amal her second best so that Binta is served too", () => {
    const two = problem(
      2,
      [1, 1],
      [
        [0, 0, 90],
        [0, 1, 80],
        [1, 0, 70],
      ],
    );
    expect([...solveAssignment(two).mentorOf]).toEqual([1, 0]);
  });

  it("serves one more person although the total falls, unless only the total counts", () => {
    const fewerPoints = problem(
      2,
      [1, 1],
      [
        [0, 0, 90],
        [0, 1, 10],
        [1, 0, 20],
      ],
    );
    expect(solveAssignment(fewerPoints)).toMatchObject({ served: 2, total: 30 });
    expect(solveAssignment(fewerPoints, { objective: "value" })).toMatchObject({ served: 1, total: 90 });
    expect(solveAssignment(fewerPoints).prices.served).toBe(-60);
  });

  it("serves who has priority although somebody else fits better", () => {
    const onePlace = problem(
      2,
      [1],
      [
        [0, 0, 90],
        [1, 0, 20],
      ],
      [0, 1],
    );
    expect([...solveAssignment(onePlace).mentorOf]).toEqual([-1, 0]);
    expect([...solveAssignment(onePlace, { objective: "value" }).mentorOf]).toEqual([0, -1]);
  });

  it("fills both places of a mentor who has two", () => {
    const twoPlaces = problem(
      3,
      [2],
      [
        [0, 0, 5],
        [1, 0, 7],
        [2, 0, 6],
      ],
    );
    const { mentorOf, prices } = solveAssignment(twoPlaces);
    expect([...mentorOf]).toEqual([-1, 0, 0]);
    expect([...prices.request]).toEqual([0, 7 - (prices.mentor[0] ?? 0), 6 - (prices.mentor[0] ?? 0)]);
  });

  for (const objective of OBJECTIVES) {
    it(`is as good as the best of all there are and proves it (${objective})`, () => {
      fc.assert(
        fc.property(anyProblem(), (small) => {
          const solution = solveAssignment(small, { objective });
          expect(outcomeOf(small, solution.mentorOf, objective)).toEqual(bestByTryingAll(small, objective));
          expect(verifyAssignment(small, solution)).toEqual({ valid: true });
        }),
        { numRuns: 3_000 },
      );
    });

    it(`has prices that add up to the total (${objective})`, () => {
      fc.assert(
        fc.property(anyProblem(), (small) => {
          const { prices, total, served, mentorOf } = solveAssignment(small, { objective });
          const first = mentorOf.filter(
            (mentor, request) => mentor >= 0 && (small.priority?.[request] ?? 0) > 0,
          ).length;
          const ofRequests = prices.request.reduce((sum, price) => sum + price, 0);
          const ofPlaces = prices.mentor.reduce(
            (sum, price, mentor) => sum + price * (small.capacities[mentor] ?? 0),
            0,
          );
          expect(ofRequests + ofPlaces + prices.served * served + prices.priority * first).toBe(total);
          expect([...prices.request, ...prices.mentor, prices.served, prices.priority].every(Number.isInteger)).toBe(
            true,
          );
        }),
        { numRuns: 1_000 },
      );
    });
  }

  it("does not depend on the order in which pairs are named", () => {
    fc.assert(
      fc.property(anyProblem(), fc.nat(), (small, seed) => {
        const order = Array.from(small.edges.request, (_, edge) => ({ edge, key: Math.imul(edge + 1, seed | 1) }))
          .sort((a, b) => a.key - b.key)
          .map(({ edge }) => edge);
        const pick = (list: ArrayLike<number>): number[] => order.map((edge) => list[edge] ?? -1);
        const { request, mentor, value } = small.edges;
        const shuffled = { ...small, edges: { request: pick(request), mentor: pick(mentor), value: pick(value) } };
        expect(solveAssignment(shuffled)).toEqual(solveAssignment(small));
      }),
      { numRuns: 1_000 },
    );
  });

  it("takes nobody and nothing", () => {
    expect(solveAssignment(problem(0, [], []))).toMatchObject({ total: 0, served: 0 });
    expect([...solveAssignment(problem(3, [], [])).mentorOf]).toEqual([-1, -1, -1]);
    expect(solveAssignment(problem(0, [1, 2], [])).prices.mentor).toEqual(new Float64Array(2));
    expect(verifyAssignment(problem(2, [1], []), solveAssignment(problem(2, [1], [])))).toEqual({ valid: true });
  });

  it("adds up values as large as may be without losing one", () => {
    const most = 1_000_000_000;
    const wide = problem(
      3,
      [1, 1],
      [
        [0, 0, most],
        [0, 1, most - 1],
        [1, 0, most - 1],
        [2, 1, 1],
      ],
    );
    expect(solveAssignment(wide)).toMatchObject({ total: 2 * most - 2, served: 2 });
    expect(verifyAssignment(wide, solveAssignment(wide))).toEqual({ valid: true });
  });

  const malformed: readonly (readonly [sentence: string, code: string, AssignmentProblem])[] = [
    ["more capacities than mentors", "capacities_length", { ...problem(1, [1], []), mentors: 2 }],
    ["a mentor without a place", "capacity_out_of_range", problem(1, [0], [])],
    ["half a place", "capacity_out_of_range", problem(1, [1.5], [])],
    ["a capacity that is no number", "capacity_out_of_range", problem(1, [Number.NaN], [])],
    ["a request that is not there", "edge_out_of_range", problem(1, [1], [[1, 0, 5]])],
    ["a mentor that is not there", "edge_out_of_range", problem(1, [1], [[0, -1, 5]])],
    ["a pair of nobody", "edge_out_of_range", problem(1, [1], [[Number.NaN, 0, 5]])],
    ["a value below nothing", "value_out_of_range", problem(1, [1], [[0, 0, -1]])],
    ["a value that is no number", "value_out_of_range", problem(1, [1], [[0, 0, Number.NaN]])],
    ["a value beyond the bound", "value_out_of_range", problem(1, [1], [[0, 0, 1_000_000_001]])],
    ["half a point", "value_out_of_range", problem(1, [1], [[0, 0, 0.5]])],
    [
      "a pair named twice",
      "duplicate_edge",
      problem(
        2,
        [1],
        [
          [1, 0, 5],
          [0, 0, 5],
          [1, 0, 6],
        ],
      ),
    ],
    ["a priority too few", "priority_length", problem(2, [1], [], [1])],
    ["a priority that is no number", "priority_not_a_number", problem(1, [1], [], [Number.NaN])],
    ["fewer than no requests", "people_out_of_range", { ...problem(0, [], []), requests: -1 }],
    [
      "lists of unequal length",
      "edges_length",
      { ...problem(1, [1], []), edges: { request: [0], mentor: [0], value: [] } },
    ],
  ];
  for (const [sentence, code, given] of malformed) {
    it(`refuses ${sentence}`, () => {
      expect(codeOf(() => solveAssignment(given))).toBe(code);
    });
  }

  it("refuses an objective it does not know", () => {
    const objective: string = "fastest";
    const options: object = { objective };
    expect(codeOf(() => solveAssignment(problem(0, [], []), options))).toBe("unknown_objective");
  });
});
