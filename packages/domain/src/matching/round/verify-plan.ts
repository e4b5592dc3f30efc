import { verifyAssignment } from "../assignment/index.ts";
import type { AssignmentVerdict } from "../assignment/index.ts";
import { numberWishes } from "./numbered-wishes.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { buildProblem } from "./round-problem.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

export type PlanVerdict =
  AssignmentVerdict | { readonly valid: false; readonly flaw: "pins_not_kept" | "people_wrong" };

/**
 * Whether a plan is what it claims: made of pairs that may be made, with every pin, and proved by its prices to be the
 * best. Everything but the plan is built anew from the frozen input; nothing is solved.
 */
export function verifyPlan(
  input: RoundInput,
  settings: RoundSettings,
  wishes: RoundWishes,
  plan: RoundPlan,
): PlanVerdict {
  const pool = poolOf(input);
  const numbered = numberWishes(pool, wishes);
  const { problem, requests, mentors } = buildProblem(pool, settings, numbered);
  const mentorById = new Map(plan.pairs.map(({ requestId, mentorId }) => [requestId, mentorId]));
  if (!keepsPins(wishes, mentorById)) return { valid: false, flaw: "pins_not_kept" };
  if (!namesEverybodyOnce(pool, numbered, plan)) return { valid: false, flaw: "people_wrong" };

  const idOfRequest = (number: number): string => pool.requests[requests[number] ?? -1]?.request.id ?? "";
  const columnByMentorId = new Map(Array.from(mentors, (mentor, column) => [pool.mentors[mentor]?.id ?? "", column]));
  const mentorOf = Int32Array.from({ length: problem.requests }, (_, number) => {
    const mentorId = mentorById.get(idOfRequest(number));
    return mentorId === undefined ? -1 : (columnByMentorId.get(mentorId) ?? problem.mentors);
  });
  const requestPrices = new Map(plan.prices.requests);
  const mentorPrices = new Map(plan.prices.mentors);
  const solution = {
    mentorOf,
    served: plan.served - numbered.pins.size,
    total: totalOfFree(plan),
    prices: {
      request: Float64Array.from(
        { length: problem.requests },
        (_, number) => requestPrices.get(idOfRequest(number)) ?? 0,
      ),
      mentor: Float64Array.from(mentors, (mentor) => mentorPrices.get(pool.mentors[mentor]?.id ?? "") ?? 0),
      served: plan.prices.served,
      priority: plan.prices.priority,
    },
  };
  return verifyAssignment(problem, solution, { objective: settings.objective });
}

function keepsPins({ pins }: RoundWishes, mentorById: ReadonlyMap<string, string>): boolean {
  return pins.every(({ requestId, mentorId }) => mentorById.get(requestId) === mentorId);
}

function namesEverybodyOnce(pool: RoundPool, { requestsLeftOut }: NumberedWishes, plan: RoundPlan): boolean {
  const named = [...plan.pairs.map(({ requestId }) => requestId), ...plan.unserved];
  const expected = pool.requests.length - requestsLeftOut.size;
  return (
    named.length === expected && new Set(named).size === expected && named.every((id) => pool.requestNumbers.has(id))
  );
}

/** In hundredths of a point, without the pins. */
const totalOfFree = ({ pairs }: RoundPlan): number =>
  pairs.reduce((sum, { pinned, points, bonus }) => sum + (pinned ? 0 : 100 * points + Math.round(100 * bonus)), 0);
