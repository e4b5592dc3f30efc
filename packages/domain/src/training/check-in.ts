import { Refusal } from "../refusals.ts";
import { attendanceOpensAt, type AttendanceMark, type SessionSpan, type SessionTimes } from "./attendance.ts";

/**
 * Checking in by the code on the wall. The code changes every minute; who scans it has time to sign in, because the
 * browser keeps the instant of the scan, and that instant counts.
 */
const MINUTE_MS = 60_000;

/** Signing in by a code from a mail takes longer than a minute. */
export const CHECK_IN_TICKET_MINUTES = 20;
/** Arriving a little late is no lateness. */
export const LATE_FROM_MINUTES = 10;
/** How long ago a code may have been shown to be called expired rather than wrong. */
const KNOWN_AS_EXPIRED_MINUTES = 24 * 60;

/** A code belongs to one minute of one session. */
export const checkInMinute = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);

/** When the code of this minute is replaced on the wall; it is valid for a minute longer. */
export const checkInCodeChangesAt = (now: Date): Date => new Date((checkInMinute(now) + 1) * MINUTE_MS);

/** Refuses a code that is not of this minute or the one before; `isOf` tells whether it is the code of a minute. */
export function requireCheckInCode(isOf: (minute: number) => boolean, now: Date): void {
  const minute = checkInMinute(now);
  if (isOf(minute) || isOf(minute - 1)) return;
  for (let age = 2; age <= KNOWN_AS_EXPIRED_MINUTES; age++) {
    if (isOf(minute - age)) throw new Refusal("check_in_code_expired");
  }
  throw new Refusal("check_in_code_wrong");
}

/** How somebody who scanned the code at this instant is entered: open from half an hour before the start to the end. */
export function checkInMark(session: SessionSpan & SessionTimes, scannedAt: Date): AttendanceMark {
  if (session.cancelledAt !== null) throw new Refusal("session_cancelled");
  if (scannedAt < attendanceOpensAt(session)) throw new Refusal("check_in_not_open");
  if (scannedAt > session.endsAt) throw new Refusal("check_in_over");
  const late = Math.floor((scannedAt.getTime() - session.startsAt.getTime()) / MINUTE_MS);
  return { mark: "present", lateMinutes: late > LATE_FROM_MINUTES ? late : 0, leftEarlyMinutes: 0 };
}
