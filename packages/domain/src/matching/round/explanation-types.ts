import type { AgeBand, Gender, LanguageCode } from "../../people.ts";
import type { ExclusionCode, ScoredPairing } from "../types.ts";
import type { Wish } from "../wish-costs.ts";
import type { PlanComparison, RoundPair, RoundPin } from "./types.ts";

/** Why this pair, and what another choice of either side would cost the others. */
export interface PairExplanation {
  readonly pair: RoundPair;
  readonly pairing: ScoredPairing;
  /** Other mentors for the same request, by points. */
  readonly otherMentors: readonly Alternative[];
  /** Other requests for the same mentor, by points. */
  readonly otherRequests: readonly Alternative[];
}

/** A pair that could be made instead. */
export interface Alternative extends RoundPin {
  readonly points: number;
  /** From the plan as it is to the best plan with this pair pinned: exact, by solving it again. */
  readonly cost: PlanComparison;
}

/**
 * "nobody_possible": every mentor is excluded for a reason that a free place would not change.
 * "all_full": there are mentors who fit, each without a free place before the round.
 * "below_minimum": the only possible mentors have fewer points than the minimum.
 * "ruled_out": the only mentors left were banned or left out by the coordinator.
 * "taken_by_others": there are possible mentors, and the plan needs them for others.
 */
export const UNSERVED_BECAUSE = [
  "nobody_possible",
  "all_full",
  "below_minimum",
  "ruled_out",
  "taken_by_others",
] as const;
export type UnservedBecause = (typeof UNSERVED_BECAUSE)[number];

/** What binds somebody unserved, without solving anything again. */
export interface UnservedSurvey {
  readonly requestId: string;
  readonly because: UnservedBecause;
  /** Mentors who could be paired in this round. */
  readonly possible: number;
  /** Mentors with too few points, otherwise possible. */
  readonly belowMinimum: number;
  /** Mentors banned or left out, otherwise possible. */
  readonly ruledOut: number;
  /** Mentors whom nothing but a missing free place excludes. */
  readonly full: number;
  /** How many mentors each exclusion rules out, in the order of `EXCLUSION_CODES`; a mentor may count under several. */
  readonly excluded: readonly ExclusionCount[];
}

export interface UnservedExplanation extends UnservedSurvey {
  /** What would open a door, the most helpful first: each alone, each solved again. */
  readonly doors: readonly Door[];
  /** Pairs that would serve this request, the cheapest for the others first. Exact, by solving again. */
  readonly displacing: readonly Alternative[];
}

export interface ExclusionCount {
  readonly code: ExclusionCode;
  readonly mentors: number;
  /** Mentors whom this alone rules out. */
  readonly alone: number;
}

/** One thing that somebody would give up or offer. */
export type Door = RequestDoor | MentorDoor;

export interface RequestDoor extends DoorEffect {
  readonly side: "request";
  /** A wish given up, or an interpreter agreed. */
  readonly opens: Wish | "interpreter";
  /** How many more mentors would be possible. */
  readonly moreMentors: number;
}

export interface MentorDoor extends DoorEffect {
  readonly side: "mentor";
  readonly mentorId: string;
  readonly opens: MentorOffer;
}

interface DoorEffect {
  /** Whether the request would then be part of the best plan. */
  readonly serves: boolean;
  readonly change: PlanComparison;
}

/** One more place, the end of a pause, a wish given up, another time, a longer way, a missing paper. */
export const MENTOR_OFFERS = [
  "place",
  "unpaused",
  "menteeGender",
  "menteeAgeBands",
  "forWhom",
  "reachKm",
  "times",
  "fuehrungszeugnis",
  "eligibility",
] as const;
export type MentorOffer = (typeof MENTOR_OFFERS)[number];

/** The part of the week a new mentor should have time in; `null` means any. */
export const RECRUIT_TIMES = ["daytime", "evenings", "weekend"] as const;
export type RecruitTime = (typeof RECRUIT_TIMES)[number];

/** Whom to recruit. Says nothing that only one waiting person would fit. */
export interface RecruitGroup {
  /** Spoken fluently, beside German. */
  readonly language: LanguageCode;
  /** Near this district; `null` means anywhere. */
  readonly district: string | null;
  readonly gender: Gender | null;
  readonly time: RecruitTime | null;
  readonly ageBand: AgeBand | null;
  /** How many such mentors, with one place each. */
  readonly mentors: number;
  /** How many more tandems that many of them give: the round solved again with them. */
  readonly tandems: number;
  /** Change of the plan's points, without shared topics or interests: what is certain. */
  readonly points: number;
}

export interface RecruitAdvice {
  /** The most helpful first; each alone, as if no other were found. */
  readonly groups: readonly RecruitGroup[];
  /** All groups together. */
  readonly together: { readonly mentors: number; readonly tandems: number };
  /**
   * Who waits on with all of them: people whom a group could name one by one only, or more than a table can ask for.
   */
  readonly othersUnserved: number;
}
