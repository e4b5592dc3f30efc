import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { listPeopleWhoMissed } from "../../db/repositories/attendances.ts";
import { findCourseSession } from "../../db/repositories/courses.ts";
import { listPeoplePlannedElsewhere } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";
import { byName, displayName } from "../../training/roster.ts";

/** Coordinators of other providers find their own people only. */
export const findGuests = (
  deps: AppDeps,
  actor: StaffActor,
  sessionId: string,
): Promise<EndpointOutput<typeof endpoints.findGuests>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const session = await findCourseSession(tx, sessionId);
    if (session === undefined) throw new Refusal("not_found");
    const { row, mayManage } = await accessCourse(tx, actor, session.courseId, now);
    const people = await listPeopleWhoMissed(tx, { session, curriculumId: row.curriculumId, now });
    const planned = await listPeoplePlannedElsewhere(tx, { session, curriculumId: row.curriculumId, now });
    const items = people
      .filter(({ providerId }) => mayManage || providerId === actor.providerId)
      .map((person) => ({
        volunteerId: person.volunteerId,
        displayName: displayName(person),
        comesElsewhere: planned.has(person.volunteerId),
      }));
    return { items: items.sort(byName) };
  });
