import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listCourseAttendances } from "../../db/repositories/attendances.ts";
import { insertCourseSession, updateCourseSession, type CourseSessionRow } from "../../db/repositories/courses.ts";
import type { CourseInHand } from "../../training/course-in-hand.ts";
import { differs } from "./find-warnings.ts";
import type { PlannedSession } from "./plan-sessions.ts";

/** One date as it was and as it is: null before, it is new; null after, it was cancelled. */
export interface ChangedSession {
  readonly before: CourseSessionRow | null;
  readonly after: PlannedSession | null;
}

/**
 * Brings the sessions of a course to the plan: new ones are added, missing ones cancelled, never deleted, so that
 * calendars hear of it. A session with attendance keeps its module and cannot go. Answers what people must be told.
 */
export async function changeSessions(
  tx: Tx,
  course: CourseInHand,
  plan: readonly PlannedSession[],
  now: Date,
): Promise<ChangedSession[]> {
  const standing = course.sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const held = new Set((await listCourseAttendances(tx, course.row.id)).map(({ sessionId }) => sessionId));
  const planned = new Map(plan.flatMap((session) => (session.id === null ? [] : [[session.id, session] as const])));
  if ([...planned.keys()].some((id) => !standing.some((session) => session.id === id))) throw new Refusal("not_found");

  const changes: ChangedSession[] = [];
  for (const before of standing) {
    const after = planned.get(before.id) ?? null;
    if (held.has(before.id) && after?.moduleKey !== before.moduleKey) throw new Refusal("session_held");
    if (after !== null && !differs(before, after)) continue;
    const { id: _, ...values } = after ?? { id: null, cancelledAt: now };
    await updateCourseSession(tx, before.id, { ...values, sequence: before.sequence + 1 });
    changes.push({ before, after });
  }
  for (const after of plan.filter(({ id }) => id === null)) {
    await insertCourseSession(tx, { ...after, id: randomUUID(), courseId: course.row.id, sequence: 0 });
    changes.push({ before: null, after });
  }
  return changes.filter(({ before, after }) => [before, after].some((date) => date !== null && date.endsAt > now));
}
