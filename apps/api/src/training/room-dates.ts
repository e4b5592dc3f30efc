import type { RoomDate } from "@augenhoehe/contract";
import type { Tx } from "../db/client.ts";
import { readSessionPeople, type SessionPeople } from "../db/repositories/course-rooms.ts";
import type { CourseOutline } from "../db/repositories/course-summaries.ts";

interface CourseWithSessions {
  readonly course: CourseOutline;
  readonly sessions: CourseOutline["sessions"];
}

/** These sessions with how many come, in order of time. */
export async function roomDates(tx: Tx, courses: readonly CourseWithSessions[]): Promise<RoomDate[]> {
  const people = await readSessionPeople(
    tx,
    courses.map(({ course }) => course.id),
    courses.flatMap(({ sessions }) => sessions.map(({ id }) => id)),
  );
  return courses
    .flatMap(({ course, sessions }) =>
      sessions.map(({ id, moduleKey, moduleTitle, startsAt, endsAt, place, cancelled }) => ({
        courseId: course.id,
        courseTitle: course.title,
        sessionId: id,
        moduleKey,
        moduleTitle,
        startsAt,
        endsAt,
        place,
        cancelled,
        ...tally(people, course.id, id),
      })),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.sessionId.localeCompare(b.sessionId));
}

function tally(people: SessionPeople, courseId: string, sessionId: string) {
  const idsOf = (rows: readonly { readonly volunteerId: string }[]) => rows.map(({ volunteerId }) => volunteerId);
  const bookings = people.bookings.filter((row) => row.sessionId === sessionId);
  const marks = people.marks.filter((row) => row.sessionId === sessionId);
  const excused = new Set(idsOf(bookings.filter(({ kind }) => kind === "excused")));
  const withPlace = idsOf(people.places.filter((row) => row.courseId === courseId));
  const coming = withPlace.filter((id) => !excused.has(id));
  const guests = new Set([
    ...idsOf(bookings.filter(({ kind }) => kind === "guest")),
    ...idsOf(marks.filter(({ guest }) => guest)),
  ]);
  const marked = new Set(idsOf(marks));
  return {
    coming: coming.length,
    excused: withPlace.length - coming.length,
    guests: guests.size,
    present: marks.filter(({ mark }) => mark === "present").length,
    unmarked: [...coming, ...guests].filter((id) => !marked.has(id)).length,
  };
}
