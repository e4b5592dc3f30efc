import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { CourseSummary } from "@augenhoehe/contract";
import { isCourseOver, registrationState, type RegistrationTimes } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { providers } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions, courseTrainers, courses, enrolments } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";
import { countEnrolments } from "./enrolments.ts";

export type CourseOutline = Omit<CourseSummary, "myEnrolment"> & { readonly lastSessionEndsAt: Date | null };

export async function listAllCourseIds(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ id: courses.id }).from(courses);
  return rows.map(({ id }) => id);
}

export async function listCourseIdsOfTrainer(tx: Tx, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: courseTrainers.courseId })
    .from(courseTrainers)
    .where(eq(courseTrainers.accountId, accountId));
  return rows.map(({ id }) => id);
}

/** Courses as they are told to anybody who may know of them, the earliest first. */
export async function outlineCourses(tx: Tx, ids: readonly string[], now: Date): Promise<CourseOutline[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ course: courses, organiser: providers.shortName, curriculumTitle: curricula.title })
    .from(courses)
    .innerJoin(providers, and(eq(providers.networkId, courses.networkId), eq(providers.id, courses.providerId)))
    .innerJoin(curricula, and(eq(curricula.networkId, courses.networkId), eq(curricula.id, courses.curriculumId)))
    .where(inArray(courses.id, [...ids]));
  const sessions = await tx
    .select({ session: courseSessions, moduleTitle: curriculumModules.title })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .leftJoin(
      curriculumModules,
      and(
        eq(curriculumModules.networkId, courseSessions.networkId),
        eq(curriculumModules.curriculumId, courses.curriculumId),
        eq(curriculumModules.key, courseSessions.moduleKey),
      ),
    )
    .where(inArray(courseSessions.courseId, [...ids]))
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));
  const counts = new Map((await countEnrolments(tx, ids)).map((row) => [row.courseId, row]));
  return rows
    .map(({ course, organiser, curriculumTitle }) => {
      const own = sessions.filter(({ session }) => session.courseId === course.id);
      const lastSessionEndsAt = lastEnd(own.map(({ session }) => session));
      return {
        id: course.id,
        title: course.title,
        organiser,
        curriculumTitle,
        places: course.places,
        enrolled: counts.get(course.id)?.enrolled ?? 0,
        offered: counts.get(course.id)?.offered ?? 0,
        waiting: counts.get(course.id)?.waiting ?? 0,
        registration: toldRegistration(course, now),
        cancelled: course.cancelledAt !== null,
        over: isCourseOver({ ...course, lastSessionEndsAt }, now),
        lastSessionEndsAt,
        sessions: own.map(({ session, moduleTitle }) => ({
          id: session.id,
          moduleKey: session.moduleKey,
          moduleTitle: moduleTitle ?? session.moduleKey,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          place: session.place,
          cancelled: session.cancelledAt !== null,
          attended: null,
        })),
      };
    })
    .sort((a, b) => firstStart(a).localeCompare(firstStart(b)) || a.title.localeCompare(b.title));
}

function toldRegistration(course: RegistrationTimes, now: Date): CourseSummary["registration"] {
  const { state, opensAt, closesAt } = registrationState(course, now);
  return { state, opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
}

const firstStart = ({ sessions }: { sessions: readonly { startsAt: string }[] }): string =>
  sessions[0]?.startsAt ?? "9";

/** End of the last session that takes place. */
export function lastEnd(sessions: readonly { endsAt: Date; cancelledAt: Date | null }[]): Date | null {
  const ends = sessions.filter(({ cancelledAt }) => cancelledAt === null).map(({ endsAt }) => endsAt.getTime());
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

/** The courses a volunteer can still join, and all of their own, with their own enrolment and attendance. */
export async function readMyCourses(tx: Tx, volunteerId: string, now: Date): Promise<CourseSummary[]> {
  const mine = await tx
    .select({ courseId: enrolments.courseId, status: enrolments.status })
    .from(enrolments)
    .where(eq(enrolments.volunteerId, volunteerId));
  const marks = await tx
    .select({ sessionId: attendances.sessionId, courseId: courseSessions.courseId, mark: attendances.mark })
    .from(attendances)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
    )
    .where(eq(attendances.volunteerId, volunteerId));
  const kept = mine.filter(({ status }) => status !== "cancelled");
  const ids = await listJoinableOr(
    tx,
    [...kept, ...marks].map(({ courseId }) => courseId),
    now,
  );
  const outlines = await outlineCourses(tx, ids, now);
  const attended = new Map(marks.map(({ sessionId, mark }) => [sessionId, mark === "present"]));
  const positions = await waitingPositions(tx, volunteerId, kept);
  return outlines.map(({ lastSessionEndsAt: _, ...course }) => {
    const status = mine.find(({ courseId }) => courseId === course.id)?.status;
    return {
      ...course,
      sessions: course.sessions.map((session) => ({ ...session, attended: attended.get(session.id) ?? null })),
      myEnrolment: status === undefined ? null : { status, position: positions.get(course.id) ?? null },
    };
  });
}

async function listJoinableOr(tx: Tx, ownIds: readonly string[], now: Date): Promise<string[]> {
  const ahead = tx
    .select({ one: sql`1` })
    .from(courseSessions)
    .where(
      and(
        eq(courseSessions.networkId, courses.networkId),
        eq(courseSessions.courseId, courses.id),
        isNull(courseSessions.cancelledAt),
        gt(courseSessions.endsAt, now),
      ),
    );
  const rows = await tx
    .select({ id: courses.id })
    .from(courses)
    .where(or(and(isNull(courses.cancelledAt), exists(ahead)), inArray(courses.id, [...ownIds])));
  return rows.map(({ id }) => id);
}

/** How many stand before the volunteer on each waiting list, counting from 1. */
async function waitingPositions(
  tx: Tx,
  volunteerId: string,
  own: readonly { courseId: string; status: string }[],
): Promise<ReadonlyMap<string, number>> {
  const courseIds = own.filter(({ status }) => status === "waiting").map(({ courseId }) => courseId);
  const rows = await tx
    .select({ courseId: enrolments.courseId, volunteerId: enrolments.volunteerId })
    .from(enrolments)
    .where(and(inArray(enrolments.courseId, courseIds), eq(enrolments.status, "waiting")))
    .orderBy(asc(enrolments.queuedAt), asc(enrolments.volunteerId));
  return new Map(
    courseIds.map((id) => {
      const list = rows.filter(({ courseId }) => courseId === id);
      return [id, list.findIndex((row) => row.volunteerId === volunteerId) + 1];
    }),
  );
}
