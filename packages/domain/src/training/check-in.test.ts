import { describe, expect, it } from "vitest";
import { refusalOf } from "../test-support/refusal-of.ts";
import { checkInCodeChangesAt, checkInMark, checkInMinute, requireCheckInCode } from "./check-in.ts";

const at = (clock: string): Date => new Date(`2026-03-01T${clock}Z`);

describe("the code on the wall", () => {
  const shown = checkInMinute(at("17:00:30"));
  const scannedAt = (clock: string) => refusalOf(() => requireCheckInCode((minute) => minute === shown, at(clock)));

  it("is valid in its minute and the next", () => {
    expect([scannedAt("17:00:00"), scannedAt("17:00:59"), scannedAt("17:01:59")]).toEqual([null, null, null]);
  });

  it("is expired two minutes later, and a day later too", () => {
    expect(scannedAt("17:02:00")).toBe("check_in_code_expired");
    expect(scannedAt("23:00:00")).toBe("check_in_code_expired");
  });

  it("of a minute to come is wrong, as is one that was made up", () => {
    expect(scannedAt("16:59:59")).toBe("check_in_code_wrong");
    expect(refusalOf(() => requireCheckInCode(() => false, at("17:00:00")))).toBe("check_in_code_wrong");
  });

  it("changes on the full minute", () => {
    expect(checkInCodeChangesAt(at("17:00:00"))).toEqual(at("17:01:00"));
    expect(checkInCodeChangesAt(at("17:00:59"))).toEqual(at("17:01:00"));
  });
});

describe("Martin at the door", () => {
  const session = { startsAt: at("17:00:00"), endsAt: at("19:00:00"), cancelledAt: null };
  const lateAt = (clock: string) => checkInMark(session, at(clock)).lateMinutes;

  it("is on time up to ten minutes after the start, and later as late as he is", () => {
    expect([lateAt("16:30:00"), lateAt("17:00:00"), lateAt("17:10:59")]).toEqual([0, 0, 0]);
    expect([lateAt("17:11:00"), lateAt("17:25:40"), lateAt("19:00:00")]).toEqual([11, 25, 120]);
  });

  it("cannot check in before the doors open, after the end, or to a session that was cancelled", () => {
    expect(refusalOf(() => checkInMark(session, at("16:29:59")))).toBe("check_in_not_open");
    expect(refusalOf(() => checkInMark(session, at("19:00:01")))).toBe("check_in_over");
    expect(refusalOf(() => checkInMark({ ...session, cancelledAt: at("08:00:00") }, at("17:00:00")))).toBe(
      "session_cancelled",
    );
  });
});
