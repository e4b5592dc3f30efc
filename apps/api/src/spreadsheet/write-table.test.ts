import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { expect, it } from "vitest";
import { writeTable } from "./write-table.ts";

const COLUMNS = ["Name", "Stunden"];
const ROWS = [
  ["Anna", 3.5],
  ["=HYPERLINK()", 12],
];

it("numbers in a workbook can be added up", async () => {
  const [sheet] = await readExcelFile(Buffer.from(await writeTable("xlsx", COLUMNS, ROWS)));
  expect(sheet?.data).toEqual([COLUMNS, ["Anna", 3.5], ["=HYPERLINK()", 12]]);
});

it("numbers in a CSV have the comma a German spreadsheet reads, and no text runs as a formula", async () => {
  const bytes = Buffer.from(await writeTable("csv", COLUMNS, ROWS));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(parse(bytes, { bom: true, delimiter: ";" })).toEqual([COLUMNS, ["Anna", "3,5"], ["'=HYPERLINK()", "12"]]);
});
