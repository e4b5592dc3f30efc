import { isCourseOver, Refusal } from "@augenhoehe/domain";
import { updateCourseRow, updateCourseSession } from "../../db/repositories/courses.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import { listSessionBookings } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeCourse, takeOwnCourse } from "../../training/course-in-hand.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { moveUp } from "../../training/move-up.ts";

/** Sessions that were already held stay, with the attendance in them. Offers end without a word. */
export const cancelCourse = (deps: AppDeps, actor: StaffActor, id: string, reason: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { row, sessions, state } = await takeOwnCourse(tx, actor, id);
    const now = deps.clock();
    if (row.cancelledAt !== null) throw new Refusal("course_cancelled");
    if (isCourseOver(state, now)) throw new Refusal("course_over");
    const ahead = sessions.filter(({ startsAt, cancelledAt }) => startsAt > now && cancelledAt === null);
    await updateCourseRow(tx, id, { cancelledAt: now });
    for (const session of ahead) {
      await updateCourseSession(tx, session.id, { cancelledAt: now, sequence: session.sequence + 1 });
    }
    await deps.recordActivity(tx, {
      actor,
      action: "course_cancelled",
      subjectKind: "course",
      subjectId: id,
      ...(reason === "" ? {} : { reason }),
    });
    const people = await listEnrolledPeople(tx, id);
    const guests = (await listSessionBookings(tx, id)).filter(
      ({ kind, sessionId, volunteerId }, index, all) =>
        kind === "guest" &&
        ahead.some((session) => session.id === sessionId) &&
        all.findIndex((other) => other.kind === "guest" && other.volunteerId === volunteerId) === index,
    );
    await moveUp(deps, tx, await takeCourse(tx, id));
    const courseTitle = row.title;
    const params = ({ firstName }: { firstName: string }) => ({ firstName, courseTitle, reason });
    await tellParticipants(deps, tx, [...people, ...guests], "course_cancelled", params, [id]);
    return { done: true as const };
  });
