import type { IsoDate } from "@augenhoehe/domain";
import type { MentorOffer, RecruitGroup, RoundSettings, UnservedExplanation } from "@augenhoehe/domain/matching";
import type { ReportPerson, ReportTotals } from "../plan-report.ts";
import type { CellNote, Problem } from "../problem.ts";
import type { Naming } from "./reason-sentences.ts";

/** What would follow for everybody but the person a change is about. */
export interface Consequence {
  /** Served now, not then. */
  readonly waiting: readonly ReportPerson[];
  /** Others who would get somebody else. */
  readonly moved: number;
}

/** Whatever the command says beyond the sentences of the pages. */
export interface PlanWords {
  readonly help: string;
  /** Above what is wrong. */
  readonly refused: string;
  readonly problem: (problem: Problem) => string;
  /** "anfragen.csv, Zelle M9 („angefragt am“)" */
  readonly cellPlace: (note: CellNote) => string;
  readonly cell: (note: CellNote) => string;
  /** Before a long calculation. */
  readonly patience: string;
  readonly leftOutTitle: string;
  readonly guessesTitle: string;
  readonly guessesHidden: (count: number) => string;
  readonly columnsUnread: (file: string, headers: readonly string[]) => string;
  readonly columnsNeverRead: (file: string, headers: readonly string[]) => string;
  /** Below the columns that are never read. */
  readonly neverReadWhy: string;
  readonly title: (today: IsoDate) => string;
  readonly outcome: (totals: ReportTotals) => string;
  readonly proved: Readonly<Record<RoundSettings["objective"], string>>;
  readonly settings: (settings: RoundSettings, naming: Naming) => string;
  readonly pairsTitle: string;
  readonly noPairs: string;
  readonly head: {
    readonly points: string;
    readonly request: string;
    readonly volunteer: string;
    readonly why: string;
  };
  readonly row: (row: number) => string;
  /** Beside the points: the bonus for waiting, already as a number. */
  readonly bonus: (points: string) => string;
  readonly bonusLegend: string;
  readonly choice: (place: number, of: number) => string;
  readonly unservedTitle: string;
  readonly waiting: (weeks: number) => string;
  readonly because: (explanation: UnservedExplanation, settings: RoundSettings) => string;
  readonly excluded: (volunteers: number, words: string) => string;
  readonly notLookedInto: (count: number) => string;
  readonly wishDoor: (wish: string, moreVolunteers: number, consequence: Consequence | null) => string;
  readonly interpreterDoor: (moreVolunteers: number, consequence: Consequence | null) => string;
  readonly offerDoor: (volunteer: ReportPerson, offer: MentorOffer, consequence: Consequence) => string;
  readonly instead: (volunteer: ReportPerson, points: number, consequence: Consequence) => string;
  readonly recruitTitle: string;
  readonly recruit: (group: RecruitGroup, naming: Naming) => string;
  readonly recruitTogether: (mentors: number, tandems: number) => string;
  readonly recruitNobody: string;
  readonly recruitOthers: (count: number) => string;
  readonly assumptionsTitle: string;
  readonly assumptions: {
    readonly everybodyReady: string;
    readonly placesAsTold: string;
    readonly minors: (pairs: number) => string;
    readonly interpretingNotAgreed: (requests: number) => string;
    readonly interpretingAgreed: (requests: number) => string;
    readonly districtsByName: string;
    readonly districtsNotInFile: (names: string) => string;
    readonly rowsLeftOut: (file: string, rows: number) => string;
    readonly protectedByHand: string;
  };
  readonly withMinors: string;
  readonly apart: (one: string, other: string) => string;
  /** Headers of the written file. */
  readonly columns: {
    readonly state: string;
    readonly request: string;
    readonly requestRow: string;
    readonly volunteer: string;
    readonly volunteerRow: string;
    readonly points: string;
    readonly bonus: string;
    readonly why: string;
    readonly caution: string;
  };
  readonly states: { readonly pair: string; readonly waiting: string };
  readonly written: (file: string) => string;
}
