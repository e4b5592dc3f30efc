import { and, asc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Commitment, ExpectedSession, SessionBooking } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { courseSessions, courses, enrolments, sessionBookings } from "../schema/courses.ts";
import { volunteers } from "../schema/people.ts";
import type { CourseSessionRow } from "./courses.ts";
import { PARTICIPANT_COLUMNS } from "./enrolments.ts";

const ofSession = and(
  eq(courseSessions.networkId, sessionBookings.networkId),
  eq(courseSessions.id, sessionBookings.sessionId),
);

const ofCourse = and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId));

/** Guests and excused people of all sessions of a course, with whom they are. */
export const listSessionBookings = (tx: Tx, courseId: string) =>
  tx
    .select({
      ...PARTICIPANT_COLUMNS,
      sessionId: sessionBookings.sessionId,
      kind: sessionBookings.kind,
      createdAt: sessionBookings.createdAt,
    })
    .from(sessionBookings)
    .innerJoin(courseSessions, ofSession)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, sessionBookings.networkId), eq(volunteers.id, sessionBookings.volunteerId)),
    )
    .where(eq(courseSessions.courseId, courseId))
    .orderBy(asc(sessionBookings.createdAt), asc(volunteers.id));

export async function insertSessionBooking(tx: Tx, row: SessionBooking, createdAt: Date): Promise<void> {
  await tx.insert(sessionBookings).values({ ...row, networkId: tx.networkId, createdAt });
}

export async function deleteSessionBooking(tx: Tx, { sessionId, volunteerId, kind }: SessionBooking): Promise<void> {
  await tx
    .delete(sessionBookings)
    .where(
      and(
        eq(sessionBookings.sessionId, sessionId),
        eq(sessionBookings.volunteerId, volunteerId),
        eq(sessionBookings.kind, kind),
      ),
    );
}

/** What one person told about sessions, in every course. */
export const listBookingsOf = (tx: Tx, volunteerId: string) =>
  tx
    .select({
      sessionId: sessionBookings.sessionId,
      kind: sessionBookings.kind,
      courseId: courseSessions.courseId,
      curriculumId: courses.curriculumId,
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
    })
    .from(sessionBookings)
    .innerJoin(courseSessions, ofSession)
    .innerJoin(courses, ofCourse)
    .where(eq(sessionBookings.volunteerId, volunteerId))
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));

