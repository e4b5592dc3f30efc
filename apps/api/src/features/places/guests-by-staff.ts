import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findCourse, findCourseSession } from "../../db/repositories/courses.ts";
import { findParticipants } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { tellOfGuestSeat } from "../../training/guest-seat-mail.ts";
import { bookAsGuest, giveBackGuestPlace, type SessionOfPerson } from "../../training/session-booking.ts";
import { takeSessions } from "../../training/session-seats.ts";

export const bookGuest = (deps: AppDeps, actor: StaffActor, wish: SessionOfPerson) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await requireOwn(tx, actor, wish);
    await bookAsGuest(deps, tx, actor, wish);
    return { done: true as const };
  });

export const cancelGuest = (deps: AppDeps, actor: StaffActor, wish: SessionOfPerson) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await requireOwn(tx, actor, wish);
    const { sessionId, volunteerId } = wish;
    const hand = await takeSessions(deps, tx, actor, { sessionIds: [sessionId], volunteerId });
    await giveBackGuestPlace(deps, tx, actor, wish);
    await tellOfGuestSeat(hand, sessionId, "ended");
    return { done: true as const };
  });

/** The organising provider decides about every guest, other providers about their own people. */
async function requireOwn(tx: Tx, actor: StaffActor, { sessionId, volunteerId }: SessionOfPerson): Promise<void> {
  const session = await findCourseSession(tx, sessionId);
  const course = session === undefined ? undefined : await findCourse(tx, session.courseId);
  const [person] = await findParticipants(tx, [volunteerId]);
  const isOwn = course?.providerId === actor.providerId || person?.providerId === actor.providerId;
  if (course === undefined || person === undefined || !isOwn) throw new Refusal("not_found");
}
