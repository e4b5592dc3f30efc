import type { AssignmentProblem } from "@augenhoehe/domain/matching";
import { munkres } from "munkres";

/** The Hungarian method from npm knows no capacities: one column per seat, cost 0 for the best pair. Value only. */
export function solveWithMunkres({ requests, mentors, capacities, edges }: AssignmentProblem) {
  const values = Int32Array.from(edges.value);
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  const firstSeat = new Int32Array(mentors + 1);
  for (let mentor = 0; mentor < mentors; mentor++) {
    firstSeat[mentor + 1] = (firstSeat[mentor] ?? 0) + (capacities[mentor] ?? 0);
  }
  const seats = firstSeat[mentors] ?? 0;
  const costs = Array.from({ length: requests }, () => new Int32Array(seats).fill(highest));
  for (const [edge, value] of values.entries()) {
    const mentor = edges.mentor[edge] ?? 0;
    costs[edges.request[edge] ?? 0]?.fill(highest - value, firstSeat[mentor], firstSeat[mentor + 1]);
  }
  const made = munkres(costs).map(([request, seat]) => highest - (costs[request]?.[seat] ?? highest));
  return { total: made.reduce((sum, value) => sum + value, 0), served: made.filter((value) => value > 0).length };
}
