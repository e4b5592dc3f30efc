import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listCourseAttendances } from "../../db/repositories/attendances.ts";
import { findCourseSession, updateCourseSession, type CourseSessionRow } from "../../db/repositories/courses.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import { listSessionBookings } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeCourse, takeOwnCourse, type CourseInHand } from "../../training/course-in-hand.ts";
import { describeCourse, tellParticipants } from "../../training/course-mails.ts";
import { moveUp } from "../../training/move-up.ts";

/** One date falls away; the course goes on. Its entry stays in calendars and says so. */
export const cancelSession = (deps: AppDeps, actor: StaffActor, id: string, reason: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const courseId = (await findCourseSession(tx, id))?.courseId;
    if (courseId === undefined) throw new Refusal("not_found");
    const course = await takeOwnCourse(tx, actor, courseId);
    const session = course.sessions.find((one) => one.id === id);
    if (session === undefined) throw new Refusal("not_found");
    if (course.row.cancelledAt !== null) throw new Refusal("course_cancelled");
    if (session.cancelledAt !== null) throw new Refusal("session_cancelled");
    const marks = await listCourseAttendances(tx, courseId);
    if (marks.some(({ sessionId }) => sessionId === id)) throw new Refusal("session_held");

    const now = deps.clock();
    await updateCourseSession(tx, id, { cancelledAt: now, sequence: session.sequence + 1 });
    await deps.recordActivity(tx, {
      actor,
      action: "course_session_cancelled",
      subjectKind: "course",
      subjectId: courseId,
      facts: { startsAt: session.startsAt.toISOString() },
      ...(reason === "" ? {} : { reason }),
    });
    if (session.endsAt > now) await tellThoseComing(deps, tx, course, session, reason);
    await moveUp(deps, tx, await takeCourse(tx, courseId));
    return { done: true as const };
  });

/** Everyone with a place or an offered one, and the guests of this date. */
async function tellThoseComing(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  session: CourseSessionRow,
  reason: string,
): Promise<void> {
  const people = (await listEnrolledPeople(tx, course.row.id)).filter(({ status }) => status !== "waiting");
  const guests = (await listSessionBookings(tx, course.row.id)).filter(
    ({ kind, sessionId }) => kind === "guest" && sessionId === session.id,
  );
  const { courseTitle, timeZone, sessions } = await describeCourse(tx, course.row, ({ id }) => id === session.id);
  const [date] = sessions;
  if (date === undefined) throw new Error("The session is gone inside its transaction");
  const { cancelled: _, ...when } = date;
  const params = ({ firstName }: { firstName: string }) => ({ ...when, firstName, courseTitle, timeZone, reason });
  await tellParticipants(deps, tx, [...people, ...guests], "session_cancelled", params, [course.row.id]);
}
