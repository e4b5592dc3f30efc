import { reachBestValue } from "./best-value.ts";
import { checkDuplicates, checkProblem } from "./check-problem.ts";
import { openMarket } from "./market.ts";
import type { Market } from "./market.ts";
import type { AssignmentOptions, AssignmentProblem, AssignmentSolution } from "./problem.ts";
import { Repair } from "./repair.ts";
import { serveMost } from "./serve-most.ts";
import type { ServicePrices } from "./serve-most.ts";

const NOTHING_GIVEN_UP: ServicePrices = { served: 0, priority: 0 };

/**
 * The best assignment of requests to mentors, exactly, with the prices that prove it (`verifyAssignment`). The same
 * problem always gives the same solution.
 *
 * Method: an ascending auction gets most of it (Bertsekas 1988), pairs that are exactly right stay, shortest paths on
 * reduced costs mend the rest, and where serving people counts first, cheapest paths serve one more until a search
 * proves that nobody else can be. All sums are whole numbers that a double holds exactly.
 *
 * @throws AssignmentProblemError when the problem is malformed.
 */
export function solveAssignment(
  problem: AssignmentProblem,
  { objective = "served-first" }: AssignmentOptions = {},
): AssignmentSolution {
  checkProblem(problem, objective);
  const market = openMarket(problem);
  checkDuplicates(market.mentorsOf, problem.mentors);
  const repair = new Repair(market);
  reachBestValue(market, repair);
  const given = objective === "value" ? NOTHING_GIVEN_UP : serveMost(market, repair, priorityOf(problem));
  return { ...solutionOf(problem, market, given), objective };
}

export function priorityOf({ requests, priority }: AssignmentProblem): Uint8Array {
  return Uint8Array.from({ length: requests }, (_, request) => ((priority?.[request] ?? 0) === 0 ? 0 : 1));
}

function solutionOf(
  problem: AssignmentProblem,
  market: Market,
  { served, priority }: ServicePrices,
): Omit<AssignmentSolution, "objective"> {
  const { requests } = problem;
  const { mentorOf, mentorsOf, surplus, outside } = market;
  const gain = new Float64Array(requests);
  let total = 0;
  let servedCount = 0;
  for (let request = 0; request < requests; request++) {
    gain[request] = surplus[request]! - outside[request]!;
    const mentor = mentorOf[request]!;
    if (mentor < 0) continue;
    total += mentorsOf.valueOf(request, mentor);
    servedCount++;
  }
  const prices = { request: gain, mentor: market.price.slice(0, problem.mentors), served, priority };
  return { mentorOf: mentorOf.slice(0, requests), total, served: servedCount, prices };
}
