import { createDistrictMap, DEFAULT_WEIGHTS, NO_HISTORY, pairUp, type MatchContext } from "@augenhoehe/domain/matching";
import type { TwoYears } from "./two-years.ts";

export const EXCLUDED = -1;

/** Points of every pair that could ever meet, by the product's own rules; free places are counted elsewhere. */
export interface PairPoints {
  /** Whole points 0–100, or `EXCLUDED`. */
  of(asker: number, helper: number): number;
}

export function pairPoints({ askers, helpers, districts, interestShares }: TwoYears): PairPoints {
  const context: MatchContext = { weights: DEFAULT_WEIGHTS, districts: createDistrictMap(districts), interestShares };
  const points = new Int8Array(askers.length * helpers.length).fill(EXCLUDED);
  askers.forEach(({ request }, asker) => {
    helpers.forEach(({ mentor }, helper) => {
      const pairing = pairUp(mentor, request, NO_HISTORY, context);
      if (!pairing.excluded) points[asker * helpers.length + helper] = pairing.score.total;
    });
  });
  return { of: (asker, helper) => points[asker * helpers.length + helper] ?? EXCLUDED };
}
