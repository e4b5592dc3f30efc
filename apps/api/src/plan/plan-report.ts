import type { IsoDate } from "@augenhoehe/domain";
import type {
  CautionCode,
  Criterion,
  Door,
  ExclusionCode,
  Reason,
  RecruitGroup,
  RoundSettings,
  UnservedBecause,
  Weights,
} from "@augenhoehe/domain/matching";
import type { ImportField } from "@augenhoehe/domain";
import type { CellNote } from "./problem.ts";

/** A plan in words, before it is laid out as a table, a file or JSON. */
export interface PlanReport {
  readonly today: IsoDate;
  readonly settings: RoundSettings;
  readonly weights: Weights;
  readonly volunteers: ReportList;
  readonly requests: ReportList;
  readonly totals: ReportTotals;
  /** The best fitting first. */
  readonly pairs: readonly ReportPair[];
  /** The longest waiting first. */
  readonly unserved: readonly ReportUnserved[];
  readonly recruit: ReportRecruit;
  readonly assumptions: readonly Assumption[];
  readonly notes: readonly ReportNote[];
}

export interface ReportList {
  readonly file: string;
  readonly people: number;
  readonly leftOut: number;
  readonly columns: readonly {
    readonly header: string;
    readonly field: ImportField | null;
    readonly neverRead: boolean;
  }[];
}

export interface ReportTotals {
  readonly requests: number;
  readonly volunteers: number;
  readonly places: number;
  readonly served: number;
  readonly points: number;
  readonly bonus: number;
}

export interface ReportPerson {
  readonly name: string;
  /** Row in the file, the header being 1. */
  readonly row: number;
}

export interface ReportPair {
  readonly request: ReportPerson;
  readonly volunteer: ReportPerson;
  readonly points: number;
  readonly bonus: number;
  /** The volunteer's place among those possible for this request. */
  readonly choice: { readonly place: number; readonly of: number };
  readonly reasons: readonly {
    readonly criterion: Criterion;
    readonly points: number;
    readonly weight: number;
    readonly code: Reason["code"];
    readonly sentence: string;
  }[];
  readonly cautions: readonly { readonly code: CautionCode | "with_minors"; readonly sentence: string }[];
}

export interface ReportUnserved {
  readonly request: ReportPerson;
  readonly waitingWeeks: number;
  /** Null where the lists are too long to look into every single person's chances. */
  readonly why: null | {
    readonly code: UnservedBecause;
    readonly sentence: string;
    readonly excluded: readonly { readonly code: ExclusionCode; readonly volunteers: number; readonly words: string }[];
    /** What would help, the most helpful first. */
    readonly doors: readonly { readonly code: Door["opens"] | "instead_of_others"; readonly sentence: string }[];
  };
}

export interface ReportRecruit {
  readonly groups: readonly (RecruitGroup & { readonly sentence: string })[];
  readonly together: { readonly mentors: number; readonly tandems: number };
  readonly othersUnserved: number;
}

export const ASSUMPTION_CODES = [
  "everybody_ready",
  "places_as_told",
  "minors",
  "interpreting_not_agreed",
  "interpreting_agreed",
  "districts_by_name",
  "districts_not_in_file",
  "rows_left_out",
  "protected_by_hand",
] as const;
export interface Assumption {
  readonly code: (typeof ASSUMPTION_CODES)[number];
  readonly sentence: string;
}

export interface ReportNote extends CellNote {
  /** A cell was left out, or should be looked at; the others tell how something was understood. */
  readonly isWarning: boolean;
  readonly sentence: string;
}
