import { solveAssignment } from "../assignment/index.ts";
import type { AssignmentSolution } from "../assignment/index.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { bonusOf, buildProblem } from "./round-problem.ts";
import type { RoundProblem } from "./round-problem.ts";
import type { RoundPool } from "./round-pool.ts";
import { pointsOf } from "./round-rows.ts";
import { settleTies } from "./settle-ties.ts";
import type { TiePreference } from "./settle-ties.ts";
import type { PairPoints, RoundSettings } from "./types.ts";

/** A plan in numbers: what every re-solving needs, before anybody reads it. */
export interface RoundSolution {
  /** Mentor per request of the pool, pins included; −1 where unserved or left out. */
  readonly mentorOf: Int32Array;
  readonly prices: AssignmentSolution["prices"];
  readonly round: RoundProblem;
}

/** A best plan; where several are equally good, whichever. */
export function solveRound(pool: RoundPool, settings: RoundSettings, wishes: NumberedWishes): RoundSolution {
  const round = buildProblem(pool, settings, wishes);
  const solution = solveAssignment(round.problem, { objective: settings.objective });
  return { mentorOf: inPool(pool, wishes, round, solution.mentorOf), prices: solution.prices, round };
}

/**
 * The best plan that keeps most pairs of another one, so that a change by hand moves nobody without need. Without another
 * one: the best plan with mentors who have few open tandems and proposals.
 */
export function solveRoundNear(
  pool: RoundPool,
  settings: RoundSettings,
  wishes: NumberedWishes,
  near: Int32Array | null,
): RoundSolution {
  const solution = solveRound(pool, settings, wishes);
  const { round } = solution;
  const preference = near === null ? fewOpenTandems(pool, round) : sameAs(near, round);
  const mentorOf = settleTies(round.problem, solution, settings.objective, preference);
  return { ...solution, mentorOf: inPool(pool, wishes, round, mentorOf) };
}

const MANY_OPEN = 9;

function fewOpenTandems(pool: RoundPool, { mentors }: RoundProblem): TiePreference {
  const preferenceOf = Array.from(mentors, (number) => {
    const mentor = pool.mentors[number];
    return mentor === undefined ? 0 : Math.max(0, MANY_OPEN - mentor.openTandems - mentor.openProposals);
  });
  return { preference: (_request, mentor) => preferenceOf[mentor] ?? 0, highest: MANY_OPEN };
}

const sameAs = (near: Int32Array, { requests, mentors }: RoundProblem): TiePreference => ({
  preference: (request, mentor) => (near[requests[request] ?? -1] === mentors[mentor] ? 1 : 0),
  highest: 1,
});

function inPool(
  pool: RoundPool,
  { pins }: NumberedWishes,
  { requests, mentors }: RoundProblem,
  columnOf: Int32Array,
): Int32Array {
  const mentorOf = new Int32Array(pool.requests.length).fill(-1);
  requests.forEach((request, number) => (mentorOf[request] = mentors[columnOf[number] ?? -1] ?? -1));
  for (const [request, mentor] of pins) mentorOf[request] = mentor;
  return mentorOf;
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
