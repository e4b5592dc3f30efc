import { clashOf, excuseDecision, guestDecision, Refusal, type Commitment } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findCourseSession, type CourseSessionRow } from "../db/repositories/courses.ts";
import { deleteSessionBooking, insertSessionBooking, listCommitments } from "../db/repositories/session-bookings.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { ActivityEntry } from "../record-activity.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { readMissedModules } from "./missed-modules.ts";
import { moveUp } from "./move-up.ts";
import { inHand, readPlaces, takePlaces, type Learner } from "./places-in-hand.ts";
import { settlePlacesSoon } from "./plan-settling.ts";

/** One person and the courses of the sessions in question, while something about them changes. */
export interface SessionsInHand {
  readonly deps: AppDeps;
  readonly tx: Tx;
  readonly actor: ActivityEntry["actor"];
  readonly courses: ReadonlyMap<string, CourseInHand>;
  readonly learner: Learner;
}

export async function takeSessions(
  deps: AppDeps,
  tx: Tx,
  actor: ActivityEntry["actor"],
  { sessionIds, volunteerId }: { sessionIds: readonly string[]; volunteerId: string },
): Promise<SessionsInHand> {
  const courseIds: string[] = [];
  for (const id of sessionIds) courseIds.push((await requireSession(tx, id)).courseId);
  return { deps, tx, actor, ...(await takePlaces(tx, courseIds, volunteerId)) };
}

/** The session as it is under the lock of its course. */
export function sessionInHand(
  { courses }: SessionsInHand,
  id: string,
): { course: CourseInHand; session: CourseSessionRow } {
  for (const course of courses.values()) {
    const session = course.sessions.find((one) => one.id === id);
    if (session !== undefined) return { course, session };
  }
  throw new Refusal("not_found");
}

export async function excuse(hand: SessionsInHand, sessionId: string): Promise<void> {
  const { deps, tx, learner } = hand;
  const places = await readPlaces(tx, sessionInHand(hand, sessionId).course);
  const booking = excuseDecision(places, { sessionId, volunteerId: learner.volunteerId, now: deps.clock() });
  if (booking === null) return;
  await insertSessionBooking(tx, booking, deps.clock());
  await recordSession(hand, "course_session_excused", sessionId);
}

/** Whether a seat was taken just now, and not before. */
export async function takeGuestSeat(hand: SessionsInHand, sessionId: string): Promise<boolean> {
  const { deps, tx, learner } = hand;
  if (learner.status === "left") throw new Refusal("already_left");
  const { volunteerId } = learner;
  const { course, session } = sessionInHand(hand, sessionId);
  const now = deps.clock();
  const missed = await readMissedModules(tx, { volunteerId, curriculumId: course.row.curriculumId, now });
  const booking = guestDecision(await readPlaces(tx, course), {
    sessionId,
    volunteerId,
    now,
    isToBeMadeUp: missed.some(({ module }) => module.key === session.moduleKey),
    clash: await findClash(hand, session),
  });
  if (booking === null) return false;
  await insertSessionBooking(tx, booking, now);
  await recordSession(hand, "course_guest_booked", sessionId);
  return true;
}

export async function leaveGuestSeat(hand: SessionsInHand, sessionId: string): Promise<void> {
  await deleteSessionBooking(hand.tx, { sessionId, volunteerId: hand.learner.volunteerId, kind: "guest" });
  await recordSession(hand, "course_guest_given_back", sessionId);
}

/** What else the person is expected at while this session is held. */
export async function findClash(
  { deps, tx, learner }: SessionsInHand,
  session: CourseSessionRow,
): Promise<Commitment | undefined> {
  const commitments = await listCommitments(tx, [learner.volunteerId], deps.clock());
  return clashOf(
    [session],
    commitments.filter(({ courseId }) => courseId !== session.courseId),
  );
}

/** Seats that became free are offered, here and where the person waits. */
export async function settleSessions({ deps, tx, courses, learner }: SessionsInHand): Promise<void> {
  for (const id of courses.keys()) await moveUp(deps, tx, inHand(courses, id));
  await settlePlacesSoon(deps, tx, [learner.volunteerId], null);
}

export const recordSession = (
  { deps, tx, actor, learner }: SessionsInHand,
  action: string,
  sessionId: string,
): Promise<void> =>
  deps.recordActivity(tx, {
    actor,
    action,
    subjectKind: "volunteer",
    subjectId: learner.volunteerId,
    facts: { sessionId },
    providerId: learner.providerId,
  });

export async function requireSession(tx: Tx, id: string): Promise<CourseSessionRow> {
  const session = await findCourseSession(tx, id);
  if (session === undefined) throw new Refusal("not_found");
  return session;
}
