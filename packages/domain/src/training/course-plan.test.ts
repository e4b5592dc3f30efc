import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "../iso-date.ts";
import { DAYS } from "../week.ts";
import { registrationState } from "./course-plan-registration.ts";
import { expandSeries, nextWeekday, type SeriesRule } from "./course-plan-series.ts";
import {
  dateWarnings,
  isSameRoom,
  modulesWithoutDate,
  overlappingDates,
  type OccupiedTime,
  type PlannedDate,
  type PlanSurroundings,
} from "./course-plan-warnings.ts";
import { DEFAULT_CURRICULUM } from "./curriculum.ts";

const never = () => false;
const tuesdays: SeriesRule = {
  weekdays: ["tue"],
  firstDay: "2026-11-10",
  everyWeeks: 1,
  from: "18:00",
  count: 4,
  isLeftOut: never,
};

describe("a series by rule", () => {
  it.each([
    {
      rule: "four Tuesdays",
      change: {},
      days: ["2026-11-10", "2026-11-17", "2026-11-24", "2026-12-01"],
    },
    {
      rule: "over the spring change of the clocks on 29 March 2026",
      change: { firstDay: "2026-03-24", count: 2 },
      days: ["2026-03-24", "2026-03-31"],
    },
    {
      rule: "over the autumn change of the clocks on 25 October 2026",
      change: { firstDay: "2026-10-20", count: 2 },
      days: ["2026-10-20", "2026-10-27"],
    },
    {
      rule: "Tuesdays and Thursdays from a Wednesday on, begin with the Thursday",
      change: { weekdays: ["thu", "tue"] as const, firstDay: "2026-11-11", count: 3 },
      days: ["2026-11-12", "2026-11-17", "2026-11-19"],
    },
    {
      rule: "every other week, counted in whole weeks",
      change: { weekdays: ["mon", "fri"] as const, firstDay: "2026-11-11", everyWeeks: 2, count: 3 },
      days: ["2026-11-13", "2026-11-23", "2026-11-27"],
    },
    {
      rule: "no weekday named: the one of the first day",
      change: { weekdays: [], firstDay: "2028-02-29", count: 2 },
      days: ["2028-02-29", "2028-03-07"],
    },
  ])("$rule", ({ change, days }) => {
    expect(expandSeries({ ...tuesdays, ...change }).startsAt).toEqual(days.map((day) => `${day}T18:00`));
  });

  it("grows longer by the holidays it leaves out, and names them", () => {
    const { startsAt, leftOut } = expandSeries({ ...tuesdays, isLeftOut: (day) => day === "2026-11-17" });
    expect(startsAt.map((at) => at.slice(0, 10))).toEqual(["2026-11-10", "2026-11-24", "2026-12-01", "2026-12-08"]);
    expect(leftOut).toEqual(["2026-11-17"]);
  });

  it("ends where every day is left out", () => {
    expect(expandSeries({ ...tuesdays, isLeftOut: () => true }).startsAt).toEqual([]);
  });

  it("keeps the wall clock, the count and the order, and never falls on a day left out", () => {
    const someRule = fc.record({
      weekdays: fc.subarray([...DAYS]),
      firstDay: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days)),
      everyWeeks: fc.integer({ min: 1, max: 8 }),
      from: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(clockText),
      count: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(someRule, fc.constantFrom(11, 13, 17), (rule, every) => {
        const isLeftOut = (day: string) => Math.round(Date.parse(day) / 86_400_000) % every === 0;
        const { startsAt, leftOut } = expandSeries({ ...rule, isLeftOut });
        const wanted = rule.weekdays.length === 0 ? [weekdayOf(rule.firstDay)] : rule.weekdays;
        expect(startsAt).toHaveLength(rule.count);
        expect(startsAt).toEqual([...new Set(startsAt)].toSorted());
        for (const at of startsAt) {
          const day = at.slice(0, 10);
          expect(at.slice(11)).toBe(rule.from);
          expect(wanted).toContain(weekdayOf(day));
          expect([isLeftOut(day), day >= rule.firstDay]).toEqual([false, true]);
        }
        expect(leftOut.every(isLeftOut)).toBe(true);
      }),
    );
  });

  it("begins on the next such weekday, never today", () => {
    expect(nextWeekday("2026-11-10", ["tue"])).toBe("2026-11-17");
    expect(nextWeekday("2026-11-10", ["mon", "thu"])).toBe("2026-11-12");
    expect(nextWeekday("2026-11-10", [])).toBe("2026-11-11");
  });
});

describe("registration", () => {
  const opens = new Date("2026-11-01T09:00:00Z");
  const closes = new Date("2026-11-08T09:00:00Z");
  it.each([
    ["nothing said: open", null, null, "2026-11-01T00:00:00Z", "open"],
    ["before it opens", opens, closes, "2026-11-01T08:59:59Z", "not_yet"],
    ["the moment it opens", opens, closes, "2026-11-01T09:00:00Z", "open"],
    ["before it closes", opens, closes, "2026-11-08T08:59:59Z", "open"],
    ["the moment it closes", opens, closes, "2026-11-08T09:00:00Z", "closed"],
    ["only an end", null, closes, "2026-11-09T09:00:00Z", "closed"],
  ])("%s", (_, registrationOpensAt, registrationClosesAt, now, state) => {
    const found = registrationState({ registrationOpensAt, registrationClosesAt }, new Date(now));
    expect(found).toEqual({ state, opensAt: registrationOpensAt, closesAt: registrationClosesAt });
  });
});

