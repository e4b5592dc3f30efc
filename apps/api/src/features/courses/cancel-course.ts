import { isCourseOver, Refusal } from "@augenhoehe/domain";
import { updateCourseRow, updateCourseSession } from "../../db/repositories/courses.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeOwnCourse } from "../../training/course-in-hand.ts";
import { tellParticipants } from "../../training/course-mails.ts";

/** Sessions that were already held stay, with the attendance in them. */
export const cancelCourse = (deps: AppDeps, actor: StaffActor, id: string, reason: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { row, sessions, state } = await takeOwnCourse(tx, actor, id);
    const now = deps.clock();
    if (row.cancelledAt !== null) throw new Refusal("course_cancelled");
    if (isCourseOver(state, now)) throw new Refusal("course_over");
    await updateCourseRow(tx, id, { cancelledAt: now });
    for (const session of sessions.filter(({ startsAt, cancelledAt }) => startsAt > now && cancelledAt === null)) {
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
    const courseTitle = row.title;
    await tellParticipants(deps, tx, people, "course_cancelled", ({ firstName }) => ({
      firstName,
      courseTitle,
      reason,
    }));
    return { done: true as const };
  });
