import { and, eq, gt, gte, inArray, isNull, min, ne, or, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";
import { signedDeclarations, volunteers } from "../schema/people.ts";
import { activities } from "../schema/platform.ts";
import { ELIGIBILITY_COLUMNS, type CurrentVersions } from "./eligibility.ts";

/** Everybody of a provider who signed up since then; null: ever. */
export interface Cohort {
  readonly providerId: string;
  readonly since: Date | null;
}

const inCohort = ({ providerId, since }: Cohort) =>
  and(eq(volunteers.providerId, providerId), since === null ? undefined : gte(volunteers.createdAt, since));

/** What is in the log when somebody gets a place, whichever way. */
const PLACE_ACTIONS = ["course_enrolled", "course_moved_up", "course_offer_accepted"];

/** One row for each person with the time of every step that leaves one; what leaves none is null. */
export function listWayRows(tx: Tx, cohort: Cohort, current: CurrentVersions, now: Date) {
  const placed = tx
    .select({ volunteerId: enrolments.volunteerId, at: min(enrolments.queuedAt).as("queued_at") })
    .from(enrolments)
    .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(and(eq(enrolments.status, "enrolled"), isNull(courses.cancelledAt), eq(curricula.purpose, "course")))
    .groupBy(enrolments.volunteerId)
    .as("placed");
  const logged = tx
    .select({ volunteerId: activities.subjectId, at: min(activities.at).as("logged_at") })
    .from(activities)
    .where(inArray(activities.action, PLACE_ACTIONS))
    .groupBy(activities.subjectId)
    .as("logged");
  const certified = tx
    .select({ volunteerId: certificates.volunteerId, at: min(certificates.issuedAt).as("issued_at") })
    .from(certificates)
    .innerJoin(
      curricula,
      and(eq(curricula.networkId, certificates.networkId), eq(curricula.id, certificates.curriculumId)),
    )
    .where(
      and(
        eq(curricula.purpose, "course"),
        isNull(certificates.revokedAt),
        or(isNull(certificates.validUntil), gt(certificates.validUntil, now)),
      ),
    )
    .groupBy(certificates.volunteerId)
    .as("certified");
  const signed = (kind: "secrecy" | "agreement", version: number) =>
    tx
      .select({ volunteerId: signedDeclarations.volunteerId, at: min(signedDeclarations.signedAt).as(`${kind}_at`) })
      .from(signedDeclarations)
      .where(and(eq(signedDeclarations.kind, kind), eq(signedDeclarations.version, version)))
      .groupBy(signedDeclarations.volunteerId)
      .as(kind);
  const secrecy = signed("secrecy", current.secrecy);
  const agreement = signed("agreement", current.agreement);
  return tx
    .select({
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      signedUpAt: volunteers.createdAt,
      ...ELIGIBILITY_COLUMNS,
      /** When the place was given; where the log is silent, when it was asked for. */
      placedAt: sql<Date | null>`case when ${placed.at} is null then null
        else greatest(${placed.at}, ${logged.at}) end`.mapWith(enrolments.queuedAt),
      certifiedAt: certified.at,
      secrecyAt: secrecy.at,
      agreementAt: agreement.at,
    })
    .from(volunteers)
    .leftJoin(placed, eq(placed.volunteerId, volunteers.id))
    .leftJoin(logged, eq(logged.volunteerId, volunteers.id))
    .leftJoin(certified, eq(certified.volunteerId, volunteers.id))
    .leftJoin(secrecy, eq(secrecy.volunteerId, volunteers.id))
    .leftJoin(agreement, eq(agreement.volunteerId, volunteers.id))
    .where(inCohort(cohort));
}
export type WayRow = Awaited<ReturnType<typeof listWayRows>>[number];

/** Every session that these people were present at, of courses that end in a certificate. */
export const listWayMarks = (tx: Tx, cohort: Cohort) =>
  tx
    .select({
      volunteerId: attendances.volunteerId,
      curriculumId: courses.curriculumId,
      courseId: courses.id,
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      lateMinutes: attendances.lateMinutes,
      leftEarlyMinutes: attendances.leftEarlyMinutes,
    })
    .from(attendances)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, attendances.networkId), eq(volunteers.id, attendances.volunteerId)),
    )
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(and(inCohort(cohort), eq(attendances.mark, "present"), eq(curricula.purpose, "course")));
export type WayMark = Awaited<ReturnType<typeof listWayMarks>>[number];

/** Every curriculum that ends in a certificate, with its modules of today. */
export async function listCourseCurricula(tx: Tx) {
  const rows = await tx
    .select({ id: curricula.id, title: curricula.title, minHoursPercent: curricula.minHoursPercent, curriculumModules })
    .from(curricula)
    .innerJoin(
      curriculumModules,
      and(
        eq(curriculumModules.networkId, curricula.networkId),
        eq(curriculumModules.curriculumId, curricula.id),
        isNull(curriculumModules.retiredAt),
      ),
    )
    .where(eq(curricula.purpose, "course"))
    .orderBy(curriculumModules.position);
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...byId].map(([id, [first, ...others]]) => {
      if (first === undefined) throw new Error("A group without rows");
      const modules = [first, ...others].map((row) => row.curriculumModules);
      return [id, { title: first.title, minHoursPercent: first.minHoursPercent, modules }];
    }),
  );
}

/** Who of these people has a place, an offer or a turn on the waiting list, in courses that were not cancelled. */
export const listEnrolmentsOf = (tx: Tx, volunteerIds: readonly string[]) =>
  tx
    .select({
      volunteerId: enrolments.volunteerId,
      courseId: enrolments.courseId,
      status: enrolments.status,
      offerExpiresAt: enrolments.offerExpiresAt,
    })
    .from(enrolments)
    .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
    .where(
      and(
        inArray(enrolments.volunteerId, [...volunteerIds]),
        ne(enrolments.status, "cancelled"),
        isNull(courses.cancelledAt),
      ),
    );

/** Single sessions these people are booked for as guests, or cannot come to. */
export const listBookingsOf = (tx: Tx, volunteerIds: readonly string[]) =>
  tx
    .select({
      volunteerId: sessionBookings.volunteerId,
      sessionId: sessionBookings.sessionId,
      kind: sessionBookings.kind,
    })
    .from(sessionBookings)
    .where(inArray(sessionBookings.volunteerId, [...volunteerIds]));

/** Who of these people has held a certificate of a course, whether or not it still counts. */
export async function listEverCertified(tx: Tx, volunteerIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ volunteerId: certificates.volunteerId })
    .from(certificates)
    .where(and(inArray(certificates.volunteerId, [...volunteerIds]), eq(certificates.kind, "course")));
  return new Set(rows.map(({ volunteerId }) => volunteerId));
}

/** Courses of the network with a date ahead. */
export async function listCourseIdsAhead(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: courseSessions.courseId })
    .from(courseSessions)
    .where(and(isNull(courseSessions.cancelledAt), gt(courseSessions.endsAt, now)));
  return rows.map(({ id }) => id);
}
