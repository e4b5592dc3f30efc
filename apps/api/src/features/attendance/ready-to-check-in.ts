import { checkInMark, freeSeats, isBooked, Refusal, type AttendanceMark, type CoursePlaces } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findAttendance, listPeopleWhoMissed } from "../../db/repositories/attendances.ts";
import { findCourseSession, type CourseSessionRow } from "../../db/repositories/courses.ts";
import type { CheckInTicket } from "../../http/check-in-ticket.ts";
import { takeCourse, type CourseInHand } from "../../training/course-in-hand.ts";
import { readPlaces } from "../../training/places-in-hand.ts";

export interface ReadyToCheckIn {
  readonly session: CourseSessionRow;
  readonly course: CourseInHand;
  readonly scannedAt: Date;
  readonly mark: AttendanceMark;
  readonly seat: "own" | "guest" | "free_for_guest";
  /** Marked as present already. */
  readonly presentSince: Date | null;
}

/** What the button behind a scanned code would do for this volunteer, or why it cannot. Takes the course in hand. */
export async function readyToCheckIn(
  tx: Tx,
  volunteerId: string,
  ticket: CheckInTicket | null,
): Promise<ReadyToCheckIn> {
  if (ticket === null) throw new Refusal("check_in_code_expired");
  const { sessionId, scannedAt } = ticket;
  const session = await findCourseSession(tx, sessionId);
  if (session === undefined) throw new Refusal("check_in_code_wrong");
  const course = await takeCourse(tx, session.courseId);
  const standing = await findAttendance(tx, sessionId, volunteerId);
  const base = { session, course, scannedAt };
  if (standing?.mark === "present") {
    const { mark, lateMinutes, leftEarlyMinutes, guest, markedAt } = standing;
    const seat = guest ? "guest" : "own";
    return { ...base, seat, mark: { mark, lateMinutes, leftEarlyMinutes }, presentSince: markedAt };
  }
  const mark = checkInMark({ ...session, cancelledAt: session.cancelledAt ?? course.row.cancelledAt }, scannedAt);
  if (standing !== undefined && standing.markedAt > scannedAt) throw new Refusal("check_in_marked_absent");
  return { ...base, seat: await seatOf(tx, session, course, volunteerId), mark, presentSince: null };
}

/** A place in the course, a booked seat as a guest, or a free one for somebody who missed this module elsewhere. */
async function seatOf(
  tx: Tx,
  session: CourseSessionRow,
  course: CourseInHand,
  volunteerId: string,
): Promise<ReadyToCheckIn["seat"]> {
  const places: CoursePlaces = await readPlaces(tx, course);
  const isEnrolled = places.enrolments.some((own) => own.volunteerId === volunteerId && own.status === "enrolled");
  if (isEnrolled) return "own";
  if (isBooked(places, session.id, volunteerId, "guest")) return "guest";
  const { curriculumId } = course.row;
  const missed = await listPeopleWhoMissed(tx, { session, curriculumId, now: session.startsAt, volunteerId });
  if (missed.length === 0) throw new Refusal("check_in_not_listed");
  if (freeSeats(places, session.id) <= 0) throw new Refusal("session_full");
  return "free_for_guest";
}
