import { comparePlans } from "./compare-plans.ts";
import { numberWishes } from "./numbered-wishes.ts";
import type { NumberedWishes } from "./numbered-wishes.ts";
import { choicesOf } from "./round-problem.ts";
import type { RoundChoice } from "./round-problem.ts";
import { poolOf } from "./round-pool.ts";
import type { RoundPool } from "./round-pool.ts";
import { outlineOf, solveRound } from "./solve-round.ts";
import type { PlanComparison, RoundInput, RoundPin, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";

/** A plan with everything it follows from: what every explanation starts with. */
export interface RoundScene {
  readonly pool: RoundPool;
  readonly settings: RoundSettings;
  readonly wishes: RoundWishes;
  readonly numbered: NumberedWishes;
  readonly plan: RoundPlan;
}

export function sceneOf(input: RoundInput, settings: RoundSettings, wishes: RoundWishes, plan: RoundPlan): RoundScene {
  const pool = poolOf(input);
  return { pool, settings, wishes, numbered: numberWishes(pool, wishes), plan };
}

/** From the plan as it is to the best plan with other people or other wishes: always by solving the whole round again. */
export function whatIf(
  { pool, settings, wishes, plan }: RoundScene,
  other: { readonly pool?: RoundPool; readonly wishes?: RoundWishes },
): PlanComparison {
  const people = other.pool ?? pool;
  const numbered = numberWishes(people, other.wishes ?? wishes);
  return comparePlans(plan, outlineOf(people, settings, numbered, solveRound(people, settings, numbered)));
}

export const choicesIn = ({ pool, settings, numbered }: RoundScene, request: number): RoundChoice[] =>
  choicesOf(pool, settings, numbered, request);

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
