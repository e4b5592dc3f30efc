import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { decodeWindows1252 } from "@augenhoehe/api/spreadsheet/decode-windows-1252";
import writeXlsxFile from "write-excel-file/node";

/** The list of `tests/fixtures/volunteers.csv` as somebody keeps it in a spreadsheet. */
export async function volunteersXlsx(): Promise<Buffer> {
  const text = decodeWindows1252(readFileSync(new URL("../fixtures/volunteers.csv", import.meta.url)));
  const rows: string[][] = parse(text, { delimiter: ";" });
  return writeXlsxFile(rows.map((row) => row.map((value) => ({ type: String, value })))).toBuffer();
}
