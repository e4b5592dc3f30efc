import { comparePlans } from "./compare-plans.ts";
import { mentorNumber, numberWishes, requestNumber } from "./numbered-wishes.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { forEachChoice } from "./round-problem.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import { pointsOf } from "./round-rows.ts";
import { outlineOf, solveRound, solveRoundNear } from "./solve-round.ts";
import type { PlanComparison, RoundInput, RoundPin, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

/** A plan with everything it follows from: what every explanation starts with. */
export interface RoundScene {
  readonly pool: RoundPool;
  readonly settings: RoundSettings;
  readonly wishes: RoundWishes;
  readonly numbered: NumberedWishes;
  readonly plan: RoundPlan;
  /** The plan in numbers: mentor per request, −1 where unserved or left out. */
  readonly mentorOf: Int32Array;
}

export function sceneOf(input: RoundInput, settings: RoundSettings, wishes: RoundWishes, plan: RoundPlan): RoundScene {
  const pool = poolOf(input);
  const mentorOf = new Int32Array(pool.requests.length).fill(-1);
  for (const { requestId, mentorId } of plan.pairs) {
    mentorOf[requestNumber(pool, requestId)] = mentorNumber(pool, mentorId);
  }
  return { pool, settings, wishes, numbered: numberWishes(pool, wishes), plan, mentorOf };
}

/**
 * From the plan as it is to the best plan with other people or other wishes, always by solving the whole round again. Of
 * several that are equally good, the one that moves fewest people counts.
 */
export function whatIf(
  { pool, settings, wishes, plan, mentorOf }: RoundScene,
  other: { readonly pool?: RoundPool; readonly wishes?: RoundWishes },
): PlanComparison {
  const people = other.pool ?? pool;
  const numbered = numberWishes(people, other.wishes ?? wishes);
  return comparePlans(
    plan,
    outlineOf(people, settings, numbered, solveRoundNear(people, settings, numbered, mentorOf)),
  );
}

type PlanChange = Pick<PlanComparison, "served" | "points">;

/** As `whatIf` with other people, without asking who moves. */
export function countIf({ settings, wishes, plan }: RoundScene, people: RoundPool): PlanChange {
  const numbered = numberWishes(people, wishes);
  const { served, points } = outlineOf(people, settings, numbered, solveRound(people, settings, numbered));
  return { served: served - plan.served, points: points - plan.points };
}

export interface RoundChoice {
  readonly mentor: number;
  readonly points: number;
}

/** Mentors a request may be planned with, free or not. */
export function choicesIn({ pool, settings, numbered }: RoundScene, request: number): RoundChoice[] {
  const choices: RoundChoice[] = [];
  forEachChoice(pool, settings, numbered, request, (mentor, points) => choices.push({ mentor, points }));
  return choices;
}

/** Points of one pair that may be planned; null when it may not. */
export function choicePoints({ pool, settings, numbered }: RoundScene, request: number, mentor: number): number | null {
  const row = pool.rows[request];
  const points = row === undefined ? null : pointsOf(row, mentor);
  if (points === null || points < settings.minimumPoints || numbered.isBanned(request, mentor)) return null;
  return numbered.requestsLeftOut.has(request) || numbered.mentorsLeftOut.has(mentor) ? null : points;
}

/** Mentors with a free place that no pin takes. */
export const hasPlace = ({ numbered }: RoundScene, mentor: number): boolean => (numbered.places[mentor] ?? 0) > 0;

export const withPin = (wishes: RoundWishes, { requestId, mentorId }: RoundPin): RoundWishes => ({
  ...wishes,
  pins: [...wishes.pins.filter((pin) => pin.requestId !== requestId), { requestId, mentorId }],
});

/** The better change for everyone first, in the order of what counts in this round. */
export function compareChanges({ settings }: RoundScene): (a: PlanComparison, b: PlanComparison) => number {
  const value = (change: PlanComparison): number => Math.round(100 * (change.points + change.bonus));
  return (a, b) =>
    (settings.objective === "served-first" ? b.priorityServed - a.priorityServed || b.served - a.served : 0) ||
    value(b) - value(a);
}
