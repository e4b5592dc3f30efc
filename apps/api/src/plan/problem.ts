import type { CellRemark } from "@augenhoehe/contract";

/** What is wrong with the call or its files; `words` turns each into a sentence. */
export type Problem =
  | { readonly code: "unknown_option" | "option_twice" | "value_missing" | "option_missing"; readonly option: string }
  | { readonly code: "no_value_wanted"; readonly option: string }
  | { readonly code: "stray_argument"; readonly text: string }
  | { readonly code: "invalid_value"; readonly option: string; readonly value: string; readonly allowed: string }
  | {
      readonly code: "file_missing" | "file_not_readable" | "file_unreadable" | "file_too_large";
      readonly file: string;
    }
  | { readonly code: "file_too_many_rows"; readonly file: string; readonly limit: number }
  | {
      readonly code: "column_missing";
      readonly file: string;
      readonly wanted: WantedColumn;
      readonly found: readonly string[];
    }
  | { readonly code: "nobody_in_list"; readonly file: string }
  | { readonly code: "unreadable_cells"; readonly cells: readonly CellNote[] }
  | { readonly code: "out_format" | "out_is_input" | "out_not_written"; readonly file: string };

export type WantedColumn = "volunteerName" | "requestName" | "languages" | "district";

export const DISTRICT_CELL_CODES = [
  "district_name_missing",
  "district_twice",
  "coordinate_not_understood",
  "coordinate_alone",
  "neighbour_unknown",
] as const;
export type DistrictCellCode = (typeof DISTRICT_CELL_CODES)[number];
export type CellCode = CellRemark["code"] | DistrictCellCode;

export const isDistrictCellCode = (code: CellCode): code is DistrictCellCode =>
  DISTRICT_CELL_CODES.some((known) => known === code);

/** Something to say about one cell, or about a whole row where `column` is null. */
export interface CellNote {
  readonly file: string;
  /** As a spreadsheet counts: the header is 1. */
  readonly line: number;
  /** From 0. */
  readonly column: number | null;
  readonly header: string | null;
  readonly severity: "error" | "hint";
  readonly code: CellCode;
  readonly facts: CellRemark["facts"];
}

/** Nothing is planned: the call or one of its files cannot be used as it is. */
export class PlanRefusal extends Error {
  override readonly name = "PlanRefusal";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}
