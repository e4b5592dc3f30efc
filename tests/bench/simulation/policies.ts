import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";
import type { Policy } from "./live-through.ts";
import { matchingRound, type Cadence } from "./round-policy.ts";
import { bestPairFirst, firstComeFirstServed } from "./simple-policies.ts";
import type { TwoYears } from "./two-years.ts";

const WORKING_DAYS: Cadence = { cycleDays: 7, on: [0, 1, 2, 3, 4] };

export const ROUND = "round, every working day";

/** What is compared: the two habits, the product's round, and the round with another cadence or no bonus. */
export function policiesFor(years: TwoYears): readonly Policy[] {
  const round = (name: string, cadence: Cadence, pointsPerWeek?: number): Policy => {
    const { waitingBonus } = DEFAULT_ROUND_SETTINGS;
    const settings = {
      ...DEFAULT_ROUND_SETTINGS,
      waitingBonus: { ...waitingBonus, pointsPerWeek: pointsPerWeek ?? waitingBonus.pointsPerWeek },
    };
    return matchingRound(years, { name, cadence, settings });
  };
  return [
    firstComeFirstServed,
    bestPairFirst,
    round(ROUND, WORKING_DAYS),
    round("round, Mondays and Thursdays", { cycleDays: 7, on: [0, 3] }),
    round("round, every Monday", { cycleDays: 7, on: [0] }),
    round("round, every other Monday", { cycleDays: 14, on: [0] }),
    round("round without waiting bonus", WORKING_DAYS, 0),
  ];
}
