import { solveAssignment } from "../assignment/index.ts";
import type { AssignmentPrices } from "../assignment/index.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { bonusOf, buildProblem } from "./round-problem.ts";
import type { RoundProblem } from "./round-problem.ts";
import type { RoundPool } from "./round-pool.ts";
import { pointsOf } from "./round-rows.ts";
import type { PairPoints, RoundSettings } from "./types.ts";

/** A plan in numbers: what every re-solving needs, before anybody reads it. */
export interface RoundSolution {
  /** Mentor per request of the pool, pins included; −1 where unserved or left out. */
  readonly mentorOf: Int32Array;
  readonly prices: AssignmentPrices;
  readonly round: RoundProblem;
}

export function solveRound(pool: RoundPool, settings: RoundSettings, wishes: NumberedWishes): RoundSolution {
  const round = buildProblem(pool, settings, wishes);
  const solution = solveAssignment(round.problem, { objective: settings.objective });
  const mentorOf = new Int32Array(pool.requests.length).fill(-1);
  round.requests.forEach((request, number) => {
    const column = solution.mentorOf[number] ?? -1;
    mentorOf[request] = column < 0 ? -1 : (round.mentors[column] ?? -1);
  });
  for (const [request, mentor] of wishes.pins) mentorOf[request] = mentor;
  return { mentorOf, prices: solution.prices, round };
}

/** What two plans are compared by. */
export interface PlanOutline {
  readonly pairs: readonly PairPoints[];
  readonly served: number;
  readonly priorityServed: number;
  readonly points: number;
  readonly bonus: number;
}

export function outlineOf(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: NumberedWishes,
  { mentorOf }: Pick<RoundSolution, "mentorOf">,
): PlanOutline {
  const pairs: PairPoints[] = [];
  let [priorityServed, points, bonusHundredths] = [0, 0, 0];
  mentorOf.forEach((mentor, request) => {
    if (mentor < 0) return;
    const pair = pairPoints(pool, request, mentor);
    pairs.push(pair);
    points += pair.points;
    bonusHundredths += bonusOf(pool, settings, request);
    if (wishes.priority.has(request)) priorityServed++;
  });
  return { pairs, served: pairs.length, priorityServed, points, bonus: bonusHundredths / 100 };
}

export function pairPoints(pool: RoundPool, request: number, mentor: number): PairPoints {
  const row = pool.rows[request];
  return {
    requestId: pool.requests[request]?.request.id ?? "",
    mentorId: pool.mentors[mentor]?.id ?? "",
    points: row === undefined ? 0 : (pointsOf(row, mentor) ?? 0),
  };
}
