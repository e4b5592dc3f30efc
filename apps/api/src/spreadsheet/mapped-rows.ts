import { IMPORT_FIELDS, type ImportField } from "@augenhoehe/contract";
import type { Table } from "./read-table.ts";
import { RowCells } from "./row-cells.ts";

export interface MappedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly row: RowCells;
  /** What the row tells, field by field: equal where two rows say the same, whatever the order of the columns. */
  readonly told: string;
}

/** Rows as fields: `mapping` names a field for each column, or null where it is not read. */
export function mappedRows(rows: Table["rows"], mapping: readonly (string | null)[]): MappedRow[] {
  const columns = new Map(
    mapping.flatMap((name, column): [ImportField, number][] => {
      const field = IMPORT_FIELDS.find((known) => known === name);
      return field === undefined ? [] : [[field, column]];
    }),
  );
  const inOrder = [...columns].toSorted(([a], [b]) => IMPORT_FIELDS.indexOf(a) - IMPORT_FIELDS.indexOf(b));
  return rows.map(({ line, cells }) => ({
    line,
    cells,
    row: new RowCells(columns, cells),
    told: JSON.stringify(inOrder.map(([field, column]) => [field, cells[column] ?? ""])),
  }));
}
