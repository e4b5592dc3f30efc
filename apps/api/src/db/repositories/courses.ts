import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { accounts, networks, providers } from "../schema/platform.ts";
import { courseSessions, courseTrainers, courses } from "../schema/courses.ts";
import { curricula } from "../schema/curricula.ts";

export type CourseRow = typeof courses.$inferSelect;
export type CourseSessionRow = typeof courseSessions.$inferSelect;

/** Undefined for an id this network does not know. */
export async function findCourse(tx: Tx, id: string): Promise<CourseRow | undefined> {
  const [row] = await tx.select().from(courses).where(eq(courses.id, id));
  return row;
}

/** Places are given and given back under this lock: one after the other. */
export async function lockCourse(tx: Tx, id: string): Promise<CourseRow | undefined> {
  const [row] = await tx.select().from(courses).where(eq(courses.id, id)).for("update");
  return row;
}

export async function insertCourse(tx: Tx, row: Omit<typeof courses.$inferInsert, "networkId">): Promise<void> {
  await tx.insert(courses).values({ ...row, networkId: tx.networkId });
}

export async function updateCourseRow(
  tx: Tx,
  id: string,
  values: Partial<Omit<typeof courses.$inferInsert, "networkId" | "id">>,
): Promise<void> {
  await tx.update(courses).set(values).where(eq(courses.id, id));
}

/** In order of time; cancelled ones are among them. */
export const listCourseSessions = (tx: Tx, courseId: string): Promise<CourseSessionRow[]> =>
  tx
    .select()
    .from(courseSessions)
    .where(eq(courseSessions.courseId, courseId))
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));

export async function findCourseSession(tx: Tx, id: string): Promise<CourseSessionRow | undefined> {
  const [row] = await tx.select().from(courseSessions).where(eq(courseSessions.id, id));
  return row;
}

export async function insertCourseSession(
  tx: Tx,
  row: Omit<typeof courseSessions.$inferInsert, "networkId">,
): Promise<void> {
  await tx.insert(courseSessions).values({ ...row, networkId: tx.networkId });
}

export async function updateCourseSession(
  tx: Tx,
  id: string,
  values: Partial<Omit<typeof courseSessions.$inferInsert, "networkId" | "id">>,
): Promise<void> {
  await tx.update(courseSessions).set(values).where(eq(courseSessions.id, id));
}

export async function setCourseTrainers(tx: Tx, courseId: string, accountIds: readonly string[]): Promise<void> {
  await tx.delete(courseTrainers).where(eq(courseTrainers.courseId, courseId));
  const rows = [...new Set(accountIds)].map((accountId) => ({ networkId: tx.networkId, courseId, accountId }));
  if (rows.length > 0) await tx.insert(courseTrainers).values(rows);
}

export const listCourseTrainers = (tx: Tx, courseId: string) =>
  tx
    .select({ accountId: accounts.id, displayName: accounts.displayName })
    .from(courseTrainers)
    .innerJoin(
      accounts,
      and(eq(accounts.networkId, courseTrainers.networkId), eq(accounts.id, courseTrainers.accountId)),
    )
    .where(eq(courseTrainers.courseId, courseId))
    .orderBy(asc(accounts.displayName));

/** What a certificate and a calendar say about the network and who runs the course. */
export async function readCourseIssuer(tx: Tx, course: CourseRow) {
  const [row] = await tx
    .select({
      networkName: networks.name,
      city: networks.city,
      timeZone: networks.timeZone,
      issuer: providers.name,
      curriculumTitle: curricula.title,
    })
    .from(networks)
    .innerJoin(providers, and(eq(providers.networkId, networks.id), eq(providers.id, course.providerId)))
    .innerJoin(curricula, and(eq(curricula.networkId, networks.id), eq(curricula.id, course.curriculumId)))
    .where(eq(networks.id, tx.networkId));
  if (row === undefined) throw new Error("A course without network, provider or curriculum");
  return row;
}
