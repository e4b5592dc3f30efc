import { and, asc, eq, gt, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import { calendarEntries } from "../schema/calendar-entries.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";
import { curriculumModules } from "../schema/curricula.ts";
import { volunteers } from "../schema/people.ts";
import { stammtischAnswers, stammtische } from "../schema/stammtische.ts";

export type ToldEntry = Pick<
  typeof calendarEntries.$inferSelect,
  "volunteerId" | "subjectId" | "subject" | "fingerprint" | "cancelled" | "sequence" | "changedAt"
>;

const TOLD = {
  fingerprint: calendarEntries.fingerprint,
  sequence: calendarEntries.sequence,
  changedAt: calendarEntries.changedAt,
};

/** What a course session is made of in a calendar. */
export const SESSION_IN_CALENDAR = {
  id: courseSessions.id,
  startsAt: courseSessions.startsAt,
  endsAt: courseSessions.endsAt,
  place: courseSessions.place,
  sequence: courseSessions.sequence,
  cancelledAt: courseSessions.cancelledAt,
  courseTitle: courses.title,
  courseCreatedAt: courses.createdAt,
  moduleTitle: sql<string>`coalesce(${curriculumModules.title}, ${courseSessions.moduleKey})`,
  topics: sql<string>`coalesce(${curriculumModules.topics}, '')`,
};
export type SessionInCalendar = Awaited<ReturnType<typeof listSessionsForCalendar>>[number];

const ofCourse = and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId));
const ofModule = and(
  eq(curriculumModules.networkId, courses.networkId),
  eq(curriculumModules.curriculumId, courses.curriculumId),
  eq(curriculumModules.key, courseSessions.moduleKey),
);

/** The sessions of a course, or one session, as they are for everybody. */
export const listSessionsForCalendar = (tx: Tx, { courseId, sessionId }: { courseId?: string; sessionId?: string }) =>
  tx
    .select(SESSION_IN_CALENDAR)
    .from(courseSessions)
    .innerJoin(courses, ofCourse)
    .leftJoin(curriculumModules, ofModule)
    .where(
      and(
        courseId === undefined ? undefined : eq(courseSessions.courseId, courseId),
        sessionId === undefined ? undefined : eq(courseSessions.id, sessionId),
      ),
    )
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));

interface Wanted {
  /** Only the sessions of these courses. */
  readonly courseIds: readonly string[] | undefined;
  /** What was told to be cancelled before this is forgotten. */
  readonly cancelledSince: Date;
}

/**
 * Sessions these people come to, and those their calendars were told of before; `theirs` says whether they still come.
 */
export async function listPersonalSessions(
  tx: Tx,
  volunteerIds: readonly string[],
  { courseIds, cancelledSince }: Wanted,
) {
  const people = [...volunteerIds];
  const concerned = tx.$with("concerned").as(
    union(
      tx
        .select({ volunteerId: enrolments.volunteerId, sessionId: courseSessions.id })
        .from(enrolments)
        .innerJoin(
          courseSessions,
          and(eq(courseSessions.networkId, enrolments.networkId), eq(courseSessions.courseId, enrolments.courseId)),
        )
        .where(and(inArray(enrolments.volunteerId, people), eq(enrolments.status, "enrolled"))),
      tx
        .select({ volunteerId: sessionBookings.volunteerId, sessionId: sessionBookings.sessionId })
        .from(sessionBookings)
        .where(and(inArray(sessionBookings.volunteerId, people), eq(sessionBookings.kind, "guest"))),
      tx
        .select({ volunteerId: calendarEntries.volunteerId, sessionId: calendarEntries.subjectId })
        .from(calendarEntries)
        .where(
          and(
            inArray(calendarEntries.volunteerId, people),
            eq(calendarEntries.subject, "session"),
            or(eq(calendarEntries.cancelled, false), gte(calendarEntries.changedAt, cancelledSince)),
          ),
        ),
    ),
  );
  return tx
    .with(concerned)
    .select({
      volunteerId: concerned.volunteerId,
      locale: volunteers.locale,
      session: SESSION_IN_CALENDAR,
      theirs: sql<boolean>`coalesce(${sessionBookings.kind} = 'guest', false)
        or (coalesce(${enrolments.status} = 'enrolled', false) and ${sessionBookings.kind} is distinct from 'excused')`,
      told: TOLD,
    })
    .from(concerned)
    .innerJoin(volunteers, eq(volunteers.id, concerned.volunteerId))
    .innerJoin(courseSessions, eq(courseSessions.id, concerned.sessionId))
    .innerJoin(courses, ofCourse)
    .leftJoin(curriculumModules, ofModule)
    .leftJoin(
      enrolments,
      and(eq(enrolments.courseId, courseSessions.courseId), eq(enrolments.volunteerId, concerned.volunteerId)),
    )
    .leftJoin(
      sessionBookings,
      and(eq(sessionBookings.sessionId, courseSessions.id), eq(sessionBookings.volunteerId, concerned.volunteerId)),
    )
    .leftJoin(
      calendarEntries,
      and(eq(calendarEntries.subjectId, courseSessions.id), eq(calendarEntries.volunteerId, concerned.volunteerId)),
    )
    .where(courseIds === undefined ? undefined : inArray(courseSessions.courseId, [...courseIds]))
    .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id));
}

/** Stammtisch dates of somebody's provider that are ahead, were answered, or were told to their calendar. */
export const listPersonalStammtische = (tx: Tx, { id, providerId }: { id: string; providerId: string }, now: Date) =>
  tx
    .select({ stammtisch: stammtische, answer: stammtischAnswers.answer, told: TOLD })
    .from(stammtische)
    .leftJoin(
      stammtischAnswers,
      and(eq(stammtischAnswers.stammtischId, stammtische.id), eq(stammtischAnswers.volunteerId, id)),
    )
    .leftJoin(calendarEntries, and(eq(calendarEntries.subjectId, stammtische.id), eq(calendarEntries.volunteerId, id)))
    .where(
      or(
        and(
          eq(stammtische.providerId, providerId),
          or(gt(stammtische.endsAt, now), isNotNull(stammtischAnswers.answer)),
        ),
        isNotNull(calendarEntries.subjectId),
      ),
    )
    .orderBy(asc(stammtische.startsAt), asc(stammtische.id));

/**
 * Keeps what is being told, in one statement for any number of entries. Answers how many it was first to tell: fewer
 * than given means that somebody else told them meanwhile.
 */
export async function saveTold(tx: Tx, entries: readonly ToldEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = entries.map((entry) => ({
    network_id: tx.networkId,
    volunteer_id: entry.volunteerId,
    subject_id: entry.subjectId,
    subject: entry.subject,
    fingerprint: entry.fingerprint,
    cancelled: entry.cancelled,
    sequence: entry.sequence,
    changed_at: entry.changedAt,
  }));
  const result = await tx.execute(sql`
    insert into ${calendarEntries}
    select * from jsonb_populate_recordset(null::${calendarEntries}, ${JSON.stringify(rows)}::jsonb)
    order by volunteer_id, subject_id
    on conflict (network_id, volunteer_id, subject_id) do update set
      fingerprint = excluded.fingerprint, cancelled = excluded.cancelled,
      sequence = excluded.sequence, changed_at = excluded.changed_at
    where ${calendarEntries.sequence} < excluded.sequence`);
  return result.rowCount ?? 0;
}
