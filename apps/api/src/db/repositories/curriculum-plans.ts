import { and, asc, eq, exists, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { CurriculumModule } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions, courses, enrolments, sessionBookings } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";
import { volunteers } from "../schema/people.ts";

export type CurriculumRow = typeof curricula.$inferSelect;
export type ModuleRow = typeof curriculumModules.$inferSelect;
type Terms = Omit<typeof curricula.$inferInsert, "networkId" | "id">;

export const listCurriculumRows = (tx: Tx): Promise<CurriculumRow[]> => tx.select().from(curricula);

/** Undefined for an id this network does not know. */
export async function findCurriculumRow(tx: Tx, id: string): Promise<CurriculumRow | undefined> {
  const [row] = await tx.select().from(curricula).where(eq(curricula.id, id));
  return row;
}

/** One change at a time; courses that are being planned by it wait, and are waited for. */
export async function lockCurriculumRow(tx: Tx, id: string): Promise<CurriculumRow | undefined> {
  const [row] = await tx.select().from(curricula).where(eq(curricula.id, id)).for("update");
  return row;
}

/** In their order, those that were taken out among them. */
export const listModuleRows = (tx: Tx, curriculumIds: readonly string[]): Promise<ModuleRow[]> =>
  tx
    .select()
    .from(curriculumModules)
    .where(inArray(curriculumModules.curriculumId, [...curriculumIds]))
    .orderBy(asc(curriculumModules.position), asc(curriculumModules.key));

/** Every module a curriculum has or had. */
export async function listKnownModules(tx: Tx, curriculumId: string) {
  const rows = await listModuleRows(tx, [curriculumId]);
  return rows.map(({ key, retiredAt }) => ({ key, retired: retiredAt !== null }));
}

export async function insertCurriculum(
  tx: Tx,
  row: Terms & { id: string },
  modules: readonly CurriculumModule[],
): Promise<void> {
  await tx.insert(curricula).values({ ...row, networkId: tx.networkId });
  await saveModules(tx, row.id, modules);
}

export async function updateCurriculumRow(tx: Tx, id: string, values: Partial<Terms>): Promise<void> {
  await tx.update(curricula).set(values).where(eq(curricula.id, id));
}

/** New ones are added, known ones changed in place; one that had been taken out counts again. */
export async function saveModules(tx: Tx, curriculumId: string, modules: readonly CurriculumModule[]): Promise<void> {
  for (const [position, { key, ...values }] of modules.entries()) {
    const columns = { ...values, position, retiredAt: null };
    await tx
      .insert(curriculumModules)
      .values({ networkId: tx.networkId, curriculumId, key, ...columns })
      .onConflictDoUpdate({
        target: [curriculumModules.networkId, curriculumModules.curriculumId, curriculumModules.key],
        set: columns,
      });
  }
}

export async function retireModules(tx: Tx, curriculumId: string, keys: readonly string[], at: Date): Promise<void> {
  await tx
    .update(curriculumModules)
    .set({ retiredAt: at })
    .where(and(eq(curriculumModules.curriculumId, curriculumId), inArray(curriculumModules.key, [...keys])));
}

/** In one statement, so that two people choosing at once leave exactly one. */
export async function markStandard(tx: Tx, id: string): Promise<void> {
  await tx
    .update(curricula)
    .set({ isStandard: sql`${curricula.id} = ${id}` })
    .where(eq(curricula.purpose, "course"));
}

const isAhead = (now: Date) =>
  and(isNull(courses.cancelledAt), isNull(courseSessions.cancelledAt), gt(courseSessions.endsAt, now));

const ofTheCourse = and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId));

/** How many courses of each curriculum are neither over nor cancelled. */
export async function countCoursesAhead(tx: Tx, now: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .select({ id: courses.curriculumId, count: sql<number>`count(distinct ${courses.id})::int` })
    .from(courseSessions)
    .innerJoin(courses, ofTheCourse)
    .where(isAhead(now))
    .groupBy(courses.curriculumId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Modules that a session ahead is planned for. */
export async function listModuleKeysAhead(tx: Tx, curriculumId: string, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ key: courseSessions.moduleKey })
    .from(courseSessions)
    .innerJoin(courses, ofTheCourse)
    .where(and(eq(courses.curriculumId, curriculumId), isAhead(now)));
  return new Set(rows.map(({ key }) => key));
}

export async function hasCourses(tx: Tx, curriculumId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.curriculumId, curriculumId))
    .limit(1);
  return row !== undefined;
}

/**
 * Sessions ahead that people without a certificate have a place in: of their course, but for those they cannot come
 * to, and as guests.
 */
export const listSessionsAhead = (tx: Tx, curriculumId: string, now: Date) =>
  tx
    .select({
      volunteerId: volunteers.id,
      courseId: courses.id,
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
    })
    .from(courseSessions)
    .innerJoin(courses, ofTheCourse)
    .innerJoin(
      enrolments,
      and(eq(enrolments.networkId, courses.networkId), eq(enrolments.courseId, courses.id), hasPlace),
    )
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, enrolments.networkId), eq(volunteers.id, enrolments.volunteerId)),
    )
    .leftJoin(
      sessionBookings,
      and(
        eq(sessionBookings.networkId, courseSessions.networkId),
        eq(sessionBookings.sessionId, courseSessions.id),
        eq(sessionBookings.volunteerId, enrolments.volunteerId),
      ),
    )
    .where(and(eq(courses.curriculumId, curriculumId), isAhead(now), isOnTheWay, isNull(sessionBookings.kind)))
    .unionAll(
      tx
        .select({
          volunteerId: volunteers.id,
          courseId: courses.id,
          moduleKey: courseSessions.moduleKey,
          startsAt: courseSessions.startsAt,
          endsAt: courseSessions.endsAt,
        })
        .from(courseSessions)
        .innerJoin(courses, ofTheCourse)
        .innerJoin(
          sessionBookings,
          and(
            eq(sessionBookings.networkId, courseSessions.networkId),
            eq(sessionBookings.sessionId, courseSessions.id),
            eq(sessionBookings.kind, "guest"),
          ),
        )
        .innerJoin(
          volunteers,
          and(eq(volunteers.networkId, sessionBookings.networkId), eq(volunteers.id, sessionBookings.volunteerId)),
        )
        .where(and(eq(courses.curriculumId, curriculumId), isAhead(now), isOnTheWay)),
    );

const hasPlace = inArray(enrolments.status, ["enrolled", "offered"]);
const isOnTheWay = and(isNull(volunteers.certificateId), ne(volunteers.status, "left"));

/** People without a certificate who attended something of the curriculum. */
export async function listPeopleOnTheWay(tx: Tx, curriculumId: string): Promise<string[]> {
  const attended = tx
    .select({ one: sql`1` })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .innerJoin(courses, ofTheCourse)
    .where(
      and(
        eq(attendances.networkId, volunteers.networkId),
        eq(attendances.volunteerId, volunteers.id),
        eq(attendances.mark, "present"),
        eq(courses.curriculumId, curriculumId),
      ),
    );
  const rows = await tx
    .select({ id: volunteers.id })
    .from(volunteers)
    .where(and(isOnTheWay, exists(attended)));
  return rows.map(({ id }) => id);
}
