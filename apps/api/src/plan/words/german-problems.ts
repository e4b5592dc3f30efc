import { isDistrictCellCode, type CellNote, type DistrictCellCode, type Problem } from "../problem.ts";
import type { CellRemark } from "@augenhoehe/contract";
import { sayIn } from "./catalog.ts";
import { count } from "./counting.ts";

const say = sayIn("de");
const list = new Intl.ListFormat("de");
const quoted = (text: string): string => `„${text}“`;

const WANTED = {
  volunteerName: "mit Namen, etwa „Vorname“ und „Nachname“",
  requestName: "mit Namen, etwa „Name“",
  languages: "mit Sprachen, etwa „Sprachen“",
  district: "mit Stadtteilen, etwa „Stadtteil“",
} as const;

export function germanProblem(problem: Problem): string {
  switch (problem.code) {
    case "unknown_option":
      return `Die Option ${problem.option} gibt es nicht. Alle Optionen: npm run plan -- --help`;
    case "option_twice":
      return `${problem.option} steht zweimal da.`;
    case "value_missing":
      return `Nach ${problem.option} fehlt die Angabe.`;
    case "no_value_wanted":
      return `${problem.option} steht allein, ohne Angabe.`;
    case "option_missing":
      return `${problem.option} fehlt, zum Beispiel: ${problem.option} liste.csv`;
    case "stray_argument":
      return `${quoted(problem.text)} gehört zu keiner Option. Alle Optionen: npm run plan -- --help`;
    case "invalid_value":
      return `${problem.option} kann nicht ${quoted(problem.value)} sein. Möglich: ${problem.allowed}`;
    case "file_missing":
      return `Die Datei ${problem.file} gibt es nicht.`;
    case "file_not_readable":
      return `${problem.file} lässt sich nicht öffnen.`;
    case "file_unreadable":
      return `${problem.file} ist keine Liste: Lesen lassen sich CSV (mit ; , oder Tabulator) und XLSX.`;
    case "file_too_large":
      return `${problem.file} ist größer als 10 MB. Bitte teilen Sie die Liste auf.`;
    case "file_too_many_rows":
      return `${problem.file} hat mehr als ${problem.limit} Zeilen. Bitte teilen Sie die Liste auf.`;
    case "column_missing":
      return `${problem.file}: Es fehlt eine Spalte ${WANTED[problem.wanted]}. Gefunden: ${list.format(problem.found.map(quoted))}.`;
    case "nobody_in_list":
      return `${problem.file}: In der Liste steht nichts, womit sich planen lässt. Die erste Zeile sind die Überschriften.`;
    case "unreadable_cells":
      return `${count(problem.cells.length, "Zelle lässt", "Zellen lassen")} sich nicht verwenden. Bitte berichtigen Sie die Liste. Mit --skip-unreadable wird ohne diese Menschen geplant.`;
    case "out_format":
      return `${problem.file}: Schreiben lassen sich .xlsx und .csv.`;
    case "out_is_input":
      return `${problem.file} ist eine der gelesenen Listen und wird nicht überschrieben.`;
    case "out_not_written":
      return `${problem.file} lässt sich nicht schreiben.`;
  }
}

type CellWords = (text: string) => string;

/** Cells that only a list of districts has. */
const DISTRICT_CELLS: Readonly<Record<DistrictCellCode, CellWords>> = {
  district_name_missing: () => "Der Name des Stadtteils fehlt.",
  district_twice: (text) => `${quoted(text)} steht zweimal in der Liste der Stadtteile.`,
  coordinate_not_understood: (text) => `${quoted(text)} ist keine Koordinate in Grad, etwa 51,1657.`,
  coordinate_alone: (text) => `${quoted(text)} braucht Breite und Länge, oder keine von beiden.`,
  neighbour_unknown: (text) => `${quoted(text)} steht nicht in der Liste und bleibt als Nachbar weg.`,
};

/** Where a plan goes on otherwise than taking a list over does. */
const OWN_CELLS: Readonly<Partial<Record<CellRemark["code"], CellWords>>> = {
  impossible_date: (text) => `${quoted(text)} gibt es im Kalender nicht. Es zählt der heutige Tag.`,
  date_in_future: (text) => `${text} liegt in der Zukunft. Es zählt der heutige Tag.`,
  name_missing: () => "Der Name fehlt. Ohne Namen ist nicht zu sagen, um wen es geht.",
  same_as_line: (line) => `Dieselbe Person wie in Zeile ${line}. Sie zählt einmal.`,
};

export function germanCell({ code, facts }: CellNote): string {
  const text = String(facts["text"] ?? facts["line"] ?? "");
  if (isDistrictCellCode(code)) return DISTRICT_CELLS[code](text);
  return OWN_CELLS[code]?.(text) ?? say(`lists_remark_${code}`, { text });
}
