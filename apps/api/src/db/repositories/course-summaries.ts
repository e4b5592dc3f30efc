import { and, asc, eq, exists, gt, inArray, isNull, or, sql } from "drizzle-orm";
import type { CourseSummary } from "@augenhoehe/contract";
import {
  freeCoursePlaces,
  freeSeats,
  isCourseOver,
  isTopUpTopic,
  registrationState,
  topicsCountSince,
  waitingList,
  type CoursePlaces,
  type Enrolment,
  type RegistrationTimes,
} from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { providers } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { courseSessions, courseTrainers, courses, enrolments, sessionBookings } from "../schema/courses.ts";
import { curricula, curriculumModules } from "../schema/curricula.ts";
import { ENROLMENT_COLUMNS } from "./enrolments.ts";
import { countRaisedTopics } from "./top-ups.ts";

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
    .select({
      course: courses,
      organiser: providers.shortName,
      curriculumTitle: curricula.title,
      purpose: curricula.purpose,
      topicKey: curricula.topicKey,
    })
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
  const people = await listPeopleIn(tx, ids);
  const raised = await countRaisedTopics(tx, topicsCountSince(now), now);
  return rows
    .map(({ course, organiser, curriculumTitle, purpose, topicKey }) => {
      const own = sessions.filter(({ session }) => session.courseId === course.id);
      const lastSessionEndsAt = lastEnd(own.map(({ session }) => session));
      const places: CoursePlaces = {
        ...course,
        lastSessionEndsAt,
        sessions: own.map(({ session }) => session),
        ...peopleOf(people, course.id),
      };
      const count = (status: Enrolment["status"]) => places.enrolments.filter((row) => row.status === status).length;
      return {
        id: course.id,
        title: course.title,
        organiser,
        curriculumId: course.curriculumId,
        curriculumTitle,
        purpose,
        raisedMeetings: topicKey !== null && isTopUpTopic(topicKey) ? (raised.get(topicKey) ?? 0) : 0,
        places: course.places,
        enrolled: count("enrolled"),
        offered: count("offered"),
        waiting: count("waiting"),
        free: Math.max(0, freeCoursePlaces(places, now)),
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
          freeSeats: isAhead(course, session, now) ? Math.max(0, freeSeats(places, session.id)) : 0,
          attended: null,
          booking: null,
        })),
      };
    })
    .sort((a, b) => firstStart(a).localeCompare(firstStart(b)) || a.title.localeCompare(b.title));
}

interface PeopleIn {
  readonly enrolments: readonly (Enrolment & { readonly courseId: string })[];
  readonly bookings: readonly (CoursePlaces["bookings"][number] & { readonly courseId: string })[];
}

/** Who has, waits for or visits a place, in each of these courses. */
async function listPeopleIn(tx: Tx, courseIds: readonly string[]): Promise<PeopleIn> {
  const enrolled = await tx
    .select({ courseId: enrolments.courseId, volunteerId: enrolments.volunteerId, ...ENROLMENT_COLUMNS })
    .from(enrolments)
    .where(inArray(enrolments.courseId, [...courseIds]));
  const booked = await tx
    .select({
      courseId: courseSessions.courseId,
      sessionId: sessionBookings.sessionId,
      volunteerId: sessionBookings.volunteerId,
      kind: sessionBookings.kind,
    })
    .from(sessionBookings)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, sessionBookings.networkId), eq(courseSessions.id, sessionBookings.sessionId)),
    )
    .where(inArray(courseSessions.courseId, [...courseIds]));
  return { enrolments: enrolled, bookings: booked };
}

const peopleOf = ({ enrolments, bookings }: PeopleIn, id: string): Pick<CoursePlaces, "enrolments" | "bookings"> => ({
  enrolments: enrolments.filter(({ courseId }) => courseId === id),
  bookings: bookings.filter(({ courseId }) => courseId === id),
});

const isAhead = (
  course: { cancelledAt: Date | null },
  session: { cancelledAt: Date | null; startsAt: Date },
  now: Date,
): boolean => course.cancelledAt === null && session.cancelledAt === null && session.startsAt > now;

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

/** The courses a volunteer can still join, and all of their own, with their own enrolment, bookings and attendance. */
export async function readMyCourses(tx: Tx, volunteerId: string, now: Date): Promise<CourseSummary[]> {
  const mine = await tx
    .select({ courseId: enrolments.courseId, volunteerId: enrolments.volunteerId, ...ENROLMENT_COLUMNS })
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
  const bookings = await tx
    .select({ sessionId: sessionBookings.sessionId, courseId: courseSessions.courseId, kind: sessionBookings.kind })
    .from(sessionBookings)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, sessionBookings.networkId), eq(courseSessions.id, sessionBookings.sessionId)),
    )
    .where(eq(sessionBookings.volunteerId, volunteerId));
  const kept = mine.filter(({ status }) => status !== "cancelled");
  const ids = await listJoinableOr(
    tx,
    [...kept, ...marks, ...bookings].map(({ courseId }) => courseId),
    now,
  );
  const outlines = await outlineCourses(tx, ids, now);
  const attended = new Map(marks.map(({ sessionId, mark }) => [sessionId, mark === "present"]));
  const booked = new Map(bookings.map(({ sessionId, kind }) => [sessionId, kind]));
  const positions = await waitingPositions(tx, volunteerId, kept);
  return outlines.map(({ lastSessionEndsAt: _, ...course }) => {
    const own = mine.find(({ courseId }) => courseId === course.id);
    return {
      ...course,
      sessions: course.sessions.map((session) => ({
        ...session,
        attended: attended.get(session.id) ?? null,
        booking: booked.get(session.id) ?? null,
      })),
      myEnrolment: own === undefined ? null : toldEnrolment(own, positions.get(course.id) ?? null, now),
    };
  });
}

/** An offer whose time is over has lapsed, also before anybody took it off the list. */
export function toldEnrolment(own: Enrolment, position: number | null, now: Date): CourseSummary["myEnrolment"] {
  const isOver = own.offerExpiresAt !== null && own.offerExpiresAt <= now;
  return {
    status: isOver ? "waiting" : own.status,
    position,
    offerExpiresAt: isOver ? null : (own.offerExpiresAt?.toISOString() ?? null),
    lapsed: isOver || own.lapsedAt !== null,
  };
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

/** Where the volunteer stands on each waiting list, counting from 1. */
async function waitingPositions(
  tx: Tx,
  volunteerId: string,
  own: readonly { courseId: string; status: string }[],
): Promise<ReadonlyMap<string, number>> {
  const courseIds = own.filter(({ status }) => status === "waiting").map(({ courseId }) => courseId);
  const { enrolments: rows } = await listPeopleIn(tx, courseIds);
  return new Map(
    courseIds.map((id) => {
      const list = waitingList(rows.filter(({ courseId }) => courseId === id));
      return [id, list.findIndex((row) => row.volunteerId === volunteerId) + 1];
    }),
  );
}
