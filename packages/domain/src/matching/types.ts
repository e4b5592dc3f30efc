import type { AgeBand, ForWhom, Gender, SpokenLanguage } from "../people.ts";
import type { WeekSlots } from "../week.ts";
import type { EligibilityGap } from "../volunteer.ts";

/** Read-only inputs of the matcher. Nothing else about a person is an input: no name, origin, or account age. */
export interface MatchMentor {
  readonly id: string;
  readonly languages: readonly SpokenLanguage[];
  /** Key of a district of the network. */
  readonly district: string | null;
  /** How far the mentor goes, in km; `null` means no limit told. */
  readonly reachKm: number | null;
  readonly slots: WeekSlots | null;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
  readonly gender: Gender | null;
  readonly ageBand: AgeBand | null;
  readonly wishes: {
    readonly menteeGender: Gender | null;
    /** Empty means any. */
    readonly menteeAgeBands: readonly AgeBand[];
    /** For whom the mentor is ready; empty means any. */
    readonly forWhom: readonly ForWhom[];
  };
  /** What is missing for eligibility, without the Führungszeugnis, which depends on the request. */
  readonly gaps: readonly EligibilityGap[];
  readonly hasValidFuehrungszeugnis: boolean;
  readonly paused: boolean;
  readonly openTandems: number;
  readonly openProposals: number;
  readonly capacity: number;
  /** May be proposed for people under a protection flag. */
  readonly clearedForProtected: boolean;
}

export interface MatchRequest {
  readonly id: string;
  readonly languages: readonly SpokenLanguage[];
  readonly district: string | null;
  readonly reachKm: number | null;
  readonly slots: WeekSlots | null;
  readonly topics: readonly string[];
  readonly interests: readonly string[];
  readonly gender: Gender | null;
  readonly ageBand: AgeBand | null;
  readonly forWhom: ForWhom;
  readonly involvesMinors: boolean;
  readonly inReceptionCentre: boolean;
  readonly protected: boolean;
  /** An interpreter has been agreed: bridges a missing shared language. */
  readonly interpreterAgreed: boolean;
  readonly wishes: {
    readonly mentorGender: Gender | null;
    readonly mentorAgeBands: readonly AgeBand[];
    readonly eveningOnly: boolean;
  };
  /** Start of waiting, as epoch milliseconds: used for ties only. */
  readonly waitingSince: number;
}

/** Mentors that were paired with this mentee before, by id. Computed by the caller from proposals and tandems. */
export interface PairHistory {
  readonly declined: ReadonlySet<string>;
  readonly former: ReadonlySet<string>;
}

