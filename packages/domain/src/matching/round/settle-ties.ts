import { solveAssignment } from "../assignment/index.ts";
import type { AssignmentObjective, AssignmentProblem, AssignmentSolution } from "../assignment/index.ts";

/**
 * Among all plans that are equally good, the one preferred most; `preference` is whole, 0 … `highest`. The prices of the
 * solution stay its proof: every best plan is made of pairs exactly at the prices, serves everybody who has a price and
 * fills every mentor who has one, and every plan that does so is best.
 */
export function settleTies(
  problem: AssignmentProblem,
  { prices }: Pick<AssignmentSolution, "prices">,
  objective: AssignmentObjective,
  { preference, highest }: TiePreference,
): Int32Array {
  const { request, mentor, value } = problem.edges;
  const given = Float64Array.from(
    prices.request,
    (price, one) => price + prices.served + (problem.priority?.[one] ? prices.priority : 0),
  );
  const must = 1 + highest * problem.requests;
  const tight: { request: number[]; mentor: number[]; value: number[] } = { request: [], mentor: [], value: [] };
  for (let edge = 0; edge < request.length; edge++) {
    const [from, to] = [request[edge] ?? 0, mentor[edge] ?? 0];
    const [fromPrice, toPrice] = [prices.request[from] ?? 0, prices.mentor[to] ?? 0];
    if (value[edge] !== (given[from] ?? 0) + toPrice) continue;
    tight.request.push(from);
    tight.mentor.push(to);
    tight.value.push(preference(from, to) + must * ((fromPrice > 0 ? 1 : 0) + (toPrice > 0 ? 1 : 0)));
  }
  return solveAssignment({ ...problem, edges: tight }, { objective }).mentorOf;
}

/** In the numbers of the problem. */
export interface TiePreference {
  readonly preference: (request: number, mentor: number) => number;
  readonly highest: number;
}
