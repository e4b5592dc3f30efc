import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listPeopleWhoMissed } from "../db/repositories/attendances.ts";
import type { CourseSessionRow } from "../db/repositories/courses.ts";
import { listEnrolments } from "../db/repositories/enrolments.ts";
import { listSessionBookings } from "../db/repositories/session-bookings.ts";

/** Tells who is here as a guest; refuses people with no reason to be on the list of this session. */
export async function findGuestsOfSession(
  tx: Tx,
  session: CourseSessionRow,
  curriculumId: string,
  now: Date,
): Promise<(volunteerId: string) => boolean> {
  const enrolments = await listEnrolments(tx, session.courseId);
  const enrolled = new Set(
    enrolments.filter(({ status }) => status === "enrolled").map(({ volunteerId }) => volunteerId),
  );
  const booked = (await listSessionBookings(tx, session.courseId)).filter(
    ({ sessionId, kind }) => sessionId === session.id && kind === "guest",
  );
  const missed = await listPeopleWhoMissed(tx, { session, curriculumId, now });
  const guests = new Set([...booked, ...missed].map(({ volunteerId }) => volunteerId));
  return (volunteerId) => {
    if (enrolled.has(volunteerId)) return false;
    if (guests.has(volunteerId)) return true;
    throw new Refusal("not_enrolled");
  };
}
