import { readCurriculumOf } from "../db/repositories/curricula.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import { tellParticipants } from "./course-mails.ts";
import { sessionInHand, type SessionsInHand } from "./session-seats.ts";

/** One date of another course, to make up a module: it is booked, or the coordination took it back. */
export async function tellOfGuestSeat(
  hand: SessionsInHand,
  sessionId: string,
  state: "booked" | "ended",
): Promise<void> {
  const { deps, tx, learner } = hand;
  const { course, session } = sessionInHand(hand, sessionId);
  const { modules } = await readCurriculumOf(tx, course.row.curriculumId);
  const timeZone = await readTimeZone(tx);
  const seat = {
    state,
    moduleTitle: modules.find(({ key }) => key === session.moduleKey)?.title ?? session.moduleKey,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    place: session.place,
    timeZone,
  };
  const params = ({ firstName }: { firstName: string }) => ({ ...seat, firstName });
  await tellParticipants(deps, tx, [learner], "course_guest_seat", params, [...hand.courses.keys()]);
}
