import { isCourseOver, sessionsAhead } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listBookingsOf } from "../db/repositories/session-bookings.ts";
import { listEnrolmentsOf } from "../db/repositories/volunteer-history.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";
import { giveBackPlace } from "../training/give-back-place.ts";
import { takePlaces } from "../training/places-in-hand.ts";
import { leaveGuestSeat } from "../training/session-seats.ts";
import { moveUp } from "../training/move-up.ts";

/**
 * Every place, offered place, guest's seat and place on a waiting list of somebody, in courses that are not over; the
 * waiting lists move up.
 */
export async function giveBackPlaces(deps: AppDeps, tx: Tx, actor: StaffActor, volunteerId: string): Promise<void> {
  const open = (await listEnrolmentsOf(tx, volunteerId)).filter(({ status }) => status !== "cancelled");
  const seats = (await listBookingsOf(tx, volunteerId)).filter(({ kind }) => kind === "guest");
  const courseIds = [...open.map(({ id }) => id), ...seats.map(({ courseId }) => courseId)];
  if (courseIds.length === 0) return;
  const { courses, learner } = await takePlaces(tx, courseIds, volunteerId);
  const now = deps.clock();
  for (const course of courses.values()) {
    if (course.row.cancelledAt !== null || isCourseOver(course.state, now)) continue;
    const ahead = sessionsAhead(course.sessions, now).map(({ id }) => id);
    for (const { sessionId } of seats.filter((seat) => ahead.includes(seat.sessionId))) {
      await leaveGuestSeat({ deps, tx, actor, courses, learner }, sessionId);
    }
    if (open.some(({ id }) => id === course.row.id)) await giveBackPlace({ deps, tx, actor, course, learner });
    else await moveUp(deps, tx, course);
  }
}
