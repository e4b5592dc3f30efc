import type { Tx } from "../db/client.ts";
import type { Participant } from "../db/repositories/enrolments.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { describeCourse, tellParticipants } from "./course-mails.ts";
import { createPersonalLink } from "./personal-link.ts";

/** Each with a link of their own, by which they answer without signing in. */
export async function tellOfOffers(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  people: readonly Participant[],
  offerExpiresAt: Date,
): Promise<void> {
  if (people.length === 0) return;
  const description = await describeCourse(tx, course.row);
  for (const person of people) {
    const token = await createOfferLink(deps, tx, course, person);
    await tellParticipants(deps, tx, [person], "course_place_offered", ({ firstName }) => ({
      ...description,
      firstName,
      token,
      offerExpiresAt: offerExpiresAt.toISOString(),
    }));
  }
}

export async function tellOfLapsedOffers(
  deps: AppDeps,
  tx: Tx,
  course: CourseInHand,
  people: readonly Participant[],
): Promise<void> {
  const courseTitle = course.row.title;
  for (const person of people) {
    const token = await createOfferLink(deps, tx, course, person);
    await tellParticipants(deps, tx, [person], "course_offer_lapsed", ({ firstName }) => ({
      firstName,
      courseTitle,
      token,
    }));
  }
}

/** Outlives the offer: the same page lets somebody say that they still want a place. */
function createOfferLink(deps: AppDeps, tx: Tx, { row, state }: CourseInHand, { volunteerId }: Participant) {
  const expiresAt = state.lastSessionEndsAt ?? deps.clock();
  return createPersonalLink(deps, tx, { volunteerId, purpose: "offer", courseId: row.id, expiresAt });
}
