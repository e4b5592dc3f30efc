import { Refusal } from "@augenhoehe/domain";
import { CsvError, parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { decodeWindows1252 } from "./decode-windows-1252.ts";

/** A list as somebody's spreadsheet holds it: everything is text, nothing is interpreted yet. */
export interface Table {
  readonly encoding: "utf-8" | "windows-1252" | "xlsx";
  /** Null for a workbook. */
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  /** Each row has exactly `columns.length` cells; `line` counts as a spreadsheet does, the header is 1. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export const MAX_ROWS = 5000;
const MAX_COLUMNS = 200;
/** What a workbook may unpack to: far above 5,000 rows, far below what would fill the memory. */
const MAX_UNPACKED_BYTES = 60 * 1024 * 1024;
/** Cells may hold line breaks, yet no list of 5,000 rows has more lines than this, or longer ones. */
const MAX_LINES = 10 * MAX_ROWS;
const MAX_LINE_CHARACTERS = 100_000;
const DELIMITERS = [";", "\t", ","] as const;

/**
 * Reads a CSV (`;` `,` or tab; UTF-8 with or without BOM, else Windows-1252) or the first sheet of an XLSX file.
 * Refuses with `file_unreadable` or `file_too_many_rows`.
 */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isWorkbook ? tableOf("xlsx", null, await readWorkbook(bytes)) : readCsv(bytes);
}

function readCsv(bytes: Uint8Array): Table {
  const { text, encoding } = decode(bytes);
  if (text.includes("\0")) throw new Refusal("file_unreadable");
  requireListSize(text);
  const delimiter = guessDelimiter(text);
  return tableOf(encoding, delimiter, parseCsv(text, delimiter));
}

/** Looked at before parsing: ten megabytes of empty lines would keep everybody waiting for minutes. */
function requireListSize(text: string): void {
  let lines = 0;
  let start = 0;
  for (const { index } of text.matchAll(/\r\n?|\n/g)) {
    if (++lines > MAX_LINES) throw new Refusal("file_too_many_rows", { limit: MAX_ROWS });
    if (index - start > MAX_LINE_CHARACTERS) throw new Refusal("file_unreadable");
    start = index;
  }
  if (text.length - start > MAX_LINE_CHARACTERS) throw new Refusal("file_unreadable");
}

function decode(bytes: Uint8Array): { text: string; encoding: "utf-8" | "windows-1252" } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: decodeWindows1252(bytes), encoding: "windows-1252" };
  }
}

/** The separator that splits the header into most columns. */
function guessDelimiter(text: string): string {
  const columnsWith = (delimiter: string) => parseCsv(text, delimiter, 1)[0]?.length ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (columnsWith(delimiter) > columnsWith(best) ? delimiter : best));
}

function parseCsv(text: string, delimiter: string, toLine?: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      ...(toLine === undefined ? {} : { to: toLine }),
    });
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("file_unreadable");
    throw error;
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<string[][]> {
  if (unpackedBytes(bytes) > MAX_UNPACKED_BYTES) throw new Refusal("file_unreadable");
  let sheets;
  try {
    sheets = await readExcelFile(Buffer.from(bytes));
  } catch {
    throw new Refusal("file_unreadable");
  }
  return (sheets[0]?.data ?? []).map((row) => row.map(cellText));
}

/** Sum of the sizes that the archive's directory declares, so that a small file cannot unpack without end. */
function unpackedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const CENTRAL_ENTRY = 0x02014b50;
  let total = 0;
  for (let at = 0; at + 46 <= view.byteLength; at++) {
    if (view.getUint32(at, true) !== CENTRAL_ENTRY) continue;
    total += view.getUint32(at + 24, true);
    at += 45;
  }
  return total;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return String(value);
  return "";
}

function tableOf(encoding: Table["encoding"], delimiter: string | null, lines: string[][]): Table {
  const [header, ...body] = lines;
  if (header === undefined || header.length === 0 || header.length > MAX_COLUMNS) throw new Refusal("file_unreadable");
  const width = body.reduce((most, cells) => Math.max(most, lastFilled(cells) + 1), header.length);
  if (width > MAX_COLUMNS) throw new Refusal("file_unreadable");
  const columns = Array.from({ length: width }, (_, index) => (header[index] ?? "").trim());
  if (columns.every((column) => column === "")) throw new Refusal("file_unreadable");
  const rows = body
    .map((cells, index) => ({ line: index + 2, cells: columns.map((_, column) => (cells[column] ?? "").trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ""));
  if (rows.length > MAX_ROWS) throw new Refusal("file_too_many_rows", { rows: rows.length, limit: MAX_ROWS });
  return { encoding, delimiter, columns, rows };
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== "");
