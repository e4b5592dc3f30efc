import { expect, it } from "vitest";
import { Refusal } from "@augenhoehe/domain";
import { readTable } from "@augenhoehe/api/spreadsheet/read-table";

const HEADER = "Vorname;Nachname;Sprachen\n";
const MEGABYTES = 1024 * 1024;

/** Files of ten megabytes that say nothing, made to keep the reader busy. */
it.each([
  ["empty lines", `${HEADER}${"\n".repeat(10 * MEGABYTES)}`, "file_too_many_rows"],
  ["empty lines of an old Mac", `${HEADER}${"\r".repeat(10 * MEGABYTES)}`, "file_too_many_rows"],
  ["short rows", `${HEADER}${"a;b\n".repeat(2.5 * MEGABYTES)}`, "file_too_many_rows"],
  ["nothing but columns", ";".repeat(10 * MEGABYTES), "file_unreadable"],
  ["columns in one row", `${HEADER}${";".repeat(10 * MEGABYTES)}`, "file_unreadable"],
  ["an open quote", `${HEADER}"${"a".repeat(10 * MEGABYTES)}`, "file_unreadable"],
  ["quotes", '"'.repeat(10 * MEGABYTES), "file_unreadable"],
])("%s are refused before they are read", async (_what, text, refusal) => {
  const reading = readTable(Buffer.from(text));
  await expect(reading).rejects.toBeInstanceOf(Refusal);
  await expect(reading).rejects.toMatchObject({ code: refusal });
});

it("five thousand rows with a story of several lines in each are a list", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => `Ida;Zahl ${row};"Deutsch\nund\nArabisch"`);
  const { rows: read } = await readTable(Buffer.from(HEADER + rows.join("\n")));
  expect(read).toHaveLength(5000);
  expect(read[4999]?.cells).toEqual(["Ida", "Zahl 4999", "Deutsch\nund\nArabisch"]);
});
