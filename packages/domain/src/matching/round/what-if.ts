import { comparePlans } from "./compare-plans.ts";
import { numberWishes } from "./numbered-wishes.ts";
import type { RoundPool } from "./round-pool.ts";
import { outlineOf, solveRound } from "./solve-round.ts";
import type { PlanOutline } from "./solve-round.ts";
import type { PlanComparison, RoundPin, RoundSettings, RoundWishes } from "./types.ts";

/** Asks what would change if the people or the wishes were a little different: always by solving the whole round again. */
export function whatIf(
  before: PlanOutline,
  pool: RoundPool,
  settings: RoundSettings,
  wishes: RoundWishes,
): PlanComparison {
  const numbered = numberWishes(pool, wishes);
  return comparePlans(before, outlineOf(pool, settings, numbered, solveRound(pool, settings, numbered)));
}

export const withPin = (wishes: RoundWishes, { requestId, mentorId }: RoundPin): RoundWishes => ({
  ...wishes,
  pins: [...wishes.pins.filter((pin) => pin.requestId !== requestId), { requestId, mentorId }],
});

/** The better change for everyone first, in the order of what counts in this round. */
export function compareChanges({ objective }: RoundSettings): (a: PlanComparison, b: PlanComparison) => number {
  const value = (change: PlanComparison): number => Math.round(100 * (change.points + change.bonus));
  return (a, b) =>
    (objective === "served-first" ? b.priorityServed - a.priorityServed || b.served - a.served : 0) ||
    value(b) - value(a);
}
