import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { setCourseTrainers, updateCourseRow } from "../../db/repositories/courses.ts";
import { holdCurriculum, readCurriculumOf } from "../../db/repositories/curricula.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { refuseInput } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeCourse, takeOwnCourse } from "../../training/course-in-hand.ts";
import { moveUp } from "../../training/move-up.ts";
import { newStarts, planReminders } from "../../training/plan-reminders.ts";
import { changeSessions } from "./change-sessions.ts";
import { planRegistration, registrationIssues } from "./plan-registration.ts";
import { planIssues, planSessions } from "./plan-sessions.ts";
import { tellOfChanges } from "./tell-of-changes.ts";

type Body = ParsedInput<typeof endpoints.updateCourse>["body"];

/** Nobody loses a place when places shrink; more places move the waiting list up at once. */
export const updateCourse = (deps: AppDeps, actor: StaffActor, id: string, input: Body) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await takeOwnCourse(tx, actor, id);
    if (course.row.cancelledAt !== null) throw new Refusal("course_cancelled");
    const { title, places, offerHours, trainerAccountIds } = input;
    const timeZone = await readTimeZone(tx);
    const plan = planSessions(input.sessions, timeZone);
    const registration = planRegistration(input, timeZone);
    const { curriculumId } = course.row;
    const curriculum = (await holdCurriculum(tx, curriculumId)) ?? (await readCurriculumOf(tx, curriculumId));
    refuseInput([
      ...(await planIssues(tx, { trainerAccountIds, sessions: plan }, curriculum, course.sessions)),
      ...registrationIssues(registration),
    ]);
    await updateCourseRow(tx, id, { title, places, offerHours, ...registration });
    await setCourseTrainers(tx, id, trainerAccountIds);
    const changes = await changeSessions(tx, course, plan, deps.clock());
    await deps.recordActivity(tx, {
      actor,
      action: "course_changed",
      subjectKind: "course",
      subjectId: id,
      facts: { places, sessions: plan.length },
    });
    const changed = await takeCourse(tx, id);
    await planReminders(deps, tx, newStarts(course.sessions, changed.sessions));
    await tellOfChanges(deps, tx, changed, changes);
    await moveUp(deps, tx, changed);
    return { done: true as const };
  });
