import { and, arrayContains, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, notExists, sql } from "drizzle-orm";
import {
  attendedMinutes,
  courseProgress,
  type CourseProgress,
  type CurriculumModule,
  type CurriculumPurpose,
  type SessionMark,
} from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { accounts } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courseSessions, courses, enrolments } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";

export interface StoredCurriculum {
  readonly id: string;
  readonly title: string;
  readonly purpose: CurriculumPurpose;
  readonly unitMinutes: number;
  readonly minHoursPercent: number;
  /** With placeholders, see `certificateWording`; empty means the usual wording. */
  readonly certificateText: string;
  /** Null: a certificate of it is valid without end. */
  readonly validityMonths: number | null;
  readonly modules: readonly (CurriculumModule & { readonly position: number })[];
}

const CURRICULUM_COLUMNS = {
  id: curricula.id,
  title: curricula.title,
  purpose: curricula.purpose,
  unitMinutes: curricula.unitMinutes,
  minHoursPercent: curricula.minHoursPercent,
  certificateText: curricula.certificateText,
  validityMonths: curricula.validityMonths,
};

/** The network's own curriculum: the one marked as standard, else the first that was set up. Undefined before there is one. */
export async function findNetworkCurriculum(tx: Tx): Promise<StoredCurriculum | undefined> {
  const [row] = await tx
    .select(CURRICULUM_COLUMNS)
    .from(curricula)
    .where(and(eq(curricula.purpose, "course"), isNull(curricula.archivedAt)))
    .orderBy(desc(curricula.isStandard), asc(curricula.createdAt), asc(curricula.id))
    .limit(1);
  return row === undefined ? undefined : { ...row, modules: await listModules(tx, row.id) };
}

export async function readCurriculumOf(tx: Tx, curriculumId: string): Promise<StoredCurriculum> {
  const [row] = await tx.select(CURRICULUM_COLUMNS).from(curricula).where(eq(curricula.id, curriculumId));
  if (row === undefined) throw new Error("A course without curriculum");
  return { ...row, modules: await listModules(tx, row.id) };
}

/**
 * What sessions are planned by, the usual one for null; undefined for an unknown or archived id. Held until the
 * transaction ends: no module is taken out while sessions of it are being planned.
 */
export async function holdCurriculum(tx: Tx, curriculumId: string | null): Promise<StoredCurriculum | undefined> {
  const id = curriculumId ?? (await findNetworkCurriculum(tx))?.id;
  if (id === undefined) return undefined;
  const [row] = await tx
    .select(CURRICULUM_COLUMNS)
    .from(curricula)
    .where(and(eq(curricula.id, id), isNull(curricula.archivedAt)))
    .for("share");
  return row === undefined ? undefined : { ...row, modules: await listModules(tx, row.id) };
}

/**
 * What a volunteer is on the way through: the curriculum of the course they last enrolled in or attended, which may be
 * another than the usual one by now.
 */
export async function findCurriculumOfVolunteer(tx: Tx, volunteerId: string): Promise<StoredCurriculum | undefined> {
  const mine = tx
    .select({ courseId: enrolments.courseId, at: enrolments.queuedAt })
    .from(enrolments)
    .where(and(eq(enrolments.volunteerId, volunteerId), ne(enrolments.status, "cancelled")))
    .union(
      tx
        .select({ courseId: courseSessions.courseId, at: attendances.markedAt })
        .from(attendances)
        .innerJoin(
          courseSessions,
          and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
        )
        .where(eq(attendances.volunteerId, volunteerId)),
    )
    .as("mine");
  const [row] = await tx
    .select(CURRICULUM_COLUMNS)
    .from(mine)
    .innerJoin(courses, eq(courses.id, mine.courseId))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(and(eq(curricula.purpose, "course"), isNull(courses.cancelledAt)))
    .orderBy(desc(mine.at), asc(curricula.id))
    .limit(1);
  return row === undefined ? findNetworkCurriculum(tx) : { ...row, modules: await listModules(tx, row.id) };
}

const listModules = (tx: Tx, curriculumId: string) =>
  tx
    .select({
      key: curriculumModules.key,
      position: curriculumModules.position,
      title: curriculumModules.title,
      topics: curriculumModules.topics,
      hours: curriculumModules.hours,
      language: curriculumModules.language,
      compulsory: curriculumModules.compulsory,
    })
    .from(curriculumModules)
    .where(and(eq(curriculumModules.curriculumId, curriculumId), isNull(curriculumModules.retiredAt)))
    .orderBy(asc(curriculumModules.position));

/**
 * How far each of these people has come in all courses of the curriculum together. `begunBy` leaves out sessions ahead
 * that were marked early.
 */
export async function readProgress(
  tx: Tx,
  curriculum: StoredCurriculum,
  volunteerIds: readonly string[],
  begunBy?: Date,
): Promise<ReadonlyMap<string, CourseProgress>> {
  const marks = await readMarks(tx, curriculum.id, volunteerIds);
  const hasBegun = ({ heldAt }: SessionMark): boolean => begunBy === undefined || heldAt <= begunBy;
  return new Map([...marks].map(([id, own]) => [id, courseProgress(curriculum, own.filter(hasBegun))]));
}

/** Every mark of these people in courses of the curriculum; what led to a certificate that has expired counts no more. */
export async function readMarks(
  tx: Tx,
  curriculumId: string,
  volunteerIds: readonly string[],
): Promise<Map<string, SessionMark[]>> {
  const marks = new Map<string, SessionMark[]>(volunteerIds.map((id) => [id, []]));
  if (volunteerIds.length === 0) return marks;
  const rows = await tx
    .select({
      volunteerId: attendances.volunteerId,
      moduleKey: courseSessions.moduleKey,
      courseId: courseSessions.courseId,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      mark: attendances.mark,
      lateMinutes: attendances.lateMinutes,
      leftEarlyMinutes: attendances.leftEarlyMinutes,
    })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .where(
      and(
        inArray(attendances.volunteerId, [...volunteerIds]),
        eq(courses.curriculumId, curriculumId),
        notExists(certificateThatHasExpired(tx)),
      ),
    );
  for (const { volunteerId, moduleKey, courseId, startsAt, endsAt, ...mark } of rows) {
    const minutes = attendedMinutes({ startsAt, endsAt }, mark);
    marks.get(volunteerId)?.push({ moduleKey, courseId, heldAt: startsAt, mark: mark.mark, minutes });
  }
  return marks;
}

/** Issued for the attendance of the outer query, of limited validity, and no longer what its holder has. */
const certificateThatHasExpired = (tx: Tx) =>
  tx
    .select({ one: sql`1` })
    .from(certificates)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, certificates.networkId), eq(volunteers.id, certificates.volunteerId)),
    )
    .where(
      and(
        eq(certificates.networkId, attendances.networkId),
        eq(certificates.volunteerId, attendances.volunteerId),
        eq(certificates.curriculumId, courses.curriculumId),
        gt(certificates.issuedAt, courseSessions.startsAt),
        isNotNull(certificates.validUntil),
        isNull(certificates.revokedAt),
        isNull(certificates.replacedAt),
        sql`${volunteers.certificateId} is distinct from ${certificates.id}`,
      ),
    );

/** Accounts that can be named as trainers of a course. */
export const listTrainers = (tx: Tx) =>
  tx
    .select({ accountId: accounts.id, displayName: accounts.displayName })
    .from(accounts)
    .where(and(arrayContains(accounts.roles, ["trainer"]), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.displayName));
