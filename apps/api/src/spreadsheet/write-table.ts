import { stringify } from "csv-stringify/sync";
import writeExcelFile from "write-excel-file/node";

export type TableFormat = "csv" | "xlsx";
/** Numbers stay numbers, so that a spreadsheet can add them up. */
export type Cell = string | number;

export const TABLE_CONTENT_TYPES = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const satisfies Record<TableFormat, string>;

/**
 * A list for a spreadsheet. CSV is `;`-separated UTF-8 with BOM, as a German Excel opens it; cells that a spreadsheet
 * would run as a formula get a leading apostrophe, phone numbers stay whole, and numbers have a decimal comma.
 */
export async function writeTable(
  format: TableFormat,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<Uint8Array> {
  if (format === "csv") {
    return Buffer.from(stringify([columns, ...rows.map((row) => row.map(guarded))], { delimiter: ";", bom: true }));
  }
  const sheet = [
    columns.map((value) => ({ value, fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map((value) => (typeof value === "number" ? { type: Number, value } : { type: String, value })),
    ),
  ];
  return writeExcelFile(sheet, {
    columns: columns.map((column) => ({ width: Math.max(14, column.length + 2) })),
  }).toBuffer();
}

const PHONE = /^\+[\d ()/-]+$/;
const FORMULA_START = /^[=+\-@\t\r]/;

/** OWASP's guard against formulas in CSV; reading it back, the import takes the apostrophe away again. */
function guarded(cell: Cell): string {
  if (typeof cell === "number") return String(cell).replace(".", ",");
  return FORMULA_START.test(cell) && !PHONE.test(cell) ? `'${cell}` : cell;
}
