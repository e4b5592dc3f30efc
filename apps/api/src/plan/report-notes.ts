import type { ReportNote } from "./plan-report.ts";
import type { CellCode, CellNote } from "./problem.ts";
import type { PlanWords } from "./words/plan-words.ts";

/** Left out, or to be looked at by somebody who knows. Everything else tells how a cell was understood. */
const WARNINGS: ReadonlySet<CellCode> = new Set([
  "not_understood",
  "language_assumed",
  "language_denied",
  "several_meanings",
  "impossible_date",
  "out_of_range",
  "too_many",
  "postal_code_elsewhere",
  "date_in_future",
  "same_as_line",
  "neighbour_unknown",
]);

/** What there is to say about cells, in words. */
export const reportNotes = (notes: readonly CellNote[], words: PlanWords): ReportNote[] =>
  notes.map((note) => ({
    ...note,
    isWarning: note.severity === "error" || WARNINGS.has(note.code),
    sentence: words.cell(note),
  }));
