import {
  clashOf,
  decideVolunteer,
  idleBookings,
  sessionsAhead,
  withEnrolment,
  type Commitment,
  type CoursePlaces,
  type Enrolment,
} from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { readCurriculumOf } from "../db/repositories/curricula.ts";
import { saveEnrolment, setVolunteerStatus } from "../db/repositories/enrolments.ts";
import { deleteSessionBooking, listCommitments } from "../db/repositories/session-bookings.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { describeCourse, tellParticipants } from "./course-mails.ts";
import type { Learner } from "./places-in-hand.ts";

/** Saves what was decided about one person, and drops bookings that mean nothing any more; answers who sits where then. */
export async function keepEnrolment(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  before: CoursePlaces,
  row: Enrolment,
): Promise<CoursePlaces> {
  await saveEnrolment(tx, course.row.id, row);
  const places = withEnrolment(before, row);
  const ahead = new Set(sessionsAhead(course.sessions, deps.clock()).map(({ id }) => id));
  const idle = idleBookings(places).filter(
    ({ volunteerId, sessionId }) => volunteerId === row.volunteerId && ahead.has(sessionId),
  );
  for (const booking of idle) await deleteSessionBooking(tx, booking);
  return { ...places, bookings: places.bookings.filter((booking) => !idle.includes(booking)) };
}

/** A place is the beginning of the training; the dates, or the place on the waiting list, come by mail. */
export async function tellOfPlace(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  learner: Learner,
  position: number | null,
): Promise<void> {
  if (position === null) await startTraining(tx, course, learner);
  const description = await describeCourse(tx, course.row);
  const params = ({ firstName }: { firstName: string }) => ({ ...description, firstName, position });
  await tellParticipants(deps, tx, [learner], "course_enrolled", params, [course.row.id]);
}

async function startTraining(tx: Tx, course: CourseInHand, learner: Learner): Promise<void> {
  const { purpose } = await readCurriculumOf(tx, course.row.curriculumId);
  if (learner.status === "left" || purpose === "top_up") return;
  const status = decideVolunteer(learner.status, "start_training", learner.interviewedOn !== null);
  if (status !== learner.status) await setVolunteerStatus(tx, learner.volunteerId, status);
}

/** What else somebody is expected at while the sessions ahead are held. */
export async function findCourseClash(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  volunteerId: string,
): Promise<Commitment | undefined> {
  const now = deps.clock();
  const commitments = await listCommitments(tx, [volunteerId], now);
  return clashOf(
    sessionsAhead(course.sessions, now),
    commitments.filter(({ courseId }) => courseId !== course.row.id),
  );
}
