import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import {
  attendedMinutes,
  isSameAttendance,
  requireAttendanceOpen,
  settleMark,
  UNMARKED,
  type AttendanceValue,
  type LastChange,
} from "./attendance.ts";

const at = (clock: string): Date => new Date(`2026-03-01T${clock}Z`);
const present: AttendanceValue = { mark: "present", lateMinutes: 0, leftEarlyMinutes: 0 };
const absent: AttendanceValue = { ...present, mark: "absent" };

describe("the list of a session", () => {
  const session = { startsAt: at("17:00:00"), cancelledAt: null };
  const markAt = (now: Date, reason: string | null = null) =>
    refusalOf(() => requireAttendanceOpen(session, now, reason));

  it("opens half an hour before, and stays open for a paper list that comes days later", () => {
    expect(markAt(at("16:29:59"))).toBe("early_mark_reason_missing");
    expect(markAt(at("16:30:00"))).toBeNull();
    expect(markAt(new Date("2026-03-20T09:00:00Z"))).toBeNull();
  });

  it("is marked earlier by somebody who says why", () => {
    expect(markAt(at("09:00:00"), "Der Termin wurde vorgezogen")).toBeNull();
  });

  it("of a cancelled session is marked by nobody, whatever the reason", () => {
    const cancelled = { ...session, cancelledAt: at("08:00:00") };
    expect(refusalOf(() => requireAttendanceOpen(cancelled, at("17:00:00"), "trotzdem"))).toBe("session_cancelled");
  });
});

describe("minutes", () => {
  const session = { startsAt: at("17:00:00"), endsAt: at("19:00:00") };

  it("are those between coming late and leaving early", () => {
    expect(attendedMinutes(session, { mark: "present", lateMinutes: 0, leftEarlyMinutes: 0 })).toBe(120);
    expect(attendedMinutes(session, { mark: "present", lateMinutes: 10, leftEarlyMinutes: 30 })).toBe(80);
    expect(attendedMinutes(session, { mark: "present", lateMinutes: 100, leftEarlyMinutes: 30 })).toBe(0);
    expect(attendedMinutes(session, { mark: "absent", lateMinutes: 0, leftEarlyMinutes: 0 })).toBe(0);
  });
});

describe("a mark that arrives", () => {
  const settle = (stands: AttendanceValue, last: LastChange | null, wanted: AttendanceValue, clock: string) =>
    settleMark({ stands, last, wanted, at: at(clock), by: "anna" });

  it("is written where nobody marked before, or earlier", () => {
    expect(settle(UNMARKED, null, present, "18:00:00")).toBe("write");
    expect(settle(absent, { at: at("17:59:00"), by: "bernd" }, present, "18:00:00")).toBe("write");
  });

  it("is not written twice; made once more later, it is remembered as confirmed", () => {
    expect(settle(present, { at: at("18:00:00"), by: "anna" }, present, "18:00:00")).toBe("stands_already");
    expect(settle(present, { at: at("17:50:00"), by: "bernd" }, present, "18:00:00")).toBe("confirm");
    expect(settle(present, { at: at("18:30:00"), by: "bernd" }, present, "18:00:00")).toBe("stands_already");
  });

  it("gives way to a later one: silently to an own, and says so when it is somebody else's", () => {
    expect(settle(absent, { at: at("18:01:00"), by: "anna" }, present, "18:00:00")).toBe("overtaken");
    expect(settle(absent, { at: at("18:01:00"), by: "bernd" }, present, "18:00:00")).toBe("newer_of_somebody_else");
    expect(settle(absent, { at: at("18:01:00"), by: null }, present, "18:00:00")).toBe("newer_of_somebody_else");
  });
});

it("however often and in whatever order two phones send their marks, the latest stands", () => {
  const value = fc.constantFrom(present, absent, UNMARKED, { ...present, lateMinutes: 10 });
  const marks = fc.uniqueArray(
    fc.record({ wanted: value, second: fc.integer({ min: 0, max: 3000 }), by: fc.constantFrom("anna", "bernd") }),
    { selector: ({ second }) => second, minLength: 1, maxLength: 8 },
  );
  const order = marks.chain((all) =>
    fc.record({
      all: fc.constant(all),
      sent: fc
        .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.array(fc.constantFrom(...all), { maxLength: 6 }))
        .map(([every, again]) => [...every, ...again]),
    }),
  );
  fc.assert(
    fc.property(order, ({ all, sent }) => {
      let stands = UNMARKED;
      let last: LastChange | null = null;
      for (const { wanted, second, by } of sent) {
        const instant = new Date(at("18:00:00").getTime() + second * 1000);
        const decision = settleMark({ stands, last, wanted, at: instant, by });
        if (decision !== "write" && decision !== "confirm") continue;
        stands = wanted;
        last = { at: instant, by };
      }
      const latest = all.toSorted((a, b) => b.second - a.second)[0];
      expect(latest !== undefined && isSameAttendance(stands, latest.wanted)).toBe(true);
    }),
  );
});
