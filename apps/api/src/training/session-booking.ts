import type { OtherDate } from "@augenhoehe/contract";
import { comeAfterAllDecision, isBooked, Refusal, requireSessionAhead } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findCourse } from "../db/repositories/courses.ts";
import { deleteSessionBooking, listBookingsOf } from "../db/repositories/session-bookings.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { ActivityEntry } from "../record-activity.ts";
import { listDatesElsewhere } from "./dates-elsewhere.ts";
import { tellOfGuestSeat } from "./guest-seat-mail.ts";
import { readPlaces } from "./places-in-hand.ts";
import {
  excuse,
  findClash,
  leaveGuestSeat,
  recordSession,
  requireSession,
  sessionInHand,
  settleSessions,
  takeGuestSeat,
  takeSessions,
} from "./session-seats.ts";

/** Who does it: the person, a coordinator, or whoever holds the link of a mail. */
type Actor = ActivityEntry["actor"];

export interface SessionOfPerson {
  readonly sessionId: string;
  readonly volunteerId: string;
}

/** Cannot come to this one session: its seat is there for a guest, the place in the course stays. */
export async function excuseFromSession(deps: AppDeps, tx: Tx, actor: Actor, wish: SessionOfPerson): Promise<void> {
  const { sessionId, volunteerId } = wish;
  const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId], volunteerId });
  await excuse(hand, sessionId);
  await settleSessions(hand);
}

/** Takes an excuse back while the seat is still free; a seat booked elsewhere instead is given back. */
export async function comeAfterAll(deps: AppDeps, tx: Tx, actor: Actor, wish: SessionOfPerson): Promise<void> {
  const { sessionId, volunteerId } = wish;
  const instead = await listSeatsInstead(tx, wish, deps.clock());
  const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId, ...instead], volunteerId });
  const { course, session } = sessionInHand(hand, sessionId);
  const places = await readPlaces(tx, course);
  if (isBooked(places, sessionId, volunteerId, "excused")) {
    for (const id of instead) await leaveGuestSeat(hand, id);
  }
  const clash = await findClash(hand, session);
  if (comeAfterAllDecision(places, { ...wish, now: deps.clock(), clash })) {
    await deleteSessionBooking(tx, { ...wish, kind: "excused" });
    await recordSession(hand, "course_session_returned", sessionId);
  }
  await settleSessions(hand);
}

/** A guest's seat in this session, to make up a missed module. */
export async function bookAsGuest(deps: AppDeps, tx: Tx, actor: Actor, wish: SessionOfPerson): Promise<void> {
  const { sessionId, volunteerId } = wish;
  const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId], volunteerId });
  if (await takeGuestSeat(hand, sessionId)) await tellOfGuestSeat(hand, sessionId, "booked");
  await settleSessions(hand);
}

/** Gives a guest's seat back; the module stays to be made up. */
export async function giveBackGuestPlace(deps: AppDeps, tx: Tx, actor: Actor, wish: SessionOfPerson): Promise<void> {
  const { sessionId, volunteerId } = wish;
  const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId], volunteerId });
  const places = await readPlaces(tx, sessionInHand(hand, sessionId).course);
  requireSessionAhead(places, sessionId, deps.clock());
  if (!isBooked(places, sessionId, volunteerId, "guest")) throw new Refusal("not_enrolled");
  await leaveGuestSeat(hand, sessionId);
  await settleSessions(hand);
}

/** To another session of the same module instead of this one: both changes or none. */
export async function moveToSession(
  deps: AppDeps,
  tx: Tx,
  actor: Actor,
  { sessionId, volunteerId, toSessionId }: SessionOfPerson & { readonly toSessionId: string },
): Promise<void> {
  const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId, toSessionId], volunteerId });
  const [from, to] = [sessionInHand(hand, sessionId), sessionInHand(hand, toSessionId)];
  const isSameModule =
    from.session.moduleKey === to.session.moduleKey && from.course.row.curriculumId === to.course.row.curriculumId;
  if (!isSameModule || sessionId === toSessionId) throw new Refusal("not_found");
  const places = await readPlaces(tx, from.course);
  requireSessionAhead(places, sessionId, deps.clock());
  if (isBooked(places, sessionId, volunteerId, "guest")) await leaveGuestSeat(hand, sessionId);
  else await excuse(hand, sessionId);
  if (await takeGuestSeat(hand, toSessionId)) await tellOfGuestSeat(hand, toSessionId, "booked");
  await settleSessions(hand);
}

/** Where somebody could go instead of this session: the same module elsewhere, a seat free, nothing else at the time. */
export async function listOtherDates(
  deps: AppDeps,
  tx: Tx,
  { sessionId, volunteerId }: SessionOfPerson,
): Promise<OtherDate[]> {
  const { moduleKey, courseId } = await requireSession(tx, sessionId);
  const course = await findCourse(tx, courseId);
  if (course === undefined) throw new Refusal("not_found");
  const wish = { volunteerId, curriculumId: course.curriculumId, moduleKeys: [moduleKey], insteadOf: sessionId };
  return (await listDatesElsewhere(tx, wish, deps.clock())).map(({ date }) => date);
}

/** Guest's seats ahead that make up the module of this session. */
async function listSeatsInstead(tx: Tx, { sessionId, volunteerId }: SessionOfPerson, now: Date): Promise<string[]> {
  const bookings = await listBookingsOf(tx, volunteerId);
  const own = bookings.find((booking) => booking.sessionId === sessionId);
  return bookings
    .filter(
      ({ kind, startsAt, moduleKey, curriculumId }) =>
        kind === "guest" && startsAt > now && moduleKey === own?.moduleKey && curriculumId === own.curriculumId,
    )
    .map((booking) => booking.sessionId);
}
