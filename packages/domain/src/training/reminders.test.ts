import { describe, expect, it } from "vitest";
import { isReminderInTime, reminderTimes } from "./reminders.ts";

const BERLIN = "Europe/Berlin";
const clock = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(instant);
const remindersOf = (startsAt: string, timeZone = BERLIN) =>
  reminderTimes(new Date(startsAt), timeZone).map(({ kind, at }) => `${kind} ${clock(at, timeZone)}`);

describe("when people are reminded of a date", () => {
  it.each([
    ["an evening", "2026-11-10T17:00:00Z", ["2026-11-09 18:00", "2026-11-10 16:00"]],
    [
      "a morning: the second comes the evening before",
      "2026-11-10T08:00:00Z",
      ["2026-11-09 09:00", "2026-11-09 20:59"],
    ],
    ["ten o'clock sharp", "2026-11-10T09:00:00Z", ["2026-11-09 10:00", "2026-11-10 08:00"]],
    ["before eight: both in evenings", "2026-11-10T06:30:00Z", ["2026-11-08 20:59", "2026-11-09 20:59"]],
    ["late at night", "2026-11-10T21:30:00Z", ["2026-11-09 20:59", "2026-11-10 20:30"]],
    ["eleven at night: two hours before is nine", "2026-11-10T22:00:00Z", ["2026-11-09 20:59", "2026-11-10 20:59"]],
  ])("%s", (_name, startsAt, [dayBefore, twoHoursBefore]) => {
    expect(remindersOf(startsAt)).toEqual([`day_before ${dayBefore}`, `two_hours_before ${twoHoursBefore}`]);
  });

  it.each([
    ["the clocks go forward", "2027-03-28T07:00:00Z", ["2027-03-27 08:00", "2027-03-27 20:59"]],
    ["the clocks go back", "2027-10-31T08:00:00Z", ["2027-10-30 10:00", "2027-10-30 20:59"]],
  ])("nine o'clock on the day %s: the evening before keeps its time", (_name, startsAt, [dayBefore, evening]) => {
    expect(remindersOf(startsAt)).toEqual([`day_before ${dayBefore}`, `two_hours_before ${evening}`]);
  });

  it("are counted on the clock of the place, in zones with half hours too", () => {
    expect(remindersOf("2026-11-10T03:00:00Z", "Asia/Kolkata")).toEqual([
      "day_before 2026-11-09 08:30",
      "two_hours_before 2026-11-09 20:59",
    ]);
  });

  it.each([
    [BERLIN, "2027-03-22"],
    [BERLIN, "2027-10-25"],
    ["America/St_Johns", "2027-03-08"],
    ["Australia/Lord_Howe", "2027-03-29"],
    ["Pacific/Chatham", "2027-09-20"],
  ])("never come at night, and the day's before the hours', in %s in the week of %s", (timeZone, monday) => {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
    for (let quarters = 0; quarters < 7 * 24 * 4; quarters++) {
      const startsAt = new Date(Date.parse(monday) + quarters * 15 * 60_000);
      const times = reminderTimes(startsAt, timeZone).map(({ at }) => at.getTime());
      expect(times).toHaveLength(2);
      expect([...times, startsAt.getTime()].sort((a, b) => a - b)).toEqual([...times, startsAt.getTime()]);
      expect(startsAt.getTime() - (times[1] ?? 0)).toBeLessThan(14 * 3_600_000);
      for (const local of times.map((time) => format.format(time))) {
        expect(local >= "08:00" && local < "21:00", `${startsAt.toISOString()}: ${local}`).toBe(true);
      }
    }
  });
});

describe("a reminder that comes late", () => {
  const startsAt = new Date("2026-11-10T17:00:00Z");
  it.each([
    ["day_before", "2026-11-09T17:00:00Z", true],
    ["day_before", "2026-11-09T20:00:00Z", true],
    ["day_before", "2026-11-09T20:00:01Z", false],
    ["two_hours_before", "2026-11-10T16:59:59Z", true],
    ["two_hours_before", "2026-11-10T17:00:00Z", false],
  ] as const)("%s at %s: %s", (kind, now, inTime) => {
    expect(isReminderInTime(kind, startsAt, BERLIN, new Date(now))).toBe(inTime);
  });
});
