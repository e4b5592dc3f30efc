import { randomUUID } from "node:crypto";
import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import {
  insertCourse,
  insertCourseSession,
  listCourseSessions,
  setCourseTrainers,
} from "../../db/repositories/courses.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { refuseInput } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { newStarts, planReminders } from "../../training/plan-reminders.ts";
import { planRegistration, registrationIssues } from "./plan-registration.ts";
import { planIssues, planSessions, requireCurriculum } from "./plan-sessions.ts";

type Body = ParsedInput<typeof endpoints.createCourse>["body"];

export const createCourse = (deps: AppDeps, actor: StaffActor, input: Body) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { title, places, offerHours, trainerAccountIds } = input;
    const curriculum = await requireCurriculum(tx, input.curriculumId);
    const timeZone = await readTimeZone(tx);
    const sessions = planSessions(input.sessions, timeZone);
    const registration = planRegistration(input, timeZone);
    refuseInput([
      ...(await planIssues(tx, { trainerAccountIds, sessions }, curriculum)),
      ...registrationIssues(registration),
    ]);
    const courseId = randomUUID();
    const terms = { title, places, offerHours, ...registration };
    const origin = { providerId: actor.providerId, curriculumId: curriculum.id, createdAt: deps.clock() };
    await insertCourse(tx, { id: courseId, ...origin, ...terms });
    for (const session of sessions) {
      await insertCourseSession(tx, { ...session, id: randomUUID(), courseId, sequence: 0 });
    }
    await setCourseTrainers(tx, courseId, trainerAccountIds);
    await planReminders(deps, tx, newStarts([], await listCourseSessions(tx, courseId)));
    await deps.recordActivity(tx, { actor, action: "course_created", subjectKind: "course", subjectId: courseId });
    return { id: courseId };
  });
