import { matchMentorOf, matchRequestOf } from "@augenhoehe/api/demo/demo-matching";
import {
  createDistrictMap,
  DEFAULT_WEIGHTS,
  interestSharesOf,
  NO_HISTORY,
  rankMentors,
  scorePairing,
} from "@augenhoehe/domain/matching";
import { generatePool } from "../support/population.ts";

export interface ScoringRates {
  /** Pairs per second with parts, reasons and cautions for each. */
  readonly explained: number;
  /** Pairs per second where only the best ten are explained: what a suggestion page does. */
  readonly ranked: number;
}

/** How many pairings one thread judges in a second, exclusions included. */
export function scoringRates(): ScoringRates {
  const pool = generatePool({ volunteers: 10_000, requests: 60, seed: 11 });
  const mentors = pool.mentors.map((mentor) => matchMentorOf(mentor, new Map()));
  const requests = pool.requests.map(matchRequestOf);
  const context = {
    weights: DEFAULT_WEIGHTS,
    districts: createDistrictMap(pool.definition.districts),
    interestShares: interestSharesOf(mentors),
  };
  const rate = (work: (request: (typeof requests)[number]) => void): number => {
    for (const request of requests.slice(0, 10)) work(request);
    const began = performance.now();
    for (const request of requests) work(request);
    return (requests.length * mentors.length) / ((performance.now() - began) / 1000);
  };
  return {
    explained: rate((request) => {
      for (const mentor of mentors) scorePairing(mentor, request, context);
    }),
    ranked: rate((request) => rankMentors(request, mentors, NO_HISTORY, context, { limit: 10 })),
  };
}
