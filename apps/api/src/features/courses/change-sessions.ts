import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listCourseAttendances } from "../../db/repositories/attendances.ts";
import { insertCourseSession, updateCourseSession, type CourseSessionRow } from "../../db/repositories/courses.ts";
import type { CourseInHand } from "../../training/course-in-hand.ts";
import type { PlannedSession } from "./plan-sessions.ts";

/**
 * Brings the sessions of a course to the plan: new ones are added, missing ones cancelled, never deleted, so that
 * calendars hear of it. A session with attendance keeps its module and cannot go. Tells whether participants must know.
 */
export async function changeSessions(
  tx: Tx,
  course: CourseInHand,
  plan: readonly PlannedSession[],
  now: Date,
): Promise<boolean> {
  const standing = course.sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const held = new Set((await listCourseAttendances(tx, course.row.id)).map(({ sessionId }) => sessionId));
  const planned = new Map(plan.flatMap((session) => (session.id === null ? [] : [[session.id, session] as const])));
  if ([...planned.keys()].some((id) => !standing.some((session) => session.id === id))) throw new Refusal("not_found");

  let mustBeTold = false;
  for (const session of standing) {
    const next = planned.get(session.id);
    if (held.has(session.id) && next?.moduleKey !== session.moduleKey) throw new Refusal("session_held");
    if (next === undefined) {
      await updateCourseSession(tx, session.id, { cancelledAt: now, sequence: session.sequence + 1 });
    } else if (differs(session, next)) {
      const { id: _, ...values } = next;
      await updateCourseSession(tx, session.id, { ...values, sequence: session.sequence + 1 });
    } else continue;
    mustBeTold ||= session.endsAt > now || (next !== undefined && next.endsAt > now);
  }
  for (const session of plan.filter(({ id }) => id === null)) {
    await insertCourseSession(tx, { ...session, id: randomUUID(), courseId: course.row.id, sequence: 0 });
    mustBeTold ||= session.endsAt > now;
  }
  return mustBeTold;
}

const differs = (session: CourseSessionRow, next: PlannedSession): boolean =>
  session.moduleKey !== next.moduleKey ||
  session.place !== next.place ||
  session.startsAt.getTime() !== next.startsAt.getTime() ||
  session.endsAt.getTime() !== next.endsAt.getTime();
