import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { EnrolmentStatus, VolunteerStatus } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { enrolments } from "../schema/courses.ts";

/** Whom to write to about a course, and for whose staff. */
export const PARTICIPANT_COLUMNS = {
  volunteerId: volunteers.id,
  providerId: volunteers.providerId,
  firstName: volunteers.firstName,
  lastName: volunteers.lastName,
  email: volunteers.email,
  locale: volunteers.locale,
};
export type Participant = Pick<
  typeof volunteers.$inferSelect,
  "providerId" | "firstName" | "lastName" | "email" | "locale"
> & { readonly volunteerId: string };

export const listEnrolments = (tx: Tx, courseId: string) =>
  tx
    .select({
      volunteerId: enrolments.volunteerId,
      status: enrolments.status,
      queuedAt: enrolments.queuedAt,
    })
    .from(enrolments)
    .where(eq(enrolments.courseId, courseId))
    .orderBy(asc(enrolments.queuedAt), asc(enrolments.volunteerId));

/** Everyone with a place or on the waiting list, in the order in which they enrolled. */
export const listEnrolledPeople = (tx: Tx, courseId: string) =>
  tx
    .select({ ...PARTICIPANT_COLUMNS, status: enrolments.status, queuedAt: enrolments.queuedAt })
    .from(enrolments)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, enrolments.networkId), eq(volunteers.id, enrolments.volunteerId)),
    )
    .where(and(eq(enrolments.courseId, courseId), ne(enrolments.status, "cancelled")))
    .orderBy(asc(enrolments.queuedAt), asc(enrolments.volunteerId));

export async function findParticipants(tx: Tx, volunteerIds: readonly string[]): Promise<Participant[]> {
  if (volunteerIds.length === 0) return [];
  return tx
    .select(PARTICIPANT_COLUMNS)
    .from(volunteers)
    .where(inArray(volunteers.id, [...volunteerIds]));
}

export async function saveEnrolment(
  tx: Tx,
  row: { courseId: string; volunteerId: string; status: EnrolmentStatus; queuedAt: Date },
): Promise<void> {
  await tx
    .insert(enrolments)
    .values({ ...row, networkId: tx.networkId })
    .onConflictDoUpdate({
      target: [enrolments.networkId, enrolments.courseId, enrolments.volunteerId],
      set: { status: row.status, queuedAt: row.queuedAt },
    });
}

export async function setEnrolmentStatus(
  tx: Tx,
  courseId: string,
  volunteerId: string,
  status: EnrolmentStatus,
): Promise<void> {
  await tx
    .update(enrolments)
    .set({ status })
    .where(and(eq(enrolments.courseId, courseId), eq(enrolments.volunteerId, volunteerId)));
}

/** Places taken and people waiting, by course. */
export const countEnrolments = (tx: Tx, courseIds: readonly string[]) =>
  tx
    .select({
      courseId: enrolments.courseId,
      enrolled: sql<number>`count(*) filter (where ${enrolments.status} = 'enrolled')`.mapWith(Number),
      offered: sql<number>`count(*) filter (where ${enrolments.status} = 'offered')`.mapWith(Number),
      waiting: sql<number>`count(*) filter (where ${enrolments.status} = 'waiting')`.mapWith(Number),
    })
    .from(enrolments)
    .where(inArray(enrolments.courseId, [...courseIds]))
    .groupBy(enrolments.courseId);

/** A volunteer about to take a place, locked so that the stage changes once. */
export async function lockLearner(tx: Tx, volunteerId: string) {
  const [row] = await tx
    .select({ ...PARTICIPANT_COLUMNS, status: volunteers.status, interviewedOn: volunteers.interviewedOn })
    .from(volunteers)
    .where(eq(volunteers.id, volunteerId))
    .for("update");
  return row;
}

export async function setVolunteerStatus(tx: Tx, volunteerId: string, status: VolunteerStatus): Promise<void> {
  await tx.update(volunteers).set({ status }).where(eq(volunteers.id, volunteerId));
}
