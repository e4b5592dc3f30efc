import { isDistrictCellCode, type CellNote, type DistrictCellCode, type Problem } from "../problem.ts";
import type { CellRemark } from "@augenhoehe/contract";
import { sayIn } from "./catalog.ts";
import { count } from "./counting.ts";

const say = sayIn("en");
const list = new Intl.ListFormat("en");
const quoted = (text: string): string => `“${text}”`;

const WANTED = {
  volunteerName: "with names, such as “First name” and “Last name”",
  requestName: "with names, such as “Name”",
  languages: "with languages, such as “Languages”",
  district: "with districts, such as “District”",
} as const;

export function englishProblem(problem: Problem): string {
  switch (problem.code) {
    case "unknown_option":
      return `There is no option ${problem.option}. All options: npm run plan -- --help --language en`;
    case "option_twice":
      return `${problem.option} is there twice.`;
    case "value_missing":
      return `${problem.option} needs a value.`;
    case "no_value_wanted":
      return `${problem.option} stands alone, without a value.`;
    case "option_missing":
      return `${problem.option} is missing, for example: ${problem.option} list.csv`;
    case "stray_argument":
      return `${quoted(problem.text)} belongs to no option. All options: npm run plan -- --help --language en`;
    case "invalid_value":
      return `${problem.option} cannot be ${quoted(problem.value)}. Possible: ${problem.allowed}`;
    case "file_missing":
      return `There is no file ${problem.file}.`;
    case "file_not_readable":
      return `${problem.file} cannot be opened.`;
    case "file_unreadable":
      return `${problem.file} is no list: CSV (with ; , or tab) and XLSX can be read.`;
    case "file_too_large":
      return `${problem.file} is larger than 10 MB. Please split the list.`;
    case "file_too_many_rows":
      return `${problem.file} has more than ${problem.limit} rows. Please split the list.`;
    case "column_missing":
      return `${problem.file}: a column ${WANTED[problem.wanted]}, is missing. Found: ${list.format(problem.found.map(quoted))}.`;
    case "nobody_in_list":
      return `${problem.file}: the list holds nothing to plan with. Its first row is taken as headers.`;
    case "unreadable_cells":
      return `${count(problem.cells.length, "cell", "cells")} cannot be used. Please correct the list. With --skip-unreadable the plan is made without these people.`;
    case "out_format":
      return `${problem.file}: .xlsx and .csv can be written.`;
    case "out_is_input":
      return `${problem.file} is one of the lists that were read and is not overwritten.`;
    case "out_not_written":
      return `${problem.file} cannot be written.`;
  }
}

type CellWords = (text: string) => string;

/** Cells that only a list of districts has. */
const DISTRICT_CELLS: Readonly<Record<DistrictCellCode, CellWords>> = {
  district_name_missing: () => "The name of the district is missing.",
  district_twice: (text) => `${quoted(text)} is in the list of districts twice.`,
  coordinate_not_understood: (text) => `${quoted(text)} is no coordinate in degrees, such as 51.1657.`,
  coordinate_alone: (text) => `${quoted(text)} needs both lat and lng, or neither.`,
  neighbour_unknown: (text) => `${quoted(text)} is not in the list and is left out as a neighbour.`,
};

/** Where a plan goes on otherwise than taking a list over does. */
const OWN_CELLS: Readonly<Partial<Record<CellRemark["code"], CellWords>>> = {
  impossible_date: (text) => `${quoted(text)} is not in the calendar. Today counts.`,
  date_in_future: (text) => `${text} is in the future. Today counts.`,
  name_missing: () => "The name is missing. Without one nobody can tell who is meant.",
  same_as_line: (line) => `The same person as in row ${line}. They count once.`,
};

export function englishCell({ code, facts }: CellNote): string {
  const text = String(facts["text"] ?? facts["line"] ?? "");
  if (isDistrictCellCode(code)) return DISTRICT_CELLS[code](text);
  return OWN_CELLS[code]?.(text) ?? say(`lists_remark_${code}`, { text });
}
