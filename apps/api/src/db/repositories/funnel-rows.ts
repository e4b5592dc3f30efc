import { and, eq, gt, gte, inArray, isNull, ne, sql, type SQL } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";
import { volunteers } from "../schema/people.ts";
import { ELIGIBILITY_COLUMNS, type CurrentVersions } from "./eligibility.ts";

/** Everybody of a provider who signed up since then; null: ever. */
export interface Cohort {
  readonly providerId: string;
  readonly since: Date | null;
}

const inCohort = ({ providerId, since }: Cohort) =>
  and(eq(volunteers.providerId, providerId), since === null ? undefined : gte(volunteers.createdAt, since));

/** Everybody of the cohort. */
export const listWayPeople = (tx: Tx, cohort: Cohort) =>
  tx
    .select({
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      signedUpAt: volunteers.createdAt,
      ...ELIGIBILITY_COLUMNS,
    })
    .from(volunteers)
    .where(inCohort(cohort));

/** What leaves a time: asking for a place, the log's entry about it, certificate and declarations. */
export type Trace = "place" | "place_logged" | "certificate" | "secrecy" | "agreement";

/** What is in the log when somebody gets a place, whichever way. */
const PLACE_ACTIONS = ["course_enrolled", "course_moved_up", "course_offer_taken"];

/**
 * The first time of each trace, by person. Read side by side and put together by the caller: joined to one another, a
 * database that knows little of its tables yet compares everybody with everybody.
 */
export async function listWayTraces(
  tx: Tx,
  current: CurrentVersions,
  now: Date,
): Promise<{ volunteerId: string; trace: Trace; atMs: number }[]> {
  const first = (column: string): SQL =>
    sql`(extract(epoch from min(${sql.identifier(column)})) * 1000)::float8 as "atMs"`;
  const { rows } = await tx.execute<{ volunteerId: string; trace: Trace; atMs: number }>(sql`
    select e.volunteer_id as "volunteerId", 'place' as trace, ${first("queued_at")}
      from enrolments e
        join courses c on c.network_id = e.network_id and c.id = e.course_id
        join curricula k on k.network_id = c.network_id and k.id = c.curriculum_id
      where e.status = 'enrolled' and c.cancelled_at is null and k.purpose = 'course' group by e.volunteer_id
    union all
    select subject_id, 'place_logged', ${first("at")} from activities
      where action = any(${sql.param(PLACE_ACTIONS)}::text[]) and subject_id is not null group by subject_id
    union all
    select c.volunteer_id, 'certificate', ${first("issued_at")}
      from certificates c join curricula k on k.network_id = c.network_id and k.id = c.curriculum_id
      where k.purpose = 'course' and c.revoked_at is null and (c.valid_until is null or c.valid_until > ${now})
      group by c.volunteer_id
    union all
    select volunteer_id, kind, ${first("signed_at")} from signed_declarations
      where (kind = 'secrecy' and version = ${current.secrecy}) or (kind = 'agreement' and version = ${current.agreement})
      group by volunteer_id, kind`);
  return rows;
}

/** Who was present at which session, of everybody in the network; their sessions are read apart, being few. */
export const listPresences = (tx: Tx) =>
  tx
    .select({
      volunteerId: attendances.volunteerId,
      sessionId: attendances.sessionId,
      lateMinutes: attendances.lateMinutes,
      leftEarlyMinutes: attendances.leftEarlyMinutes,
    })
    .from(attendances)
    .where(eq(attendances.mark, "present"));
export type Presence = Awaited<ReturnType<typeof listPresences>>[number];

/** The sessions of courses that end in a certificate, by id. */
export async function readCertifyingSessions(tx: Tx) {
  const rows = await tx
    .select({
      id: courseSessions.id,
      curriculumId: courses.curriculumId,
      courseId: courses.id,
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
    })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(eq(curricula.purpose, "course"));
  return new Map(rows.map((row) => [row.id, row]));
}
export type CertifyingSession =
  Awaited<ReturnType<typeof readCertifyingSessions>> extends Map<string, infer Session> ? Session : never;

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
