import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";
import { curriculumModules } from "../schema/curricula.ts";

interface SessionOfPerson {
  readonly sessionId: string;
  readonly volunteerId: string;
}

/** One session, and what one person told about it. */
export async function findSessionOfPerson(tx: Tx, { sessionId, volunteerId }: SessionOfPerson) {
  const [row] = await tx
    .select({
      session: courseSessions,
      course: courses,
      moduleTitle: curriculumModules.title,
      enrolment: enrolments.status,
      booking: sessionBookings.kind,
    })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .leftJoin(
      curriculumModules,
      and(
        eq(curriculumModules.networkId, courses.networkId),
        eq(curriculumModules.curriculumId, courses.curriculumId),
        eq(curriculumModules.key, courseSessions.moduleKey),
      ),
    )
    .leftJoin(enrolments, and(eq(enrolments.courseId, courses.id), eq(enrolments.volunteerId, volunteerId)))
    .leftJoin(
      sessionBookings,
      and(eq(sessionBookings.sessionId, courseSessions.id), eq(sessionBookings.volunteerId, volunteerId)),
    )
    .where(eq(courseSessions.id, sessionId));
  return row;
}

/** A seat ahead at which the person makes up the module of this session. */
export async function findSeatInstead(tx: Tx, { sessionId, volunteerId }: SessionOfPerson, now: Date) {
  const missed = alias(courseSessions, "missed");
  const missedIn = alias(courses, "missed_in");
  const [row] = await tx
    .select({ startsAt: courseSessions.startsAt, endsAt: courseSessions.endsAt, place: courseSessions.place })
    .from(sessionBookings)
    .innerJoin(courseSessions, eq(courseSessions.id, sessionBookings.sessionId))
    .innerJoin(courses, eq(courses.id, courseSessions.courseId))
    .innerJoin(missed, and(eq(missed.id, sessionId), eq(missed.moduleKey, courseSessions.moduleKey)))
    .innerJoin(missedIn, and(eq(missedIn.id, missed.courseId), eq(missedIn.curriculumId, courses.curriculumId)))
    .where(
      and(
        eq(sessionBookings.volunteerId, volunteerId),
        eq(sessionBookings.kind, "guest"),
        isNull(courseSessions.cancelledAt),
        gt(courseSessions.startsAt, now),
      ),
    )
    .orderBy(asc(courseSessions.startsAt))
    .limit(1);
  return row;
}