export const CRITERIA = ["language", "district", "availability", "interests"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** Whole percent per criterion; they sum to 100. `version` is stored with every proposal. */
export type Weights = { readonly version: number } & { readonly [C in Criterion]: number };

export const DEFAULT_WEIGHTS: Weights = { version: 1, language: 35, district: 20, availability: 20, interests: 25 };

/** Where the districts lie: coordinates where known, else neighbours. */
export interface DistrictMap {
  /** Distance in km between two districts, or null when neither coordinates nor a chain of neighbours is known. */
  distanceKm(from: string, to: string): number | null;
}

/** How common each interest is in the pool, 0–1: a rare shared interest says more. Unknown keys count as rare. */
export type InterestShares = ReadonlyMap<string, number>;

export interface MatchContext {
  readonly weights: Weights;
  readonly districts: DistrictMap;
  readonly interestShares: InterestShares;
}

/** Why a pairing cannot be proposed. Facts fill the sentence a coordinator reads. */
export type Exclusion =
  | { readonly code: "not_eligible"; readonly missing: readonly EligibilityGap[] }
  | { readonly code: "at_capacity"; readonly open: number; readonly capacity: number }
  | { readonly code: "paused" }
  | { readonly code: "former_pair" }
  | { readonly code: "declined_pair" }
  | { readonly code: "mentor_gender_wish" }
  | { readonly code: "mentee_gender_wish" }
  | { readonly code: "mentor_age_wish" }
  | { readonly code: "mentee_age_wish" }
  | { readonly code: "no_language_bridge" }
  | { readonly code: "too_far"; readonly km: number; readonly reachKm: number }
  | { readonly code: "no_common_time" }
  | { readonly code: "fuehrungszeugnis_missing" }
  | { readonly code: "protection_clearance_missing" }
  | { readonly code: "for_whom_not_offered"; readonly forWhom: ForWhom };
export type ExclusionCode = Exclusion["code"];
export const EXCLUSION_CODES = [
  "not_eligible",
  "at_capacity",
  "paused",
  "former_pair",
  "declined_pair",
  "mentor_gender_wish",
  "mentee_gender_wish",
  "mentor_age_wish",
  "mentee_age_wish",
  "no_language_bridge",
  "too_far",
  "no_common_time",
  "fuehrungszeugnis_missing",
  "protection_clearance_missing",
  "for_whom_not_offered",
] as const satisfies readonly ExclusionCode[];

/** Why a criterion counts as it does; the web turns each into a sentence. */
export type Reason =
  | {
      readonly code: "shared_language";
      readonly language: string;
      readonly level: string;
      readonly second: string | null;
    }
  | { readonly code: "interpreter_bridge" }
  | { readonly code: "languages_unknown" }
  | { readonly code: "same_district"; readonly district: string }
  | { readonly code: "distance"; readonly km: number }
  | { readonly code: "district_unknown" }
  | { readonly code: "common_times"; readonly slots: WeekSlots; readonly count: number }
  | { readonly code: "times_unknown" }
  | {
      readonly code: "shared_topics";
      readonly topics: readonly string[];
      readonly asked: number;
      readonly interests: readonly string[];
    }
  | { readonly code: "nothing_shared" }
  | { readonly code: "topics_unknown" };

export interface ScorePart {
  readonly criterion: Criterion;
  /** 0–1. */
  readonly fit: number;
  /** fit × weight, unrounded. */
  readonly points: number;
  readonly weight: number;
  readonly reason: Reason;
}

/** Never a bare number: total, parts, reasons, weights version. */
export interface Score {
  /** Whole points 0–100. */
  readonly total: number;
  readonly parts: readonly ScorePart[];
  readonly weightsVersion: number;
}

/** What a coordinator should look at before proposing: it lowers nothing beyond the score and excludes nobody. */
export type Caution =
  | { readonly code: "mentor_gender_unknown" }
  | { readonly code: "mentee_gender_unknown" }
  | { readonly code: "mentor_age_unknown" }
  | { readonly code: "mentee_age_unknown" }
  | { readonly code: "only_basic_language"; readonly language: string }
  | { readonly code: "near_reach_limit"; readonly km: number; readonly reachKm: number }
  | { readonly code: "one_common_time" }
  | { readonly code: "no_asked_topic" }
  | { readonly code: "last_place"; readonly capacity: number };
export type CautionCode = Caution["code"];
export const CAUTION_CODES = [
  "mentor_gender_unknown",
  "mentee_gender_unknown",
  "mentor_age_unknown",
  "mentee_age_unknown",
  "only_basic_language",
  "near_reach_limit",
  "one_common_time",
  "no_asked_topic",
  "last_place",
] as const satisfies readonly CautionCode[];

export interface ScoredPairing {
  readonly mentorId: string;
  readonly requestId: string;
  readonly excluded: false;
  readonly score: Score;
  readonly cautions: readonly Caution[];
}

export interface ExcludedPairing {
  readonly mentorId: string;
  readonly requestId: string;
  readonly excluded: true;
  readonly exclusions: readonly [Exclusion, ...Exclusion[]];
}

export type Pairing = ScoredPairing | ExcludedPairing;
