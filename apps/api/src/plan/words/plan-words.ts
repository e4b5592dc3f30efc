import type { IsoDate } from "@augenhoehe/domain";
import type { MentorOffer, RecruitGroup, RoundSettings, UnservedExplanation } from "@augenhoehe/domain/matching";
import type { ReportPerson, ReportTotals } from "../plan-report.ts";
import type { CellNote, Problem } from "../problem.ts";
import type { Naming } from "./reason-sentences.ts";

/** What would follow for everybody else. */
export interface Consequence {
  /** Served now, not then. */
  readonly waiting: readonly ReportPerson[];
  /** Others who would get somebody else. */
  readonly moved: number;
  /** More people served than now. */
  readonly more: number;
}

/** Whatever the command says beyond the sentences of the pages. */
export interface PlanWords {
  readonly help: string;
  /** Above what is wrong. */
  readonly refused: string;
  problem(problem: Problem): string;
  /** "anfragen.csv, Zelle M9 („angefragt am“)" */
  cellPlace(note: CellNote): string;
  cell(note: CellNote): string;
  readonly leftOutTitle: string;
  readonly guessesTitle: string;
  guessesHidden(count: number): string;
  columnsUnread(file: string, headers: readonly string[]): string;
  columnsNeverRead(file: string, headers: readonly string[]): string;
  title(today: IsoDate): string;
  outcome(totals: ReportTotals): string;
  readonly proved: Readonly<Record<RoundSettings["objective"], string>>;
  settings(settings: RoundSettings, naming: Naming): string;
  readonly pairsTitle: string;
  readonly noPairs: string;
  readonly head: {
    readonly points: string;
    readonly request: string;
    readonly volunteer: string;
    readonly why: string;
  };
  row(row: number): string;
  /** Beside the points: the bonus for waiting, already as a number. */
  bonus(points: string): string;
  readonly bonusLegend: string;
  choice(place: number, of: number): string;
  readonly unservedTitle: string;
  waiting(weeks: number): string;
  because(explanation: UnservedExplanation, settings: RoundSettings): string;
  excluded(volunteers: number, words: string): string;
  notLookedInto(count: number): string;
  wishDoor(wish: string, moreVolunteers: number, consequence: Consequence | null): string;
  interpreterDoor(moreVolunteers: number, consequence: Consequence | null): string;
  offerDoor(volunteer: ReportPerson, offer: MentorOffer, consequence: Consequence): string;
  instead(volunteer: ReportPerson, points: number, consequence: Consequence): string;
  readonly recruitTitle: string;
  recruit(group: RecruitGroup, naming: Naming): string;
  recruitTogether(mentors: number, tandems: number): string;
  readonly recruitNobody: string;
  recruitOthers(count: number): string;
  readonly assumptionsTitle: string;
  readonly assumptions: {
    readonly everybodyReady: string;
    readonly placesAsTold: string;
    minors(pairs: number): string;
    interpretingNotAgreed(requests: number): string;
    interpretingAgreed(requests: number): string;
    readonly districtsByName: string;
    districtsNotInFile(names: string): string;
    rowsLeftOut(file: string, rows: number): string;
    readonly protectedByHand: string;
  };
  readonly withMinors: string;
  apart(one: string, other: string): string;
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
  written(file: string): string;
}
