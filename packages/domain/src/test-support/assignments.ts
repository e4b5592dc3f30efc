import fc from "fast-check";
import type { AssignmentObjective, AssignmentProblem } from "../matching/assignment/index.ts";

interface Shape {
  readonly requests?: number;
  readonly mentors?: number;
}

/** Small problems with ties, zeros, several places, priorities, empty sides and people whom nobody could be with. */
export function anyProblem({ requests = 6, mentors = 5 }: Shape = {}): fc.Arbitrary<AssignmentProblem> {
  return fc
    .record({
      requests: fc.nat({ max: requests }),
      capacities: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: mentors }),
      highest: fc.constantFrom(1, 3, 20, 1_000_000),
      seed: fc.infiniteStream(fc.nat({ max: 999_999 })),
      density: fc.integer({ min: 1, max: 10 }),
      hasPriority: fc.boolean(),
    })
    .map(({ requests: count, capacities, highest, seed, density, hasPriority }) => {
      const draw = (below: number): number => (seed.next().value ?? 0) % below;
      const request: number[] = [];
      const mentor: number[] = [];
      const value: number[] = [];
      for (let from = 0; from < count; from++) {
        for (let to = 0; to < capacities.length; to++) {
          if (draw(10) >= density) continue;
          request.push(from);
          mentor.push(to);
          value.push(draw(highest + 1));
        }
      }
      const priority = hasPriority ? Array.from({ length: count }, () => draw(2)) : undefined;
      return { requests: count, mentors: capacities.length, capacities, edges: { request, mentor, value }, priority };
    });
}

/** What an objective compares, the most important first. */
export type Outcome = readonly number[];

/** The best outcome of all assignments there are, each one tried. */
export function bestByTryingAll(problem: AssignmentProblem, objective: AssignmentObjective): Outcome {
  const { requests, mentors, capacities, edges } = problem;
  const valueOf = new Map(
    Array.from(edges.request, (request, edge) => [`${request}/${edges.mentor[edge] ?? -1}`, edges.value[edge] ?? 0]),
  );
  const free = Array.from(capacities);
  let best: Outcome = [];
  const go = (request: number, first: number, served: number, total: number): void => {
    if (request === requests) {
      const outcome = objective === "value" ? [total] : [first, served, total];
      if (isBetter(outcome, best)) best = outcome;
      return;
    }
    go(request + 1, first, served, total);
    for (let mentor = 0; mentor < mentors; mentor++) {
      const value = valueOf.get(`${request}/${mentor}`);
      const places = free[mentor] ?? 0;
      if (value === undefined || places === 0) continue;
      free[mentor] = places - 1;
      go(request + 1, first + isFirst(problem, request), served + 1, total + value);
      free[mentor] = places;
    }
  };
  go(0, 0, 0, 0);
  return best;
}

/** The outcome of one assignment, its pairs looked up in the problem; throws where a pair is none. */
export function outcomeOf(
  problem: AssignmentProblem,
  mentorOf: ArrayLike<number>,
  objective: AssignmentObjective,
): Outcome {
  const { request, mentor, value } = problem.edges;
  let [first, served, total] = [0, 0, 0];
  for (let one = 0; one < problem.requests; one++) {
    if (mentorOf[one] === -1) continue;
    const edge = Array.from(request).findIndex((from, at) => from === one && mentor[at] === mentorOf[one]);
    if (edge < 0) throw new Error(`No pair ${one}/${mentorOf[one] ?? "?"}`);
    first += isFirst(problem, one);
    served++;
    total += value[edge] ?? 0;
  }
  return objective === "value" ? [total] : [first, served, total];
}

const isFirst = ({ priority }: AssignmentProblem, request: number): number => ((priority?.[request] ?? 0) > 0 ? 1 : 0);

function isBetter(outcome: Outcome, than: Outcome): boolean {
  for (const [at, figure] of outcome.entries()) {
    const other = than[at];
    if (other === undefined || figure > other) return true;
    if (figure < other) return false;
  }
  return false;
}
