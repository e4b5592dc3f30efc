import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTimeOf } from "../local-time.ts";
import { offerDeadline } from "./offer-deadline.ts";

const BERLIN = "Europe/Berlin";
const HOUR_MS = 3_600_000;
const local = (instant: Date) => localTimeOf(instant, BERLIN);
const until = (now: string, offerHours: number, session: string) =>
  local(offerDeadline({ now: new Date(now), offerHours, nextSessionStartsAt: new Date(session) }, BERLIN));

describe("until when an offered place is kept", () => {
  it("as long as the course says", () => {
    expect(until("2026-11-02T10:00:00Z", 48, "2026-11-17T17:00:00Z")).toBe("2026-11-04T11:00");
  });

  it("an end at night waits for nine in the morning, across a change of the clocks too", () => {
    expect(until("2026-11-02T21:30:00Z", 24, "2026-11-17T17:00:00Z")).toBe("2026-11-04T09:00");
    expect(until("2026-11-02T20:00:00Z", 24, "2026-11-17T17:00:00Z")).toBe("2026-11-04T09:00");
    expect(until("2026-10-23T20:30:00Z", 24, "2026-11-17T17:00:00Z")).toBe("2026-10-25T09:00");
    expect(until("2027-03-27T02:00:00Z", 24, "2027-04-17T17:00:00Z")).toBe("2027-03-28T09:00");
  });

  it("not beyond the next session, which may begin before nine", () => {
    expect(until("2026-11-16T12:00:00Z", 48, "2026-11-17T17:00:00Z")).toBe("2026-11-17T18:00");
    expect(until("2026-11-16T22:00:00Z", 4, "2026-11-17T07:30:00Z")).toBe("2026-11-17T08:30");
    expect(until("2026-11-16T10:00:00Z", 48, "2026-11-17T06:30:00Z")).toBe("2026-11-17T07:30");
  });

  it("two hours at least, even when the session begins before", () => {
    expect(until("2026-11-17T16:30:00Z", 48, "2026-11-17T17:00:00Z")).toBe("2026-11-17T19:30");
    expect(until("2026-11-02T10:00:00Z", 1, "2026-11-17T17:00:00Z")).toBe("2026-11-02T13:00");
  });

  it("whatever the hour: never less than two hours, never later than the next morning, never at night before a session", () => {
    const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }).map((ms) => new Date(ms));
    const spans = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 168 }), spans, (now, offerHours, hoursToSession) => {
        const session = new Date(now.getTime() + hoursToSession * HOUR_MS);
        const end = offerDeadline({ now, offerHours, nextSessionStartsAt: session }, BERLIN);
        const hours = (end.getTime() - now.getTime()) / HOUR_MS;
        expect(hours).toBeGreaterThanOrEqual(2);
        expect(hours).toBeLessThanOrEqual(Math.max(2, offerHours) + 13);
        if (end > session) expect(hours).toBe(2);
        if (end < session) expect(["21", "22", "23", "00", "01", "07"]).not.toContain(local(end).slice(11, 13));
      }),
    );
  });
});
