import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { setCourseTrainers, updateCourseRow } from "../../db/repositories/courses.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { changeSessions } from "./change-sessions.ts";
import { takeCourse, takeOwnCourse } from "../../training/course-in-hand.ts";
import { describeCourse, tellParticipants } from "../../training/course-mails.ts";
import { newStarts, planReminders } from "../../training/plan-reminders.ts";
import { moveUp } from "../../training/move-up.ts";
import { planSessions, requireKnownKeys } from "./plan-sessions.ts";

type Body = ParsedInput<typeof endpoints.updateCourse>["body"];

/** Nobody loses a place when places shrink; more places move the waiting list up at once. */
export const updateCourse = (deps: AppDeps, actor: StaffActor, id: string, input: Body) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await takeOwnCourse(tx, actor, id);
    if (course.row.cancelledAt !== null) throw new Refusal("course_cancelled");
    await requireKnownKeys(tx, input, await readCurriculumOf(tx, course.row.curriculumId));
    const { title, places, trainerAccountIds, sessions } = input;
    await updateCourseRow(tx, id, { title, places });
    await setCourseTrainers(tx, id, trainerAccountIds);
    const plan = planSessions(sessions, await readTimeZone(tx));
    const mustBeTold = await changeSessions(tx, course, plan, deps.clock());
    await deps.recordActivity(tx, {
      actor,
      action: "course_changed",
      subjectKind: "course",
      subjectId: id,
      facts: { places, sessions: sessions.length },
    });

    const changed = await takeCourse(tx, id);
    await planReminders(deps, tx, newStarts(course.sessions, changed.sessions));
    if (mustBeTold) {
      const description = await describeCourse(tx, changed.row);
      const people = await listEnrolledPeople(tx, id);
      await tellParticipants(deps, tx, people, "course_dates_changed", ({ firstName }) => ({
        ...description,
        firstName,
      }));
    }
    await moveUp(deps, tx, changed);
    return { done: true as const };
  });
