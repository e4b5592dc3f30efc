import { describe, expect, it } from "vitest";
import { readHolidays } from "./holidays.ts";

describe("public holidays", () => {
  it.each([
    ["DE-NW", "2026-11-01", "Allerheiligen"],
    ["DE-NW", "2026-06-04", "Fronleichnam"],
    ["DE-NW", "2026-11-18", null],
    ["DE-SN", "2026-11-18", "Buß- und Bettag"],
    ["DE-SN", "2026-06-04", null],
    ["DE", "2026-10-03", "Tag der Deutschen Einheit"],
    ["DE", "2026-11-01", null],
    ["DE", "2027-03-26", "Karfreitag"],
    ["DE", "2026-12-24", "Heiliger Abend"],
    ["DE", "2026-11-11", null],
  ])("in %s, %s is %s", async (region, day, name) => {
    expect((await readHolidays(region, "de"))(day)).toBe(name);
  });

  it("have an English name where there is one", async () => {
    expect((await readHolidays("DE-NW", "en"))("2026-12-25")).toBe("Christmas Day");
  });
});
