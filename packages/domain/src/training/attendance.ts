import { Refusal } from "../refusals.ts";

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
