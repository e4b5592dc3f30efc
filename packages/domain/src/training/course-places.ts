import { Refusal } from "../refusals.ts";

/**
 * Who sits where. A course has so many places; a session of it can be left by somebody who has a place (excused) and
 * visited by somebody who has none (guest), so places are counted for the course and for each of its sessions.
 */
export const ENROLMENT_STATUSES = ["enrolled", "offered", "waiting", "cancelled"] as const;
/** `offered`: a place is kept for somebody from the waiting list until they answer or the time is over. */
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

export interface QueueEntry {
  readonly volunteerId: string;
  readonly status: EnrolmentStatus;
  /** Place in the queue: who enrolled earlier moves up earlier. */
  readonly queuedAt: Date;
  /** Let an offer pass: waits behind the others, and is asked again only after saying so. */
  readonly lapsedAt: Date | null;
}

export interface Enrolment extends QueueEntry {
  /** Until when an offered place is kept. */
  readonly offerExpiresAt: Date | null;
}

export type BookingKind = "guest" | "excused";

export interface SessionBooking {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly kind: BookingKind;
}

export interface CourseState {
  readonly places: number;
  readonly cancelledAt: Date | null;
  /** End of the last session that was not cancelled; null when there is none. */
  readonly lastSessionEndsAt: Date | null;
}

export interface SessionInCourse {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

export interface CoursePlaces extends CourseState {
  readonly sessions: readonly SessionInCourse[];
  readonly enrolments: readonly Enrolment[];
  readonly bookings: readonly SessionBooking[];
}

/** A time that somebody is expected elsewhere: a session of another course. */
export interface Commitment {
  readonly volunteerId: string;
  readonly sessionId: string;
  readonly courseId: string;
  readonly courseTitle: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const isCourseOver = ({ lastSessionEndsAt }: CourseState, now: Date): boolean =>
  lastSessionEndsAt !== null && lastSessionEndsAt <= now;

export function requireCourseAhead(course: CourseState, now: Date): void {
  if (course.cancelledAt !== null) throw new Refusal("course_cancelled");
  if (isCourseOver(course, now)) throw new Refusal("course_over");
}

/** Sessions that take place and have not begun. */
export const sessionsAhead = <S extends SessionInCourse>(sessions: readonly S[], now: Date): readonly S[] =>
  sessions.filter(({ cancelledAt, startsAt }) => cancelledAt === null && startsAt > now);

export const holdsPlace = ({ status }: { readonly status: EnrolmentStatus }): boolean =>
  status === "enrolled" || status === "offered";

/**
 * Places for somebody new, who would come to every session ahead: below 0 where places became fewer. A seat that
 * `volunteerId` holds as a guest does not stand in their own way.
 */
export function freeCoursePlaces(course: CoursePlaces, now: Date, volunteerId?: string): number {
  const ahead = sessionsAhead(course.sessions, now);
  return Math.min(
    course.places - course.enrolments.filter(holdsPlace).length,
    ...ahead.map(({ id }) => freeSeats(course, id, volunteerId)),
  );
}

/** Seats of one session: who has a place and is not excused sits there, and so does every guest without a place. */
export function freeSeats(course: CoursePlaces, sessionId: string, volunteerId?: string): number {
  const holders = new Set(course.enrolments.filter(holdsPlace).map((enrolment) => enrolment.volunteerId));
  const here = course.bookings.filter((booking) => booking.sessionId === sessionId);
  const excused = here.filter((booking) => booking.kind === "excused" && holders.has(booking.volunteerId)).length;
  const guests = here.filter(
    (booking) => booking.kind === "guest" && booking.volunteerId !== volunteerId && !holders.has(booking.volunteerId),
  ).length;
  return course.places - holders.size + excused - guests;
}

/** In the order in which people move up: time of enrolment, then id; behind them who let an offer pass. */
export function waitingList<E extends QueueEntry>(enrolments: readonly E[]): readonly E[] {
  return enrolments
    .filter(({ status }) => status === "waiting")
    .sort(
      (a, b) =>
        Number(a.lapsedAt !== null) - Number(b.lapsedAt !== null) ||
        a.queuedAt.getTime() - b.queuedAt.getTime() ||
        (a.volunteerId < b.volunteerId ? -1 : 1),
    );
}

/** Who is asked when a place becomes free. */
export const activeWaitingList = <E extends QueueEntry>(enrolments: readonly E[]): readonly E[] =>
  waitingList(enrolments).filter(({ lapsedAt }) => lapsedAt === null);

/** The first of these commitments that is at the same time as one of the sessions. */
export function clashOf(
  sessions: readonly { readonly startsAt: Date; readonly endsAt: Date }[],
  commitments: readonly Commitment[],
): Commitment | undefined {
  return commitments.find((other) =>
    sessions.some(({ startsAt, endsAt }) => startsAt < other.endsAt && other.startsAt < endsAt),
  );
}

export function requireNoClash(clash: Commitment | undefined): void {
  if (clash === undefined) return;
  throw new Refusal("double_booked", { courseTitle: clash.courseTitle, startsAt: clash.startsAt.toISOString() });
}
