import { and, eq, gt, inArray, isNull, lt, ne } from "drizzle-orm";
import type { OccupiedTime } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { courseSessions, courseTrainers, courses } from "../schema/courses.ts";
import { stammtische } from "../schema/stammtische.ts";

export interface Window {
  readonly from: Date;
  readonly until: Date;
  /** The course that is being planned. */
  readonly exceptCourseId: string | null;
}

/** What takes place in the network meanwhile: dates of other courses, with who trains there, and Stammtische. */
export async function listOccupiedTimes(tx: Tx, window: Window): Promise<OccupiedTime[]> {
  return [...(await datesOfCourses(tx, window)), ...(await meetings(tx, window))];
}

async function datesOfCourses(tx: Tx, { from, until, exceptCourseId }: Window): Promise<OccupiedTime[]> {
  const rows = await tx
    .select({
      courseId: courses.id,
      title: courses.title,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      place: courseSessions.place,
    })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .where(
      and(
        isNull(courseSessions.cancelledAt),
        isNull(courses.cancelledAt),
        gt(courseSessions.endsAt, from),
        lt(courseSessions.startsAt, until),
        exceptCourseId === null ? undefined : ne(courses.id, exceptCourseId),
      ),
    )
    .orderBy(courseSessions.startsAt, courseSessions.id);
  const ids = [...new Set(rows.map(({ courseId }) => courseId))];
  const trainers = await tx.select().from(courseTrainers).where(inArray(courseTrainers.courseId, ids));
  return rows.map(({ courseId, ...row }) => ({
    ...row,
    kind: "course",
    trainerIds: trainers.filter((trainer) => trainer.courseId === courseId).map(({ accountId }) => accountId),
  }));
}

async function meetings(tx: Tx, { from, until }: Window): Promise<OccupiedTime[]> {
  const rows = await tx
    .select({ startsAt: stammtische.startsAt, endsAt: stammtische.endsAt, place: stammtische.place })
    .from(stammtische)
    .where(and(isNull(stammtische.cancelledAt), gt(stammtische.endsAt, from), lt(stammtische.startsAt, until)))
    .orderBy(stammtische.startsAt, stammtische.id);
  return rows.map((row) => ({ ...row, kind: "stammtisch", trainerIds: [] }));
}
