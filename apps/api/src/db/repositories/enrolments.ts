import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Enrolment, VolunteerStatus } from "@augenhoehe/domain";
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

export const ENROLMENT_COLUMNS = {
  status: enrolments.status,
  queuedAt: enrolments.queuedAt,
  offerExpiresAt: enrolments.offerExpiresAt,
  lapsedAt: enrolments.lapsedAt,
};

export const listEnrolments = (tx: Tx, courseId: string): Promise<Enrolment[]> =>
  tx
    .select({ volunteerId: enrolments.volunteerId, ...ENROLMENT_COLUMNS })
    .from(enrolments)
    .where(eq(enrolments.courseId, courseId))
    .orderBy(asc(enrolments.queuedAt), asc(enrolments.volunteerId));

/** Everyone with a place, an offered one, or on the waiting list, in the order in which they enrolled. */
export const listEnrolledPeople = (tx: Tx, courseId: string) =>
  tx
    .select({ ...PARTICIPANT_COLUMNS, ...ENROLMENT_COLUMNS })
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

export async function saveEnrolment(tx: Tx, courseId: string, { volunteerId, ...row }: Enrolment): Promise<void> {
  await tx
    .insert(enrolments)
    .values({ ...row, courseId, volunteerId, networkId: tx.networkId })
    .onConflictDoUpdate({ target: [enrolments.networkId, enrolments.courseId, enrolments.volunteerId], set: row });
}

/** Courses on whose active waiting list these people stand. */
export async function listCoursesAwaitedBy(tx: Tx, volunteerIds: readonly string[]): Promise<string[]> {
  if (volunteerIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ courseId: enrolments.courseId })
    .from(enrolments)
    .where(
      and(
        inArray(enrolments.volunteerId, [...volunteerIds]),
        eq(enrolments.status, "waiting"),
        isNull(enrolments.lapsedAt),
      ),
    );
  return rows.map(({ courseId }) => courseId);
}

/**
 * People whose places are about to change, locked in the order of their ids: nobody is given two places at the same
 * time, and the stage changes once. After the courses, before everything else.
 */
export const lockLearners = (tx: Tx, volunteerIds: readonly string[]) =>
  tx
    .select({
      ...PARTICIPANT_COLUMNS,
      status: volunteers.status,
      interviewedOn: volunteers.interviewedOn,
      certificateId: volunteers.certificateId,
      certificateOverrideAt: volunteers.certificateOverrideAt,
    })
    .from(volunteers)
    .where(inArray(volunteers.id, [...volunteerIds]))
    .orderBy(asc(volunteers.id))
    .for("no key update");

export async function setVolunteerStatus(tx: Tx, volunteerId: string, status: VolunteerStatus): Promise<void> {
  await tx.update(volunteers).set({ status }).where(eq(volunteers.id, volunteerId));
}