/** Where these people are expected from now on: by a place or an offered one, unless excused, and as guests. */
export async function listCommitments(tx: Tx, volunteerIds: readonly string[], now: Date): Promise<Commitment[]> {
  if (volunteerIds.length === 0) return [];
  const columns = {
    sessionId: courseSessions.id,
    courseId: courses.id,
    courseTitle: courses.title,
    startsAt: courseSessions.startsAt,
    endsAt: courseSessions.endsAt,
  };
  const isAhead = and(isNull(courseSessions.cancelledAt), isNull(courses.cancelledAt), gt(courseSessions.endsAt, now));
  const byPlace = await tx
    .select({ volunteerId: enrolments.volunteerId, ...columns })
    .from(enrolments)
    .innerJoin(courses, and(eq(courses.networkId, enrolments.networkId), eq(courses.id, enrolments.courseId)))
    .innerJoin(courseSessions, ofCourse)
    .leftJoin(
      sessionBookings,
      and(ofSession, eq(sessionBookings.volunteerId, enrolments.volunteerId), eq(sessionBookings.kind, "excused")),
    )
    .where(
      and(
        inArray(enrolments.volunteerId, [...volunteerIds]),
        inArray(enrolments.status, ["enrolled", "offered"]),
        isNull(sessionBookings.sessionId),
        isAhead,
      ),
    );
  const asGuest = await tx
    .select({ volunteerId: sessionBookings.volunteerId, ...columns })
    .from(sessionBookings)
    .innerJoin(courseSessions, ofSession)
    .innerJoin(courses, ofCourse)
    .where(and(inArray(sessionBookings.volunteerId, [...volunteerIds]), eq(sessionBookings.kind, "guest"), isAhead));
  return [...byPlace, ...asGuest].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Every session of a curriculum that somebody was or is to come to, by a place or as a guest. */
export async function listExpectedSessions(
  tx: Tx,
  volunteerId: string,
  curriculumId: string,
): Promise<ExpectedSession[]> {
  const own = alias(enrolments, "own_enrolment");
  const rows = await tx
    .select({
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      cancelledAt: courseSessions.cancelledAt,
      courseCancelledAt: courses.cancelledAt,
      booking: sessionBookings.kind,
      status: own.status,
    })
    .from(courseSessions)
    .innerJoin(courses, ofCourse)
    .leftJoin(
      own,
      and(
        eq(own.networkId, courseSessions.networkId),
        eq(own.courseId, courseSessions.courseId),
        eq(own.volunteerId, volunteerId),
        eq(own.status, "enrolled"),
      ),
    )
    .leftJoin(sessionBookings, and(ofSession, eq(sessionBookings.volunteerId, volunteerId)))
    .where(eq(courses.curriculumId, curriculumId));
  return rows
    .filter(({ status, booking }) => status !== null || booking === "guest")
    .map(({ cancelledAt, courseCancelledAt, status: _, ...session }) => ({
      ...session,
      cancelled: cancelledAt !== null || courseCancelledAt !== null,
      courseCancelled: courseCancelledAt !== null,
    }));
}

/** Who is to come to another session of this session's module that is not over, by a place or as a guest. */
export async function listPeoplePlannedElsewhere(
  tx: Tx,
  { session, curriculumId, now }: { session: CourseSessionRow; curriculumId: string; now: Date },
): Promise<ReadonlySet<string>> {
  const elsewhere = and(
    eq(courses.curriculumId, curriculumId),
    eq(courseSessions.moduleKey, session.moduleKey),
    ne(courseSessions.id, session.id),
    gt(courseSessions.endsAt, now),
    isNull(courseSessions.cancelledAt),
    isNull(courses.cancelledAt),
  );
  const guests = await tx
    .select({ volunteerId: sessionBookings.volunteerId })
    .from(sessionBookings)
    .innerJoin(courseSessions, ofSession)
    .innerJoin(courses, ofCourse)
    .where(and(elsewhere, eq(sessionBookings.kind, "guest")));
  const placed = await tx
    .select({ volunteerId: enrolments.volunteerId })
    .from(enrolments)
    .innerJoin(
      courseSessions,
      and(eq(courseSessions.networkId, enrolments.networkId), eq(courseSessions.courseId, enrolments.courseId)),
    )
    .innerJoin(courses, ofCourse)
    .leftJoin(sessionBookings, and(ofSession, eq(sessionBookings.volunteerId, enrolments.volunteerId)))
    .where(and(elsewhere, eq(enrolments.status, "enrolled"), isNull(sessionBookings.kind)));
  return new Set([...guests, ...placed].map(({ volunteerId }) => volunteerId));
}

/** Sessions ahead of a module in every course of the curriculum in which the person has no place. */
export const listOtherSessions = (
  tx: Tx,
  {
    volunteerId,
    curriculumId,
    moduleKeys,
    now,
  }: { volunteerId: string; curriculumId: string; moduleKeys: readonly string[]; now: Date },
) => {
  const places = tx
    .select({ courseId: enrolments.courseId })
    .from(enrolments)
    .where(and(eq(enrolments.volunteerId, volunteerId), inArray(enrolments.status, ["enrolled", "offered"])))
    .as("own_places");
  return tx
    .select({
      sessionId: courseSessions.id,
      courseId: courses.id,
      courseTitle: courses.title,
      moduleKey: courseSessions.moduleKey,
      startsAt: courseSessions.startsAt,
      endsAt: courseSessions.endsAt,
      place: courseSessions.place,
    })
    .from(courseSessions)
    .innerJoin(courses, ofCourse)
    .leftJoin(places, eq(places.courseId, courses.id))
    .where(
      and(
        eq(courses.curriculumId, curriculumId),
        inArray(courseSessions.moduleKey, [...moduleKeys]),
        isNull(courses.cancelledAt),
        isNull(courseSessions.cancelledAt),
        gt(courseSessions.startsAt, now),
        isNull(places.courseId),
      ),
    )
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));
};
