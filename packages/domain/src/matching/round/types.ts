import type { AssignmentObjective } from "../assignment/index.ts";
import type { DistrictPlace } from "../districts.ts";
import type { Caution, MatchMentor, MatchRequest, Weights } from "../types.ts";

/**
 * The matching round: the best plan for everyone who waits. Everything it is computed from is frozen with it and can be
 * written as JSON, so the same round gives the same plan next year.
 */
export interface RoundInput {
  readonly requests: readonly RoundRequest[];
  readonly mentors: readonly MatchMentor[];
  readonly weights: Weights;
  readonly districts: readonly DistrictPlace[];
  /** Interest and its share of the pool, 0–1. */
  readonly interestShares: readonly (readonly [interest: string, share: number])[];
  /** When the round was frozen, as epoch milliseconds: waiting is counted up to here. */
  readonly now: number;
}

/** Protected people are matched by hand: a request under protection is in no round, whatever the input says. */
export interface RoundRequest extends MatchRequest {
  /** Mentors this mentee was paired with before, by id. */
  readonly declined: readonly string[];
  readonly former: readonly string[];
}

/** What counts, chosen when the round is made. */
export interface RoundSettings {
  readonly objective: AssignmentObjective;
  /** A pair with fewer points is made only by a pin. Whole, 0–100. */
  readonly minimumPoints: number;
  readonly waitingBonus: WaitingBonus;
}

/** Points on top of the fit for whole weeks of waiting: the same for every pair of one request, never part of the fit. */
export interface WaitingBonus {
  /** 0–20, at most two decimals. */
  readonly pointsPerWeek: number;
  /** 0–1000, at most two decimals. */
  readonly atMostPoints: number;
}

/** What the coordinator decided by hand. Ids are those of the input. */
export interface RoundWishes {
  readonly pins: readonly RoundPin[];
  readonly bans: readonly RoundBan[];
  /** Requests to be served before the others. */
  readonly priority: readonly string[];
  readonly leftOut: { readonly requests: readonly string[]; readonly mentors: readonly string[] };
}

/** "These two." */
export interface RoundPin {
  readonly requestId: string;
  readonly mentorId: string;
}

/** "Not these two." */
export interface RoundBan extends RoundPin {
  readonly reason: RoundBanReason;
}

/** A closed list: a free text would be one more place where something about people is stored. */
export const ROUND_BAN_REASONS = [
  "know_each_other",
  "asked_by_mentor",
  "asked_by_mentee",
  "unlikely_to_get_on",
  "way_too_long",
  "other",
] as const;
export type RoundBanReason = (typeof ROUND_BAN_REASONS)[number];

/** One pair of a plan, with what a coordinator sees first. */
export interface RoundPair extends RoundPin {
  /** The fit, whole points 0–100. */
  readonly points: number;
  /** Waiting bonus in points, shown apart from the fit. */
  readonly bonus: number;
  readonly pinned: boolean;
  readonly priority: boolean;
  /** The mentor's place among those possible for this request; 1 is the first choice. Equal points share a place. */
  readonly mentorPlace: number;
  readonly mentorsPossible: number;
  /** The request's place among those possible for this mentor; 1 is the first choice. */
  readonly requestPlace: number;
  readonly requestsPossible: number;
  readonly cautions: readonly Caution[];
}

export interface RoundPlan {
  /** By request id. */
  readonly pairs: readonly RoundPair[];
  /** Requests of the round that nobody serves, by id; those left out are not among them. */
  readonly unserved: readonly string[];
  readonly served: number;
  readonly priorityServed: number;
  /** Sum of the fit of all pairs. */
  readonly points: number;
  /** Sum of the waiting bonuses of all pairs. */
  readonly bonus: number;
  readonly prices: RoundPrices;
  readonly weightsVersion: number;
}

/**
 * The dual solution, in hundredths of a point: the proof that no plan is better. Only people with a price above 0 are
 * named. Pins are decided, not priced.
 */
export interface RoundPrices {
  readonly requests: readonly (readonly [requestId: string, price: number])[];
  readonly mentors: readonly (readonly [mentorId: string, price: number])[];
  readonly served: number;
  readonly priority: number;
}

/** What is different between two plans of the same round. */
export interface PlanComparison {
  /** Served in both, by another mentor than before. By request id, like the others. */
  readonly moved: readonly MovedPair[];
  /** Served now, not before. */
  readonly newlyServed: readonly PairPoints[];
  /** Served before, not now. */
  readonly noLongerServed: readonly PairPoints[];
  /** Pairs that are in both. */
  readonly kept: number;
  /** After minus before. */
  readonly served: number;
  readonly priorityServed: number;
  readonly points: number;
  readonly bonus: number;
}

export interface PairPoints extends RoundPin {
  readonly points: number;
}

export interface MovedPair {
  readonly requestId: string;
  readonly before: { readonly mentorId: string; readonly points: number };
  readonly after: { readonly mentorId: string; readonly points: number };
}
