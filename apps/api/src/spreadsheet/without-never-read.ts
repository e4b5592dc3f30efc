import { isNeverRead } from "@augenhoehe/domain";
import type { Table } from "./read-table.ts";

/** Cells of columns that name what is never asked and never stored are thrown away before anything else happens. */
export function withoutNeverRead({ columns, rows }: Pick<Table, "columns" | "rows">) {
  const neverRead = columns.map(isNeverRead);
  return {
    columns: [...columns],
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell, column) => (neverRead[column] === true ? "" : cell)),
    })),
  };
}
