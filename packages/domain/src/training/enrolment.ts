import { Refusal } from "../refusals.ts";
import { registrationState, type RegistrationTimes } from "./course-plan-registration.ts";
import {
  activeWaitingList,
  freeCoursePlaces,
  isCourseOver,
  requireCourseAhead,
  requireNoClash,
  sessionsAhead,
  type Commitment,
  type CoursePlaces,
  type Enrolment,
} from "./course-places.ts";

/** For volunteers; a coordinator may enrol at any time. */
export function requireRegistrationOpen(course: RegistrationTimes, now: Date): void {
  const { state, opensAt, closesAt } = registrationState(course, now);
  if (state === "not_yet") throw new Refusal("registration_not_open", at("opensAt", opensAt));
  if (state === "closed") throw new Refusal("registration_closed", at("closesAt", closesAt));
}

const at = (name: string, instant: Date | null) => (instant === null ? {} : { [name]: instant.toISOString() });

interface Wish {
  readonly volunteerId: string;
  readonly now: Date;
  /** Where else the person has to be while this course meets. It does not keep anybody from waiting. */
  readonly clash: Commitment | undefined;
}

/**
 * A place, or the end of the waiting list when there is none. Also for somebody who let an offer pass and still wants
 * a place.
 */
export function enrolDecision(course: CoursePlaces, { volunteerId, now, clash }: Wish): Enrolment {
  requireCourseAhead(course, now);
  const own = findEnrolment(course, volunteerId);
  if (own !== undefined && own.status !== "cancelled" && own.lapsedAt === null) throw new Refusal("already_enrolled");
  const row = { volunteerId, queuedAt: endOfQueue(course, now), offerExpiresAt: null, lapsedAt: null };
  if (freeCoursePlaces(course, now, volunteerId) <= 0) return { ...row, status: "waiting" };
  requireNoClash(clash);
  return { ...row, status: "enrolled" };
}

/** A coordinator gives somebody of the waiting list a free place at once, or takes up the offer for them. */
export function givePlaceDecision(course: CoursePlaces, { volunteerId, now, clash }: Wish): Enrolment {
  requireCourseAhead(course, now);
  const own = requireEnrolled(course, volunteerId);
  if (own.status === "enrolled") return own;
  if (own.status === "waiting" && freeCoursePlaces(course, now, volunteerId) <= 0) throw new Refusal("course_full");
  requireNoClash(clash);
  return withPlace(own);
}

/** Taking what was offered; taking it twice is taking it once. */
export function takeOfferDecision(course: CoursePlaces, volunteerId: string, now: Date): Enrolment {
  requireCourseAhead(course, now);
  const own = requireEnrolled(course, volunteerId);
  if (own.status === "enrolled") return own;
  if (own.lapsedAt !== null || isOverdue(own, now)) throw new Refusal("offer_expired");
  if (own.status !== "offered") throw new Refusal("no_offer");
  return withPlace(own);
}

/** "Not this time": stays on the list, behind those who are asked. */
export function passOfferDecision(course: CoursePlaces, volunteerId: string, now: Date): Enrolment {
  const own = requireEnrolled(course, volunteerId);
  if (own.lapsedAt !== null) return own;
  if (own.status !== "offered") throw new Refusal("no_offer");
  return withLapse(own, now);
}

/** Giving back a place, an offer, or a place on the waiting list. */
export function giveBackDecision(course: CoursePlaces, volunteerId: string): Enrolment {
  return { ...requireEnrolled(course, volunteerId), status: "cancelled", offerExpiresAt: null, lapsedAt: null };
}

/** Offers nobody answered in time; those of a course that is cancelled or over end without a word. */
export function endedOffers(course: CoursePlaces, now: Date): readonly Enrolment[] {
  const isEnded = course.cancelledAt !== null || isCourseOver(course, now);
  return course.enrolments
    .filter((enrolment) => enrolment.status === "offered" && (isEnded || isOverdue(enrolment, now)))
    .map((enrolment) =>
      isEnded ? { ...enrolment, status: "waiting", offerExpiresAt: null } : withLapse(enrolment, now),
    );
}

/**
 * Who is offered a place now: the first who waits and has nothing else at the same time, as long as there are places.
 * Nobody once no session is ahead.
 */
export function nextOffers(
  course: CoursePlaces,
  now: Date,
  { clashes, offerExpiresAt }: { readonly clashes: (volunteerId: string) => boolean; readonly offerExpiresAt: Date },
): readonly Enrolment[] {
  if (course.cancelledAt !== null || sessionsAhead(course.sessions, now).length === 0) return [];
  const offered: Enrolment[] = [];
  let current = course;
  for (const enrolment of activeWaitingList(course.enrolments)) {
    if (freeCoursePlaces(current, now, enrolment.volunteerId) <= 0 || clashes(enrolment.volunteerId)) continue;
    const next: Enrolment = { ...enrolment, status: "offered", offerExpiresAt };
    offered.push(next);
    current = withEnrolment(current, next);
  }
  return offered;
}

export function withEnrolment(course: CoursePlaces, row: Enrolment): CoursePlaces {
  const others = course.enrolments.filter(({ volunteerId }) => volunteerId !== row.volunteerId);
  return { ...course, enrolments: [...others, row] };
}

export const findEnrolment = (course: CoursePlaces, volunteerId: string): Enrolment | undefined =>
  course.enrolments.find((enrolment) => enrolment.volunteerId === volunteerId);

export function requireEnrolled(course: CoursePlaces, volunteerId: string): Enrolment {
  const own = findEnrolment(course, volunteerId);
  if (own === undefined || own.status === "cancelled") throw new Refusal("not_enrolled");
  return own;
}

const isOverdue = ({ offerExpiresAt }: Enrolment, now: Date): boolean =>
  offerExpiresAt !== null && offerExpiresAt <= now;

const withPlace = (own: Enrolment): Enrolment => ({
  ...own,
  status: "enrolled",
  offerExpiresAt: null,
  lapsedAt: null,
});

const withLapse = (own: Enrolment, now: Date): Enrolment => ({
  ...own,
  status: "waiting",
  offerExpiresAt: null,
  lapsedAt: now,
});

/** At least a millisecond after whoever came before, so that nobody in the queue is overtaken within one tick. */
function endOfQueue(course: CoursePlaces, now: Date): Date {
  const last = Math.max(...course.enrolments.map(({ queuedAt }) => queuedAt.getTime()));
  return new Date(Math.max(now.getTime(), last + 1));
}
