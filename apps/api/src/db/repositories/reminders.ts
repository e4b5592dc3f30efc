import { and, asc, eq, isNotNull, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import type { ReminderKind } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { courses, courseSessions, enrolments, sessionBookings } from "../schema/courses.ts";
import { curriculumModules } from "../schema/curricula.ts";
import { volunteers } from "../schema/people.ts";
import { sentReminders } from "../schema/personal-links.ts";
import { stammtischAnswers, stammtische } from "../schema/stammtische.ts";
import { PARTICIPANT_COLUMNS } from "./enrolments.ts";

/** Here, with an address, and without having said that reminders are not wanted. */
const wantsReminders = and(
  notInArray(volunteers.status, ["left", "paused"]),
  isNull(volunteers.remindersStoppedAt),
  isNotNull(volunteers.email),
);

/** A session as a reminder tells of it, while it takes place; locked against being moved meanwhile. */
export async function lockSessionToRemindOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      session: courseSessions,
      courseTitle: courses.title,
      moduleTitle: curriculumModules.title,
      topics: curriculumModules.topics,
    })
    .from(courseSessions)
    .innerJoin(courses, and(eq(courses.networkId, courseSessions.networkId), eq(courses.id, courseSessions.courseId)))
    .innerJoin(
      curriculumModules,
      and(
        eq(curriculumModules.networkId, courses.networkId),
        eq(curriculumModules.curriculumId, courses.curriculumId),
        eq(curriculumModules.key, courseSessions.moduleKey),
      ),
    )
    .where(and(eq(courseSessions.id, id), isNull(courseSessions.cancelledAt), isNull(courses.cancelledAt)))
    .for("share", { of: courseSessions });
  return row;
}

/** Who comes to a session: a place in the course and not excused, or a guest. */
export const listPeopleComing = (tx: Tx, session: { readonly id: string; readonly courseId: string }) =>
  tx
    .select(PARTICIPANT_COLUMNS)
    .from(volunteers)
    .leftJoin(
      enrolments,
      and(
        eq(enrolments.networkId, volunteers.networkId),
        eq(enrolments.volunteerId, volunteers.id),
        eq(enrolments.courseId, session.courseId),
      ),
    )
    .leftJoin(
      sessionBookings,
      and(
        eq(sessionBookings.networkId, volunteers.networkId),
        eq(sessionBookings.volunteerId, volunteers.id),
        eq(sessionBookings.sessionId, session.id),
      ),
    )
    .where(
      and(
        wantsReminders,
        or(
          eq(sessionBookings.kind, "guest"),
          and(eq(enrolments.status, "enrolled"), ne(sql`coalesce(${sessionBookings.kind}, '')`, "excused")),
        ),
      ),
    )
    .orderBy(asc(volunteers.id));

/** A Stammtisch that takes place; locked against being moved meanwhile. */
export async function lockStammtischToRemindOf(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(stammtische)
    .where(and(eq(stammtische.id, id), isNull(stammtische.cancelledAt)))
    .for("share");
  return row;
}

/** Who said yes to a Stammtisch. */
export const listStammtischGuestsComing = (tx: Tx, stammtischId: string) =>
  tx
    .select(PARTICIPANT_COLUMNS)
    .from(stammtischAnswers)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, stammtischAnswers.networkId), eq(volunteers.id, stammtischAnswers.volunteerId)),
    )
    .where(and(eq(stammtischAnswers.stammtischId, stammtischId), eq(stammtischAnswers.answer, "yes"), wantsReminders))
    .orderBy(asc(volunteers.id));

/** Which of these people have not had this reminder yet; from now on they have. Others who ask meanwhile wait. */
export async function takeReminders(
  tx: Tx,
  reminder: { subjectId: string; kind: ReminderKind; startsAt: Date; sentAt: Date },
  volunteerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (volunteerIds.length === 0) return new Set();
  const rows = await tx
    .insert(sentReminders)
    .values(volunteerIds.map((volunteerId) => ({ ...reminder, volunteerId, networkId: tx.networkId })))
    .onConflictDoNothing()
    .returning({ volunteerId: sentReminders.volunteerId });
  return new Set(rows.map(({ volunteerId }) => volunteerId));
}

/** Undefined for somebody who is not there. */
export async function readReminderWish(tx: Tx, volunteerId: string) {
  const [row] = await tx
    .select({ email: volunteers.email, status: volunteers.status, remindersStoppedAt: volunteers.remindersStoppedAt })
    .from(volunteers)
    .where(eq(volunteers.id, volunteerId));
  return row;
}

/** Stopped since the given time, or wanted. Stopping twice keeps the first time. */
export async function setReminderWish(tx: Tx, volunteerId: string, stoppedAt: Date | null): Promise<void> {
  await tx
    .update(volunteers)
    .set({
      remindersStoppedAt:
        stoppedAt === null ? null : sql`coalesce(${volunteers.remindersStoppedAt}, ${stoppedAt.toISOString()})`,
    })
    .where(eq(volunteers.id, volunteerId));
}
