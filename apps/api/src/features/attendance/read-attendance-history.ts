import type { endpoints, EndpointOutput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { listSessionChanges } from "../../db/repositories/attendance-changes.ts";
import { findCourseSession } from "../../db/repositories/courses.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";

/** Coordinators of other providers read what was entered for their own people only. */
export const readAttendanceHistory = (
  deps: AppDeps,
  actor: StaffActor,
  sessionId: string,
): Promise<EndpointOutput<typeof endpoints.readAttendanceHistory>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const session = await findCourseSession(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    const { mayManage } = await accessCourse(tx, actor, session.courseId, deps.clock());
    const changes = await listSessionChanges(tx, sessionId);
    const items = changes
      .filter(({ providerId }) => mayManage || providerId === actor.providerId)
      .map(({ providerId: _, changedAt, ...change }) => ({ ...change, changedAt: changedAt.toISOString() }));
    return { items };
  });
