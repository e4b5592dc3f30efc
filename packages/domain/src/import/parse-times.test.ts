import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAYS, EVENINGS, maskToSlots } from "../week.ts";
import { parseTimes } from "./parse-times.ts";
import type { ReadingNoteCode } from "./reading.ts";

type Notes = Readonly<Partial<Record<ReadingNoteCode, string>>>;

const wholeDay = (...days: string[]): string =>
  days.flatMap((day) => ["morning", "afternoon", "evening"].map((part) => `${day}_${part}`)).join(" ");
const each = (days: readonly string[], part: string): string => days.map((day) => `${day}_${part}`).join(" ");
const WORKING_DAYS = DAYS.slice(0, 5);

const rows: readonly [cell: string, slots: string | null, notes?: Notes][] = [
  ["Di+Do abends", "tue_evening thu_evening"],
  ["di + do Abend", "tue_evening thu_evening"],
  ["abends Di+Do", "tue_evening thu_evening"],
  ["Mon/Wed evening", "mon_evening wed_evening"],
  ["Mo-Fr vormittags", each(WORKING_DAYS, "morning")],
  ["Mo bis Fr nachmittags", each(WORKING_DAYS, "afternoon")],
  ["werktags nach 17:30 Uhr", each(WORKING_DAYS, "evening")],
  ["weekdays 6pm", each(WORKING_DAYS, "evening")],
  ["Wochenende", wholeDay("sat", "sun"), { all_day_assumed: "Wochenende" }],
  ["Sa + So", wholeDay("sat", "sun"), { all_day_assumed: "Sa So" }],
  ["Mo, Di", wholeDay("mon", "tue"), { all_day_assumed: "Mo Di" }],
  ["Fr. nachm., Sa", "fri_afternoon sat_morning sat_afternoon sat_evening", { all_day_assumed: "Sa" }],
  ["abends", each(DAYS, "evening"), { all_days_assumed: "abends" }],
  ["Mo vormittags und abends, Fr ganztags", `mon_morning mon_evening ${wholeDay("fri")}`],
  ["Mo vormittags; Mi abends", "mon_morning wed_evening"],
  ["Dienstagabend und Donnerstagvormittag", "tue_evening thu_morning"],
  ["Fr-Mo abends", "mon_evening fri_evening sat_evening sun_evening"],
  ["mi 18 Uhr", "wed_evening"],
  ["Mo 14-18 Uhr, Mi ab 17 Uhr", "mon_afternoon mon_evening wed_evening"],
  ["Di bis 12 Uhr", "tue_morning"],
  ["Do 9:00 - 11:30", "thu_morning"],
  [
    "immer außer Di",
    wholeDay("mon", "wed", "thu", "fri", "sat", "sun"),
    { all_day_assumed: "immer", exception_read: "Di" },
  ],
  ["nicht montags", wholeDay("tue", "wed", "thu", "fri", "sat", "sun"), { exception_read: "montags" }],
  ["flexibel", null, { times_flexible: "flexibel" }],
  ["nach Absprache", null, { times_flexible: "nach Absprache" }],
  ["Sa abends, sonst flexibel", "sat_evening", { times_flexible: "flexibel", not_understood: "sonst" }],
  ["alle zwei Wochen samstags", wholeDay("sat"), { not_understood: "alle, zwei, Wochen", all_day_assumed: "samstags" }],
  ["mal sehen", null, { not_understood: "mal, sehen" }],
  ["", null],
  ["k. A.", null],
];

describe("a cell with times", () => {
  for (const [cell, slots, notes = {}] of rows) {
    it(`"${cell}"`, () => {
      const reading = parseTimes(cell);
      expect(reading.value === null ? null : maskToSlots(reading.value).join(" ")).toBe(slots);
      expect(Object.fromEntries(reading.notes.map(({ code, text }) => [code, text]))).toEqual(notes);
    });
  }

  it("reads every day of the week in its short and long form", () => {
    const names = "Mo Di Mi Do Fr Sa So Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(" ");
    names.forEach((name, index) => {
      const { value, notes } = parseTimes(`${name} abends`);
      expect(maskToSlots(value ?? 0)).toEqual([`${DAYS[index % 7] ?? "mon"}_evening`]);
      expect(notes).toEqual([]);
    });
    expect(parseTimes("täglich abends").value).toBe(EVENINGS);
  });

  it("never fails and never tells an empty week", () => {
    const words = fc.constantFrom(
      "Mo",
      "Di",
      "abends",
      "18",
      "Uhr",
      "-",
      "bis",
      "ab",
      "außer",
      "flexibel",
      ",",
      "xy",
      "+",
    );
    fc.assert(
      fc.property(fc.array(words), (cell) => {
        const { value } = parseTimes(cell.join(" "));
        if (value !== null) expect(maskToSlots(value).length).toBeGreaterThan(0);
      }),
    );
  });
});
