import { and, eq, inArray } from "drizzle-orm";
import type { EnrolmentStatus } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";

export async function listCourseIdsOfProvider(tx: Tx, providerId: string): Promise<string[]> {
  const rows = await tx.select({ id: courses.id }).from(courses).where(eq(courses.providerId, providerId));
  return rows.map(({ id }) => id);
}

/** Who has a place in these courses, who said what about these sessions, and who was marked. */
export async function readSessionPeople(tx: Tx, courseIds: readonly string[], sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return { places: [], bookings: [], marks: [] };
  return {
    places: await tx
      .select({ courseId: enrolments.courseId, volunteerId: enrolments.volunteerId })
      .from(enrolments)
      .where(and(inArray(enrolments.courseId, [...courseIds]), eq(enrolments.status, "enrolled"))),
    bookings: await tx
      .select({
        sessionId: sessionBookings.sessionId,
        volunteerId: sessionBookings.volunteerId,
        kind: sessionBookings.kind,
      })
      .from(sessionBookings)
      .where(inArray(sessionBookings.sessionId, [...sessionIds])),
    marks: await tx
      .select({
        sessionId: attendances.sessionId,
        volunteerId: attendances.volunteerId,
        mark: attendances.mark,
        guest: attendances.guest,
      })
      .from(attendances)
      .where(inArray(attendances.sessionId, [...sessionIds])),
  };
}
export type SessionPeople = Awaited<ReturnType<typeof readSessionPeople>>;

export interface PartInCourse {
  readonly status: EnrolmentStatus | null;
  readonly sessions: ReadonlyMap<
    string,
    { readonly booking: "guest" | "excused" | null; readonly mark: "present" | "absent" | null }
  >;
}

/** What one volunteer has to do with a course: a place in it, single sessions booked or marked. */
export async function readPartInCourse(tx: Tx, courseId: string, volunteerId: string): Promise<PartInCourse> {
  const [enrolment] = await tx
    .select({ status: enrolments.status })
    .from(enrolments)
    .where(and(eq(enrolments.courseId, courseId), eq(enrolments.volunteerId, volunteerId)));
  const own = (table: typeof sessionBookings | typeof attendances) =>
    and(
      eq(table.networkId, courseSessions.networkId),
      eq(table.sessionId, courseSessions.id),
      eq(table.volunteerId, volunteerId),
    );
  const rows = await tx
    .select({ id: courseSessions.id, booking: sessionBookings.kind, mark: attendances.mark })
    .from(courseSessions)
    .leftJoin(sessionBookings, own(sessionBookings))
    .leftJoin(attendances, own(attendances))
    .where(eq(courseSessions.courseId, courseId));
  return {
    status: enrolment?.status ?? null,
    sessions: new Map(rows.map(({ id, booking, mark }) => [id, { booking, mark }])),
  };
}
