import { and, arrayContains, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import {
  attendedMinutes,
  courseProgress,
  type CourseProgress,
  type CurriculumModule,
  type SessionMark,
} from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { accounts } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions, courses } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";

export interface StoredCurriculum {
  readonly id: string;
  readonly title: string;
  readonly minHoursPercent: number;
  readonly modules: readonly (CurriculumModule & { readonly position: number })[];
}

const CURRICULUM_COLUMNS = { id: curricula.id, title: curricula.title, minHoursPercent: curricula.minHoursPercent };

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

/** How far each of these people has come in all courses of the curriculum together. */
export async function readProgress(
  tx: Tx,
  curriculum: StoredCurriculum,
  volunteerIds: readonly string[],
): Promise<ReadonlyMap<string, CourseProgress>> {
  const marks = new Map<string, SessionMark[]>(volunteerIds.map((id) => [id, []]));
  if (volunteerIds.length > 0) {
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
      .where(and(inArray(attendances.volunteerId, [...volunteerIds]), eq(courses.curriculumId, curriculum.id)));
    for (const { volunteerId, moduleKey, courseId, startsAt, endsAt, ...mark } of rows) {
      const minutes = attendedMinutes({ startsAt, endsAt }, mark);
      marks.get(volunteerId)?.push({ moduleKey, courseId, heldAt: startsAt, mark: mark.mark, minutes });
    }
  }
  return new Map([...marks].map(([id, own]) => [id, courseProgress(curriculum, own)]));
}

/** Accounts that can be named as trainers of a course. */
export const listTrainers = (tx: Tx) =>
  tx
    .select({ accountId: accounts.id, displayName: accounts.displayName })
    .from(accounts)
    .where(and(arrayContains(accounts.roles, ["trainer"]), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.displayName));
