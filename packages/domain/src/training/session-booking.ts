import { Refusal } from "../refusals.ts";
import type { CourseProgress } from "./course-progress.ts";
import {
  freeSeats,
  holdsPlace,
  requireNoClash,
  type Commitment,
  type CoursePlaces,
  type SessionBooking,
  type SessionInCourse,
} from "./course-places.ts";
import type { CurriculumModule } from "./curriculum.ts";
import { findEnrolment } from "./enrolment.ts";

interface Request {
  readonly sessionId: string;
  readonly volunteerId: string;
  readonly now: Date;
}

/** Whoever has a place may stay away from one session and keep the rest. Null: that is told already. */
export function excuseDecision(course: CoursePlaces, { sessionId, volunteerId, now }: Request): SessionBooking | null {
  requireSessionAhead(course, sessionId, now);
  if (findEnrolment(course, volunteerId)?.status !== "enrolled") throw new Refusal("not_enrolled");
  return isBooked(course, sessionId, volunteerId, "excused") ? null : { sessionId, volunteerId, kind: "excused" };
}

/** Taking an excuse back, while nobody else sits there. False: there was none. */
export function comeAfterAllDecision(
  course: CoursePlaces,
  { sessionId, volunteerId, now, clash }: Request & { readonly clash: Commitment | undefined },
): boolean {
  requireSessionAhead(course, sessionId, now);
  if (!isBooked(course, sessionId, volunteerId, "excused")) return false;
  if (freeSeats(course, sessionId) <= 0) throw new Refusal("session_full");
  requireNoClash(clash);
  return true;
}

/** A seat in one session of another run, to make up its module. Null: it is booked already. */
export function guestDecision(
  course: CoursePlaces,
  {
    sessionId,
    volunteerId,
    now,
    isToBeMadeUp,
    clash,
  }: Request & { readonly isToBeMadeUp: boolean; readonly clash: Commitment | undefined },
): SessionBooking | null {
  requireSessionAhead(course, sessionId, now);
  const own = findEnrolment(course, volunteerId);
  if (own !== undefined && holdsPlace(own)) throw new Refusal("already_enrolled");
  if (isBooked(course, sessionId, volunteerId, "guest")) return null;
  if (!isToBeMadeUp) throw new Refusal("module_not_missing");
  if (freeSeats(course, sessionId) <= 0) throw new Refusal("session_full");
  requireNoClash(clash);
  return { sessionId, volunteerId, kind: "guest" };
}

export function requireSessionAhead(
  course: Pick<CoursePlaces, "cancelledAt" | "sessions">,
  sessionId: string,
  now: Date,
): SessionInCourse {
  const session = course.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) throw new Refusal("not_found");
  if (course.cancelledAt !== null || session.cancelledAt !== null) throw new Refusal("session_cancelled");
  if (session.startsAt <= now) throw new Refusal("session_over");
  return session;
}

export const isBooked = (
  course: CoursePlaces,
  sessionId: string,
  volunteerId: string,
  kind: SessionBooking["kind"],
): boolean =>
  course.bookings.some(
    (booking) => booking.sessionId === sessionId && booking.volunteerId === volunteerId && booking.kind === kind,
  );

/** What no longer means anything: a guest who has a place now, an excuse of somebody who has none any more. */
export function idleBookings(course: CoursePlaces): readonly SessionBooking[] {
  return course.bookings.filter(({ volunteerId, kind }) => {
    const isEnrolled = findEnrolment(course, volunteerId)?.status === "enrolled";
    return kind === "guest" ? isEnrolled : !isEnrolled;
  });
}

/** A session of one module that somebody was to come to, by a place in its course or as a guest. */
export interface ExpectedSession {
  readonly moduleKey: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** It fell out, or its whole course did. */
  readonly cancelled: boolean;
  readonly courseCancelled: boolean;
  readonly booking: SessionBooking["kind"] | null;
}

export interface MissedModule {
  readonly module: CurriculumModule;
  /** The first session of it that was missed, or will be. */
  readonly missedAt: Date;
  /** Was there, but not for all of it. */
  readonly tooShort: boolean;
}

/**
 * What can be made up in another run: modules of which nothing else is planned, that were not attended, or too short
 * where all that is planned leaves too few hours. Nothing once the curriculum is complete.
 */
export function missedModules(
  progress: CourseProgress,
  expected: readonly ExpectedSession[],
  now: Date,
): readonly MissedModule[] {
  if (progress.isComplete) return [];
  const sessionsOf = (key: string) => expected.filter(({ moduleKey }) => moduleKey === key);
  const reachable = progress.modules.reduce(
    (sum, { module, attended }) =>
      sum + (isPlanned(sessionsOf(module.key), now) ? minutesOf(module) : (attended?.minutes ?? 0)),
    0,
  );
  return progress.modules.flatMap(({ module, attended }) => {
    const own = sessionsOf(module.key);
    const tooShort = attended !== null && attended.minutes < minutesOf(module) && reachable < progress.requiredMinutes;
    if ((attended !== null && !tooShort) || isPlanned(own, now)) return [];
    const at = firstMissed(own, progress.attendedCount > 0);
    return at === undefined ? [] : [{ module, missedAt: at, tooShort }];
  });
}

const minutesOf = ({ hours }: CurriculumModule): number => Math.round(hours * 60);

const isPlanned = (sessions: readonly ExpectedSession[], now: Date): boolean =>
  sessions.some(({ endsAt, cancelled, booking }) => !cancelled && endsAt > now && booking !== "excused");

/** A whole course that fell out counts only for who was in the middle of it: the others enrol anew. */
function firstMissed(sessions: readonly ExpectedSession[], hasAttendedAny: boolean): Date | undefined {
  return sessions
    .filter(
      ({ booking, cancelled, courseCancelled }) =>
        booking !== "guest" && (!cancelled || !courseCancelled || hasAttendedAny),
    )
    .map(({ startsAt }) => startsAt)
    .sort((a, b) => a.getTime() - b.getTime())[0];
}
