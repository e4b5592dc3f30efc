import { and, eq, exists, inArray, isNull, lte, ne, notExists, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courseSessions, courses, enrolments } from "../schema/courses.ts";
import { PARTICIPANT_COLUMNS, type Participant } from "./enrolments.ts";
import type { CourseSessionRow } from "./courses.ts";

/** Marks of all sessions of a course, with the people they belong to (guests are among them). */
export const listCourseAttendances = (tx: Tx, courseId: string) =>
  tx
    .select({
      ...PARTICIPANT_COLUMNS,
      sessionId: attendances.sessionId,
      mark: attendances.mark,
      lateMinutes: attendances.lateMinutes,
      leftEarlyMinutes: attendances.leftEarlyMinutes,
      source: attendances.source,
      guest: attendances.guest,
    })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, attendances.networkId), eq(volunteers.id, attendances.volunteerId)),
    )
    .where(eq(courseSessions.courseId, courseId));

/** Those of these people whose valid certificate is of this curriculum. */
export async function listCertificateHolders(tx: Tx, curriculumId: string, volunteerIds: readonly string[]) {
  if (volunteerIds.length === 0) return [];
  return tx
    .select(PARTICIPANT_COLUMNS)
    .from(volunteers)
    .innerJoin(
      certificates,
      and(eq(certificates.networkId, volunteers.networkId), eq(certificates.id, volunteers.certificateId)),
    )
    .where(and(inArray(volunteers.id, [...volunteerIds]), eq(certificates.curriculumId, curriculumId)));
}

export const listSessionMarks = (tx: Tx, sessionId: string) =>
  tx.select().from(attendances).where(eq(attendances.sessionId, sessionId));

export async function findAttendance(tx: Tx, sessionId: string, volunteerId: string) {
  const [row] = await tx
    .select()
    .from(attendances)
    .where(and(eq(attendances.sessionId, sessionId), eq(attendances.volunteerId, volunteerId)));
  return row;
}

export async function saveAttendances(
  tx: Tx,
  rows: readonly Omit<typeof attendances.$inferInsert, "networkId">[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(attendances)
    .values(rows.map((row) => ({ ...row, networkId: tx.networkId })))
    .onConflictDoUpdate({
      target: [attendances.networkId, attendances.sessionId, attendances.volunteerId],
      set: {
        mark: sql`excluded.mark`,
        lateMinutes: sql`excluded.late_minutes`,
        leftEarlyMinutes: sql`excluded.left_early_minutes`,
        source: sql`excluded.source`,
        markedBy: sql`excluded.marked_by`,
        markedAt: sql`excluded.marked_at`,
      },
    });
}

export async function deleteAttendances(tx: Tx, sessionId: string, volunteerIds: readonly string[]): Promise<void> {
  if (volunteerIds.length === 0) return;
  await tx
    .delete(attendances)
    .where(and(eq(attendances.sessionId, sessionId), inArray(attendances.volunteerId, [...volunteerIds])));
}

/**
 * People who missed this session's module and could make it up here: they have a place in another course of the same
 * curriculum that has already held it, were not there, and were there nowhere else.
 */
export function listPeopleWhoMissed(
  tx: Tx,
  {
    session,
    curriculumId,
    now,
    volunteerId,
  }: { session: CourseSessionRow; curriculumId: string; now: Date; volunteerId?: string },
): Promise<Participant[]> {
  const heldElsewhere = tx
    .select({ one: sql`1` })
    .from(enrolments)
    .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, enrolments.networkId), eq(courseSessions.courseId, enrolments.courseId)),
    )
    .where(
      and(
        eq(enrolments.networkId, volunteers.networkId),
        eq(enrolments.volunteerId, volunteers.id),
        eq(enrolments.status, "enrolled"),
        ne(enrolments.courseId, session.courseId),
        eq(courses.curriculumId, curriculumId),
        eq(courseSessions.moduleKey, session.moduleKey),
        isNull(courseSessions.cancelledAt),
        lte(courseSessions.startsAt, now),
      ),
    );
  const present = tx
    .select({ one: sql`1` })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .where(
      and(
        eq(attendances.networkId, volunteers.networkId),
        eq(attendances.volunteerId, volunteers.id),
        eq(attendances.mark, "present"),
        eq(courses.curriculumId, curriculumId),
        eq(courseSessions.moduleKey, session.moduleKey),
      ),
    );
  const enrolledHere = tx
    .select({ one: sql`1` })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.networkId, volunteers.networkId),
        eq(enrolments.volunteerId, volunteers.id),
        eq(enrolments.courseId, session.courseId),
        inArray(enrolments.status, ["enrolled", "waiting"]),
      ),
    );
  return tx
    .select(PARTICIPANT_COLUMNS)
    .from(volunteers)
    .where(
      and(
        ne(volunteers.status, "left"),
        volunteerId === undefined ? undefined : eq(volunteers.id, volunteerId),
        isNull(volunteers.certificateId),
        exists(heldElsewhere),
        notExists(present),
        notExists(enrolledHere),
      ),
    );
}
