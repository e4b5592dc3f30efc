import { courseProgress, type MoveTarget, type StuckFacts } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { outlineCourses, type CourseOutline } from "../../db/repositories/course-summaries.ts";
import { findNetworkCurriculum, type StoredCurriculum } from "../../db/repositories/curricula.ts";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import {
  listBookingsOf,
  listCourseIdsAhead,
  listEnrolmentsOf,
  listEverCertified,
} from "../../db/repositories/funnel-rows.ts";
import type { PersonOnTheWay } from "./read-ways.ts";

type Session = CourseOutline["sessions"][number];

/** What could help each of these people on: their places and dates, and what is on the calendar. */
export async function stuckFacts(
  tx: Tx,
  people: readonly PersonOnTheWay[],
  now: Date,
): Promise<(person: PersonOnTheWay) => StuckFacts> {
  const ids = people.map(({ row }) => row.id);
  const current = await readCurrentVersions(tx);
  const calendar = new Calendar(await outlineCourses(tx, await listCourseIdsAhead(tx, now), now), now);
  const enrolments = await listEnrolmentsOf(tx, ids);
  const bookings = await listBookingsOf(tx, ids);
  const certified = await listEverCertified(tx, ids);
  const curriculum = await findNetworkCurriculum(tx);
  return ({ row, marks }) => {
    const places = enrolments.filter(({ volunteerId }) => volunteerId === row.id);
    const own = bookings.filter(({ volunteerId }) => volunteerId === row.id);
    const offered = places.find(({ status }) => status === "offered");
    const waiting = places.find(({ courseId, status }) => status === "waiting" && calendar.isAhead(courseId));
    const isBooked = ({ id }: Session, courseId: string): boolean => {
      const kind = own.find(({ sessionId }) => sessionId === id)?.kind;
      if (kind !== undefined) return kind === "guest";
      return places.some((place) => place.courseId === courseId && place.status === "enrolled");
    };
    return {
      offer: offered === undefined ? null : calendar.target(offered.courseId, offered.offerExpiresAt),
      waitingFor: waiting === undefined ? null : calendar.target(waiting.courseId, null),
      openCourse: calendar.openCourse(curriculum),
      nextSession: calendar.nextSession((session, course) => isBooked(session, course.id)),
      ...missing(curriculum, marks, calendar),
      hadCertificate: certified.has(row.id),
      secrecySigned: row.secrecyVersion === current.secrecy,
      agreementSigned: row.agreementVersion === current.agreement,
    };
  };
}

function missing(curriculum: StoredCurriculum | undefined, marks: PersonOnTheWay["marks"], calendar: Calendar) {
  if (curriculum === undefined) return { missing: [], missingMinutes: 0 };
  const progress = courseProgress(
    curriculum,
    marks.filter(({ curriculumId }) => curriculumId === curriculum.id),
  );
  return {
    missing: progress.missing.map(({ key, title }) => ({
      title,
      makeUp: calendar.nextSession(
        ({ moduleKey, freeSeats }, { curriculumId }) =>
          moduleKey === key && curriculumId === curriculum.id && freeSeats > 0,
      ),
    })),
    missingMinutes: Math.max(0, progress.requiredMinutes - progress.attendedMinutes),
  };
}

/** The dates ahead of every course of the network, the soonest first. */
class Calendar {
  readonly #courses: ReadonlyMap<string, CourseOutline>;
  readonly #dates: readonly { readonly session: Session; readonly course: CourseOutline }[];

  constructor(courses: readonly CourseOutline[], now: Date) {
    this.#courses = new Map(courses.map((course) => [course.id, course]));
    this.#dates = courses
      .filter(({ cancelled }) => !cancelled)
      .flatMap((course) => course.sessions.map((session) => ({ session, course })))
      .filter(({ session }) => !session.cancelled && new Date(session.endsAt) > now)
      .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  }

  isAhead(courseId: string): boolean {
    const course = this.#courses.get(courseId);
    return course !== undefined && !course.over && !course.cancelled;
  }

  target(courseId: string, at: Date | null): MoveTarget | null {
    const course = this.#courses.get(courseId);
    return course === undefined ? null : { courseId, courseTitle: course.title, at };
  }

  nextSession(isMeant: (session: Session, course: CourseOutline) => boolean): MoveTarget | null {
    const found = this.#dates.find(({ session, course }) => isMeant(session, course));
    return found === undefined ? null : this.target(found.course.id, new Date(found.session.startsAt));
  }

  /** The next course of this curriculum that has not begun, takes registrations and has a free place. */
  openCourse(curriculum: StoredCurriculum | undefined): MoveTarget | null {
    return this.nextSession(
      ({ id }, { curriculumId, registration, free, sessions }) =>
        curriculumId === curriculum?.id &&
        registration.state === "open" &&
        free > 0 &&
        sessions.find(({ cancelled }) => !cancelled)?.id === id,
    );
  }
}
