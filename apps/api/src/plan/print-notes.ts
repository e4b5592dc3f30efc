import type { PlanReport, ReportList, ReportNote } from "./plan-report.ts";
import type { CellNote } from "./problem.ts";
import type { PlanWords } from "./words/plan-words.ts";

/** What was not read, left out or guessed: for the error output, one line each, so that a search finds it. */
export function printNotes(report: PlanReport, words: PlanWords, showGuesses: boolean): string[] {
  const warnings = report.notes.filter(({ isWarning }) => isWarning);
  const guesses = report.notes.filter(({ isWarning }) => !isWarning);
  return [
    ...columnLines(report.volunteers, words),
    ...columnLines(report.requests, words),
    ...(hasNeverRead(report) ? [words.neverReadWhy] : []),
    ...(warnings.length === 0 ? [] : [words.leftOutTitle, ...warnings.map((note) => noteLine(note, words))]),
    ...(guesses.length > 0 && !showGuesses ? [words.guessesHidden(guesses.length)] : []),
    ...(guesses.length > 0 && showGuesses ? [words.guessesTitle, ...guesses.map((note) => noteLine(note, words))] : []),
  ];
}

const hasNeverRead = ({ volunteers, requests }: PlanReport): boolean =>
  [...volunteers.columns, ...requests.columns].some(({ neverRead }) => neverRead);

/** "anfragen.csv, Zelle M9 („angefragt am“): …" */
export const cellLine = (note: CellNote, words: PlanWords): string => `  ${words.cellPlace(note)}: ${words.cell(note)}`;

const noteLine = (note: ReportNote, words: PlanWords): string => `  ${words.cellPlace(note)}: ${note.sentence}`;

function columnLines({ file, columns }: ReportList, words: PlanWords): string[] {
  const headers = (wanted: (column: ReportList["columns"][number]) => boolean) =>
    columns.filter(wanted).map(({ header }) => header);
  const neverRead = headers((column) => column.neverRead);
  const unread = headers((column) => !column.neverRead && column.field === null);
  return [
    ...(unread.length === 0 ? [] : [words.columnsUnread(file, unread)]),
    ...(neverRead.length === 0 ? [] : [words.columnsNeverRead(file, neverRead)]),
  ];
}
