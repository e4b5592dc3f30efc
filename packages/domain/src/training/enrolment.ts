import { Refusal } from "../refusals.ts";

export const ENROLMENT_STATUSES = ["enrolled", "offered", "waiting", "cancelled"] as const;
/** `offered`: a place is kept for somebody from the waiting list until they answer or the time is over. */
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

export interface CourseState {
  readonly places: number;
  readonly cancelledAt: Date | null;
  /** End of the last session that was not cancelled; null when there is none. */
  readonly lastSessionEndsAt: Date | null;
}

export interface Enrolment {
  readonly volunteerId: string;
  readonly status: EnrolmentStatus;
  /** Place in the queue: who enrolled earlier moves up earlier. */
  readonly queuedAt: Date;
}

export const isCourseOver = ({ lastSessionEndsAt }: CourseState, now: Date): boolean =>
  lastSessionEndsAt !== null && lastSessionEndsAt <= now;

/** A place, or the waiting list when the course is full or others already wait. */
export function enrolDecision(
  course: CourseState,
  enrolments: readonly Enrolment[],
  volunteerId: string,
  now: Date,
): "enrolled" | "waiting" {
  requireCourseAhead(course, now);
  const own = enrolments.find((enrolment) => enrolment.volunteerId === volunteerId);
  if (own !== undefined && own.status !== "cancelled") throw new Refusal("already_enrolled");
  const isFree = freeCoursePlaces(course, enrolments) > 0 && waitingList(enrolments).length === 0;
  return isFree ? "enrolled" : "waiting";
}

/** Giving back a place, or a place on the waiting list. */
export function requireEnrolled(enrolments: readonly Enrolment[], volunteerId: string): Enrolment {
  const own = enrolments.find((enrolment) => enrolment.volunteerId === volunteerId);
  if (own === undefined || own.status === "cancelled") throw new Refusal("not_enrolled");
  return own;
}

/** Who moves up now, first come first: as many as there are free places; nobody once the course is over. */
export function promotions(course: CourseState, enrolments: readonly Enrolment[], now: Date): readonly Enrolment[] {
  if (course.cancelledAt !== null || isCourseOver(course, now)) return [];
  return waitingList(enrolments).slice(0, Math.max(0, freeCoursePlaces(course, enrolments)));
}

/** In the order in which people move up: time of enrolment, then id. */
export function waitingList(enrolments: readonly Enrolment[]): readonly Enrolment[] {
  return enrolments
    .filter(({ status }) => status === "waiting")
    .sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime() || (a.volunteerId < b.volunteerId ? -1 : 1));
}

function freeCoursePlaces(course: CourseState, enrolments: readonly Enrolment[]): number {
  return course.places - enrolments.filter(({ status }) => status === "enrolled").length;
}

function requireCourseAhead(course: CourseState, now: Date): void {
  if (course.cancelledAt !== null) throw new Refusal("course_cancelled");
  if (isCourseOver(course, now)) throw new Refusal("course_over");
}
