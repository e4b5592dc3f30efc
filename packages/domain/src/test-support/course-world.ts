import {
  clashOf,
  holdsPlace,
  sessionsAhead,
  type Commitment,
  type CoursePlaces,
  type Enrolment,
  type SessionBooking,
} from "../training/course-places.ts";
import { courseProgress } from "../training/course-progress.ts";
import { DEFAULT_CURRICULUM } from "../training/curriculum.ts";
import { endedOffers, findEnrolment, nextOffers, withEnrolment } from "../training/enrolment.ts";
import { idleBookings, missedModules } from "../training/session-booking.ts";

/** Three courses in memory, in which decisions are carried out as the database would. */
export const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 1, 10);
export const PEOPLE = ["anna", "bilal", "chris", "dora", "emil", "fatma", "goran"];
const OFFER_HOURS = 24;

/** Two modules each. The second evening of the first two courses is the same; the third begins when they are over. */
export const DAYS: readonly (readonly [number, number])[] = [
  [2, 5],
  [3, 5],
  [6, 8],
];

export interface World {
  readonly now: Date;
  readonly courses: readonly CoursePlaces[];
}

export const newWorld = (): World => ({
  now: new Date(START),
  courses: DAYS.map((days, index) => ({
    places: 2,
    cancelledAt: null,
    lastSessionEndsAt: new Date(START + (days[1] * 24 + 2) * HOUR_MS),
    sessions: days.map((day, module) => ({
      id: `${index}.${module}`,
      startsAt: new Date(START + day * 24 * HOUR_MS),
      endsAt: new Date(START + (day * 24 + 2) * HOUR_MS),
      cancelledAt: null,
    })),
    enrolments: [],
    bookings: [],
  })),
});

export const courseNumber = (sessionId: string): number => Number(sessionId.split(".")[0]);
export const moduleOf = (sessionId: string): string => sessionId.split(".")[1] ?? "";

export function courseAt({ courses }: World, index: number): CoursePlaces {
  const course = courses[index];
  if (course === undefined) throw new Error("no such course");
  return course;
}

export const put = (world: World, index: number, course: CoursePlaces): World => ({
  ...world,
  courses: world.courses.map((other, at) => (at === index ? course : other)),
});

export function withRow(world: World, index: number, row: Enrolment): World {
  const course = withEnrolment(courseAt(world, index), row);
  const idle = idleBookings(course).filter(({ volunteerId }) => volunteerId === row.volunteerId);
  return put(world, index, { ...course, bookings: course.bookings.filter((booking) => !idle.includes(booking)) });
}

export function book(world: World, booking: SessionBooking): World {
  const index = courseNumber(booking.sessionId);
  const course = courseAt(world, index);
  return put(world, index, { ...course, bookings: [...course.bookings, booking] });
}

export function unbook(world: World, { sessionId, volunteerId, kind }: SessionBooking): World {
  const index = courseNumber(sessionId);
  const course = courseAt(world, index);
  const isIt = (other: SessionBooking) =>
    other.sessionId === sessionId && other.volunteerId === volunteerId && other.kind === kind;
  return put(world, index, { ...course, bookings: course.bookings.filter((other) => !isIt(other)) });
}

export function commitmentsOf({ courses, now }: World, volunteerId: string): Commitment[] {
  return courses.flatMap((course, index) =>
    course.sessions
      .filter(({ cancelledAt, endsAt }) => course.cancelledAt === null && cancelledAt === null && endsAt > now)
      .filter(({ id }) => {
        const booked = course.bookings.find(
          (booking) => booking.sessionId === id && booking.volunteerId === volunteerId,
        );
        const own = findEnrolment(course, volunteerId);
        return booked?.kind === "guest" || (own !== undefined && holdsPlace(own) && booked?.kind !== "excused");
      })
      .map(({ id, startsAt, endsAt }) => ({
        volunteerId,
        sessionId: id,
        courseId: String(index),
        courseTitle: `Kurs ${index}`,
        startsAt,
        endsAt,
      })),
  );
}

export function clash(world: World, index: number, volunteerId: string, sessionId?: string): Commitment | undefined {
  const sessions = sessionsAhead(courseAt(world, index).sessions, world.now);
  return clashOf(
    sessions.filter(({ id }) => sessionId === undefined || id === sessionId),
    commitmentsOf(world, volunteerId).filter(({ courseId }) => courseId !== String(index)),
  );
}

export function isToBeMadeUp(world: World, sessionId: string, volunteerId: string): boolean {
  const expected = world.courses.flatMap((course) =>
    course.sessions.flatMap((session) => {
      const booking = course.bookings.find(
        (other) => other.sessionId === session.id && other.volunteerId === volunteerId,
      );
      const hasPlace = findEnrolment(course, volunteerId)?.status === "enrolled";
      if (!hasPlace && booking?.kind !== "guest") return [];
      const courseCancelled = course.cancelledAt !== null;
      const cancelled = courseCancelled || session.cancelledAt !== null;
      const kind = booking?.kind ?? null;
      return [{ ...session, moduleKey: moduleOf(session.id), cancelled, courseCancelled, booking: kind }];
    }),
  );
  const modules = DEFAULT_CURRICULUM.modules.slice(0, 2).map((module, index) => ({ ...module, key: String(index) }));
  const progress = courseProgress({ ...DEFAULT_CURRICULUM, modules }, []);
  return missedModules(progress, expected, world.now).some(({ module }) => module.key === moduleOf(sessionId));
}

/** What the jobs do: offers end, free places are offered, until nothing changes any more. */
export function settled(world: World, onOffer: (before: World, index: number, volunteerId: string) => void): World {
  let current = world;
  for (let changed = true; changed;) {
    changed = false;
    for (const index of current.courses.keys()) {
      const before = current;
      const offerExpiresAt = new Date(current.now.getTime() + OFFER_HOURS * HOUR_MS);
      for (const row of endedOffers(courseAt(current, index), current.now)) {
        current = withRow(current, index, row);
      }
      const clashes = (id: string) => clash(current, index, id) !== undefined;
      for (const row of nextOffers(courseAt(current, index), current.now, { clashes, offerExpiresAt })) {
        onOffer(current, index, row.volunteerId);
        current = withRow(current, index, row);
      }
      changed ||= current !== before;
    }
  }
  return current;
}
