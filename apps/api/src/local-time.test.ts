import { describe, expect, it } from "vitest";
import { expandSeries } from "@augenhoehe/domain";
import { instantOf, localDayOf, localTimeOf } from "./local-time.ts";

const BERLIN = "Europe/Berlin";
const utc = (local: string) => instantOf(local, BERLIN).toISOString();

describe("wall-clock time where the network is", () => {
  it.each([
    ["the Sunday before spring's change", "2026-03-22T18:00", "2026-03-22T17:00:00.000Z"],
    ["the day of it", "2026-03-29T18:00", "2026-03-29T16:00:00.000Z"],
    ["the minute before it", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["the minute after it", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["the day of autumn's change", "2026-10-25T18:00", "2026-10-25T17:00:00.000Z"],
    ["an hour that comes twice is the first of both", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["an hour that does not come is the next one", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
  ])("%s", (_, local, instant) => {
    expect(utc(local)).toBe(instant);
  });

  it("comes back as it went in, but for the hour that does not come", () => {
    const back = (local: string) => localTimeOf(instantOf(local, BERLIN), BERLIN);
    expect(back("2026-10-25T02:30")).toBe("2026-10-25T02:30");
    expect(back("2026-03-29T02:30")).toBe("2026-03-29T03:30");
  });

  it("knows which day it is just after midnight", () => {
    expect(localDayOf(new Date("2026-10-24T22:30:00Z"), BERLIN)).toBe("2026-10-25");
  });

  it("six o'clock stays six o'clock in a series over both changes", () => {
    const sundays = { weekdays: ["sun"], everyWeeks: 1, from: "18:00", count: 40, isLeftOut: () => false } as const;
    const series = expandSeries({ ...sundays, firstDay: "2026-03-08" });
    for (const local of series.startsAt) expect(localTimeOf(instantOf(local, BERLIN), BERLIN)).toBe(local);
    const hours = new Set(series.startsAt.map((local) => utc(local).slice(11, 16)));
    expect(hours).toEqual(new Set(["17:00", "16:00"]));
  });
});