const [first, second] = DEFAULT_CURRICULUM.modules;
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));
const date = (changes: Partial<PlannedDate> = {}): PlannedDate => ({
  moduleKey: first?.key ?? "",
  startsAt: at(10, 17),
  endsAt: at(10, 19),
  place: "Raum 2",
  isSaved: false,
  ...changes,
});
const around = (changes: Partial<PlanSurroundings> = {}): PlanSurroundings => ({
  now: at(1, 9),
  modules: DEFAULT_CURRICULUM.modules,
  trainers: [{ accountId: "tina", displayName: "Tina Trainerin" }],
  occupied: [],
  holidayOf: () => null,
  ...changes,
});
const occupied = (changes: Partial<OccupiedTime> = {}): OccupiedTime => ({
  kind: "course",
  title: "Anderer Kurs",
  startsAt: at(10, 18),
  endsAt: at(10, 20),
  place: "Raum 9",
  trainerIds: [],
  ...changes,
});
const codes = (plan: PlannedDate[], changes: Partial<PlanSurroundings> = {}) =>
  dateWarnings(plan, around(changes)).map((warnings) => warnings.map(({ code }) => code));

describe("what to look at again before dates are saved", () => {
  it("says nothing about a date in good order", () => {
    expect(codes([date()])).toEqual([[]]);
  });

  it("names the course that has the room, and only what is public of it", () => {
    const by = { kind: "course", title: "Anderer Kurs", startsAt: at(10, 18), endsAt: at(10, 20) };
    expect(dateWarnings([date()], around({ occupied: [occupied({ place: "RAUM-2" })] }))).toEqual([
      [{ code: "room_taken", by }],
    ]);
  });

  it("finds a trainer who is elsewhere at that time", () => {
    const [warnings] = dateWarnings([date()], around({ occupied: [occupied({ trainerIds: ["tina"] })] }));
    expect(warnings).toMatchObject([{ code: "trainer_elsewhere", trainer: "Tina Trainerin" }]);
  });

  it("lets one begin when the other ends", () => {
    const after = occupied({ place: "Raum 2", startsAt: at(10, 19), endsAt: at(10, 21), trainerIds: ["tina"] });
    expect(codes([date()], { occupied: [after] })).toEqual([[]]);
  });

  it("points out holidays and dates in the past, but not what was held long ago", () => {
    const holidayOf = () => "Allerheiligen";
    expect(codes([date()], { holidayOf })).toEqual([["holiday"]]);
    expect(codes([date()], { now: at(20, 9) })).toEqual([["in_past"]]);
    expect(codes([date({ isSaved: true })], { now: at(20, 9), holidayOf })).toEqual([[]]);
  });

  it("adds up the dates of one module before calling it too short", () => {
    const half = { endsAt: at(10, 18) };
    expect(codes([date(half)])).toEqual([["module_cut_short"]]);
    expect(codes([date(half), date({ startsAt: at(12, 17), endsAt: at(12, 18) })])).toEqual([[], []]);
    expect(
      codes([date(half), date({ startsAt: at(12, 17), endsAt: new Date(at(12, 18).getTime() - 60_000) })]),
    ).toEqual([[], ["module_cut_short"]]);
  });

  it("sees modules out of order by time, not by row; a repeated module is none", () => {
    const later = date({ startsAt: at(17, 17), endsAt: at(17, 19) });
    const secondFirst = date({ moduleKey: second?.key ?? "" });
    expect(codes([later, secondFirst])).toEqual([["module_out_of_order"], []]);
    const again = date({ startsAt: at(24, 17), endsAt: at(24, 19) });
    expect(codes([date(), { ...secondFirst, startsAt: at(17, 17), endsAt: at(17, 19) }, again])).toEqual([[], [], []]);
  });

  it("lists modules without a date", () => {
    const keys = modulesWithoutDate([date()], DEFAULT_CURRICULUM.modules).map(({ key }) => key);
    expect(keys).toEqual(DEFAULT_CURRICULUM.modules.slice(1).map(({ key }) => key));
  });

  it("finds dates of one course that overlap, whichever row they stand in", () => {
    const late = date({ startsAt: at(10, 18), endsAt: at(10, 20) });
    expect(overlappingDates([late, date()])).toEqual([0]);
    expect(overlappingDates([date(), date()])).toEqual([1]);
    expect(overlappingDates([date(), date({ startsAt: at(10, 19), endsAt: at(10, 21) })])).toEqual([]);
  });

  it.each([
    ["Haus der Begegnung, Raum 2", "haus der begegnung raum 2", true],
    ["Gemeindehaus Große Str. 5", "Gemeindehaus Grosse Str 5", true],
    ["Raum 2", "Raum 3", false],
    ["Online", "online", false],
    ["–", "…", false],
  ])("takes %s and %s for one room: %s", (a, b, same) => {
    expect(isSameRoom(a, b)).toBe(same);
  });
});

function clockText([hour, minute]: [number, number]): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
