import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { anyContext, anyMentor, anyRequest } from "../../test-support/arbitrary-people.ts";
import { solveAssignment } from "../assignment/solve-assignment.ts";
import { verifyAssignment } from "../assignment/verify-assignment.ts";
import type { AssignmentProblem } from "../assignment/problem.ts";
import { candidateLists } from "./candidate-lists.ts";
import { packMentors } from "./packed-mentors.ts";
import { RequestPacker } from "./request-packer.ts";
import { solveOverAllPairs } from "./solve-over-all-pairs.ts";

/** Mentors who are ready for nearly everybody, so that short lists are far from the whole truth. */
const mentors = fc.uniqueArray(
  anyMentor().map((mentor) => ({
    ...mentor,
    gaps: [],
    paused: false,
    slots: null,
    reachKm: null,
    wishes: { menteeGender: null, menteeAgeBands: [], forWhom: [] },
    languages: [{ code: "de" as const, level: "native" as const }],
    openTandems: 0,
    openProposals: 0,
    capacity: 1 + (mentor.capacity % 2),
  })),
  { minLength: 60, maxLength: 90, selector: ({ id }) => id },
);
const requests = fc.array(
  anyRequest().map((request) => ({ ...request, protected: false, languages: [], interpreterAgreed: true })),
  { minLength: 60, maxLength: 150 },
);

describe("the best of all pairs", () => {
  it("is as good as if every pair had been given, proved by its own prices", () => {
    let added = 0;
    fc.assert(
      fc.property(
        mentors,
        requests,
        anyContext(),
        fc.constantFrom("served-first", "value"),
        (people, asked, ...rest) => {
          const [context, objective] = rest;
          const packer = new RequestPacker(packMentors(people), context);
          const priority = asked.map((_, index) => (index % 7 === 0 ? 1 : 0));
          const valueOfPoints = Int32Array.from({ length: 101 }, (_, points) => (points < 20 ? -1 : 100 * points + 30));
          const best = solveOverAllPairs(packer, {
            requests: asked,
            valueOfPoints: () => valueOfPoints,
            priority,
            objective,
            candidates: 5,
            kept: 8,
          });
          added += Math.max(0, best.problem.edges.value.length - 5 * asked.length);

          const all = candidateLists(packer, asked, people.length);
          const pairs = [...all.points.keys()].filter((pair) => valueOfPoints[all.points[pair] ?? 0]! >= 0);
          const everyPair: AssignmentProblem = {
            requests: asked.length,
            mentors: people.length,
            capacities: people.map(({ capacity }) => capacity),
            edges: {
              request: pairs.map((pair) => all.request[pair]!),
              mentor: pairs.map((pair) => all.mentor[pair]!),
              value: pairs.map((pair) => valueOfPoints[all.points[pair]!]!),
            },
            priority,
          };
          const expected = solveAssignment(everyPair, { objective });
          expect([best.solution.served, best.solution.total]).toEqual([expected.served, expected.total]);
          expect(verifyAssignment(everyPair, best.solution, { objective })).toEqual({ valid: true });
        },
      ),
      { numRuns: 60 },
    );
    expect(added).toBeGreaterThan(0);
  }, 60_000);
});
