import { Refusal } from "../refusals.ts";

/** How a mark came about: tapped at the door, by the code on the wall, or from the paper list afterwards. */
export const ATTENDANCE_SOURCES = ["tapped", "qr", "paper"] as const;
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

export interface AttendanceMark {
  readonly mark: "present" | "absent";
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
}

export interface SessionSpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;

export const sessionMinutes = ({ startsAt, endsAt }: SessionSpan): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS);

/** Whole minutes somebody was there: 0 to the length of the session. */
export function attendedMinutes(session: SessionSpan, { mark, lateMinutes, leftEarlyMinutes }: AttendanceMark): number {
  if (mark === "absent") return 0;
  return Math.max(0, sessionMinutes(session) - lateMinutes - leftEarlyMinutes);
}

/** People arrive early, and the list is ticked at the door. */
export const ATTENDANCE_OPENS_MINUTES_BEFORE = 30;

export interface SessionTimes {
  readonly startsAt: Date;
  readonly cancelledAt: Date | null;
}

export const attendanceOpensAt = ({ startsAt }: { readonly startsAt: Date }): Date =>
  new Date(startsAt.getTime() - ATTENDANCE_OPENS_MINUTES_BEFORE * MINUTE_MS);

/**
 * Attendance is marked from half an hour before the session on, and for ever after (paper lists come late); before
 * that only by somebody who says why.
 */
export function requireAttendanceOpen(session: SessionTimes, now: Date, reason: string | null): void {
  if (session.cancelledAt !== null) throw new Refusal("session_cancelled");
  if (now < attendanceOpensAt(session) && reason === null) throw new Refusal("early_mark_reason_missing");
}

/** What stands for a person, or is to stand; minutes only where somebody was there. */
export interface AttendanceValue {
  readonly mark: "present" | "absent" | "unmarked";
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
}

export const UNMARKED: AttendanceValue = { mark: "unmarked", lateMinutes: 0, leftEarlyMinutes: 0 };

/** Minutes of somebody who was not there say nothing. */
export const plainValue = ({ mark, lateMinutes, leftEarlyMinutes }: AttendanceValue): AttendanceValue =>
  mark === "present" ? { mark, lateMinutes, leftEarlyMinutes } : { ...UNMARKED, mark };

export const isSameAttendance = (a: AttendanceValue, b: AttendanceValue): boolean =>
  a.mark === b.mark && a.lateMinutes === b.lateMinutes && a.leftEarlyMinutes === b.leftEarlyMinutes;

/** The last time anybody changed what stands for a person. */
export interface LastChange {
  readonly at: Date;
  /** Null where the volunteer checked in by the code on the wall. */
  readonly by: string | null;
}

/**
 * Marks arrive late, twice and out of order from phones without a connection. The later one stands: an own older mark
 * is overtaken silently, one that somebody else has overtaken is told. What stands already is only confirmed.
 */
export function settleMark(given: {
  readonly stands: AttendanceValue;
  readonly last: LastChange | null;
  readonly wanted: AttendanceValue;
  readonly at: Date;
  readonly by: string | null;
}): "write" | "confirm" | "stands_already" | "overtaken" | "newer_of_somebody_else" {
  const { stands, last, wanted, at, by } = given;
  if (isSameAttendance(stands, wanted)) return last === null || last.at < at ? "confirm" : "stands_already";
  if (last === null || last.at <= at) return "write";
  return last.by === by ? "overtaken" : "newer_of_somebody_else";
}
