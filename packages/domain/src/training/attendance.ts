import { Refusal } from "../refusals.ts";

/** How a mark came about: tapped at the door, by the code on the wall, or from the paper list afterwards. */
export const ATTENDANCE_SOURCES = ["tapped", "qr", "paper"] as const;
export type AttendanceSource = (typeof ATTENDANCE_SOURCES)[number];

export interface AttendanceMark {
  readonly mark: "present" | "absent";
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
}

/** Whole minutes somebody was there: 0 to the length of the session. */
export function attendedMinutes(
  session: { readonly startsAt: Date; readonly endsAt: Date },
  { mark, lateMinutes, leftEarlyMinutes }: AttendanceMark,
): number {
  if (mark === "absent") return 0;
  const length = Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
  return Math.max(0, length - lateMinutes - leftEarlyMinutes);
}

/** People arrive early, and the list is ticked at the door. */
export const ATTENDANCE_OPENS_MINUTES_BEFORE = 30;

export interface SessionTimes {
  readonly startsAt: Date;
  readonly cancelledAt: Date | null;
}

/** Attendance can be marked from half an hour before the session on, and for ever after (paper lists come late). */
export function requireAttendanceOpen(session: SessionTimes, now: Date): void {
  if (session.cancelledAt !== null) throw new Refusal("course_cancelled");
  const opensAt = session.startsAt.getTime() - ATTENDANCE_OPENS_MINUTES_BEFORE * 60_000;
  if (now.getTime() < opensAt) throw new Refusal("session_not_begun");
}
