import type { ImportKind } from "@augenhoehe/contract";
import { guessColumns, REQUEST_FIELDS, VOLUNTEER_FIELDS, type ColumnGuess, type ImportField } from "@augenhoehe/domain";
import { mappedRows, type MappedRow } from "../spreadsheet/mapped-rows.ts";
import type { RowCells } from "../spreadsheet/row-cells.ts";
import { withoutNeverRead } from "../spreadsheet/without-never-read.ts";
import { PlanRefusal, type CellNote, type WantedColumn } from "./problem.ts";
import { readTableFile } from "./read-file.ts";

/** Somebody's own list with its columns understood and its rows still text. */
export interface PlanList {
  readonly path: string;
  readonly columns: readonly ColumnGuess<ImportField>[];
  readonly rows: readonly MappedRow[];
}

const FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  volunteers: VOLUNTEER_FIELDS,
  requests: REQUEST_FIELDS,
};
/** Without one of each group there is nothing to plan with. */
const NEEDED = {
  volunteers: [["volunteerName", ["firstName", "lastName", "fullName"]]],
  requests: [
    ["requestName", ["chosenName"]],
    ["languages", ["languages"]],
  ],
} as const satisfies Record<ImportKind, readonly (readonly [WantedColumn, readonly ImportField[]])[]>;

export async function readList(path: string, kind: ImportKind): Promise<PlanList> {
  const table = withoutNeverRead(await readTableFile(path));
  const columns = guessColumns(table.columns, FIELDS[kind]);
  for (const [wanted, fields] of NEEDED[kind]) {
    if (columns.some(({ field }) => fields.some((one) => one === field))) continue;
    throw new PlanRefusal({
      code: "column_missing",
      file: path,
      wanted,
      found: table.columns.filter((header) => header !== ""),
    });
  }
  const rows = mappedRows(
    table.rows,
    columns.map(({ field }) => field),
  );
  if (rows.length === 0) throw new PlanRefusal({ code: "nobody_in_list", file: path });
  return { path, columns, rows };
}

/** What there is to say about a row's cells, from left to right, with their place in the file. */
export const notesOf = ({ path, columns }: PlanList, line: number, cells: RowCells): CellNote[] =>
  cells.remarks
    .toSorted((a, b) => (a.column ?? columns.length) - (b.column ?? columns.length))
    .map(({ column, severity, code, facts }) => ({
      ...{ file: path, line, column, severity, code, facts },
      header: column === null ? null : (columns[column]?.header ?? null),
    }));
