import type { Roster, RosterEntry } from "@augenhoehe/contract";
import { attendedMinutes } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listCourseAttendances } from "../db/repositories/attendances.ts";
import { listCourseSessions } from "../db/repositories/courses.ts";
import { outlineCourses } from "../db/repositories/course-summaries.ts";
import { listEnrolledPeople, type Participant } from "../db/repositories/enrolments.ts";
import { listSessionBookings } from "../db/repositories/session-bookings.ts";
import type { StaffActor } from "../http/policy.ts";
import type { CourseAccess } from "./course-access.ts";

/**
 * Who has a place, who came as a guest or told to come as one. Coordinators of other providers read the names of their
 * own people only.
 */
export async function rosterOf(tx: Tx, actor: StaffActor, access: CourseAccess, now: Date): Promise<Roster> {
  const { row, trainers, mayManage } = access;
  const [outline] = await outlineCourses(tx, [row.id], now);
  if (outline === undefined) throw new Error("The course is gone inside its transaction");
  const { lastSessionEndsAt: _, ...course } = outline;
  const isVisible = ({ providerId }: Participant) => mayManage || providerId === actor.providerId;
  const enrolled = (await listEnrolledPeople(tx, row.id)).filter(({ status }) => status === "enrolled");
  const entries = await entriesOf(tx, row.id);
  const isEnrolled = new Set(enrolled.map(({ volunteerId }) => volunteerId));
  const guests = entries.people.filter(({ volunteerId }) => !isEnrolled.has(volunteerId));
  const participants = [
    ...enrolled.filter(isVisible).map((person) => entries.of(person, false)),
    ...guests.filter(isVisible).map((person) => entries.of(person, true)),
  ];
  return { mayManage, course, trainers, participants: participants.sort(byName) };
}

interface Entries {
  /** Everybody who was marked at a session, or booked one as a guest. */
  readonly people: readonly Participant[];
  of(person: Participant, guest: boolean): RosterEntry;
}

async function entriesOf(tx: Tx, courseId: string): Promise<Entries> {
  const sessions = new Map((await listCourseSessions(tx, courseId)).map((session) => [session.id, session]));
  const marks = await listCourseAttendances(tx, courseId);
  const bookings = await listSessionBookings(tx, courseId);
  const marksOf = Map.groupBy(marks, ({ volunteerId }) => volunteerId);
  const bookingsOf = Map.groupBy(bookings, ({ volunteerId }) => volunteerId);
  const present = [...marks, ...bookings.filter(({ kind }) => kind === "guest")];
  return {
    people: [...new Map<string, Participant>(present.map((person) => [person.volunteerId, person])).values()],
    of: (person, guest) => {
      const own = marksOf.get(person.volunteerId) ?? [];
      const told = bookingsOf.get(person.volunteerId) ?? [];
      return {
        volunteerId: person.volunteerId,
        displayName: displayName(person),
        guest,
        attendance: Object.fromEntries(own.map(({ sessionId, mark }) => [sessionId, mark])),
        details: Object.fromEntries(
          own.flatMap(({ sessionId, mark, lateMinutes, leftEarlyMinutes, source }) => {
            const session = sessions.get(sessionId);
            if (session === undefined) return [];
            const minutes = attendedMinutes(session, { mark, lateMinutes, leftEarlyMinutes });
            return [[sessionId, { mark, lateMinutes, leftEarlyMinutes, minutes, source }]];
          }),
        ),
        bookings: Object.fromEntries(told.map(({ sessionId, kind }) => [sessionId, kind])),
      };
    },
  };
}

export const displayName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

const names = new Intl.Collator("de");
export const byName = (a: { displayName: string }, b: { displayName: string }): number =>
  names.compare(a.displayName, b.displayName);
