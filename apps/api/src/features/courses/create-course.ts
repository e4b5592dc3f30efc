import { randomUUID } from "node:crypto";
import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import {
  insertCourse,
  insertCourseSession,
  listCourseSessions,
  setCourseTrainers,
} from "../../db/repositories/courses.ts";
import { findNetworkCurriculum } from "../../db/repositories/curricula.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { newStarts, planReminders } from "../../training/plan-reminders.ts";
import { planSessions, requireKnownKeys } from "./plan-sessions.ts";

type Body = ParsedInput<typeof endpoints.createCourse>["body"];

export const createCourse = (deps: AppDeps, actor: StaffActor, input: Body) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const curriculum = await findNetworkCurriculum(tx);
    if (curriculum === undefined) throw new Refusal("not_found");
    await requireKnownKeys(tx, input, curriculum);
    const courseId = randomUUID();
    await insertCourse(tx, {
      id: courseId,
      providerId: actor.providerId,
      curriculumId: curriculum.id,
      title: input.title,
      places: input.places,
      createdAt: deps.clock(),
    });
    for (const session of planSessions(input.sessions, await readTimeZone(tx))) {
      await insertCourseSession(tx, { ...session, id: randomUUID(), courseId, sequence: 0 });
    }
    await setCourseTrainers(tx, courseId, input.trainerAccountIds);
    await planReminders(deps, tx, newStarts([], await listCourseSessions(tx, courseId)));
    await deps.recordActivity(tx, { actor, action: "course_created", subjectKind: "course", subjectId: courseId });
    return { id: courseId };
  });
