import type { EnrolmentAnswer } from "@augenhoehe/contract";
import { passOfferDecision, requireEnrolled, takeOfferDecision } from "@augenhoehe/domain";
import { saveEnrolment } from "../db/repositories/enrolments.ts";
import { enrolmentAnswer } from "./enrolment-answer.ts";
import { joinCourse, recordEnrolment, takePlace, type LearnerInCourse } from "./join-course.ts";
import { moveUp } from "./move-up.ts";
import { readPlaces } from "./places-in-hand.ts";
import { settlePlacesSoon } from "./plan-settling.ts";

export type OfferAnswer = "take" | "not_now" | "still_want";

/** Signed in or by the link of a mail: the same answers with the same results, however often they are given. */
export function answerOffer(hand: LearnerInCourse, answer: OfferAnswer): Promise<EnrolmentAnswer> {
  switch (answer) {
    case "take":
      return takeOffer(hand);
    case "not_now":
      return passOffer(hand);
    case "still_want":
      return askAgain(hand);
  }
}

export async function takeOffer(hand: LearnerInCourse): Promise<EnrolmentAnswer> {
  const { deps, tx, course, learner } = hand;
  const places = await readPlaces(tx, course);
  const row = takeOfferDecision(places, learner.volunteerId, deps.clock());
  if (requireEnrolled(places, learner.volunteerId).status === "enrolled") return { status: "enrolled", position: null };
  return takePlace(hand, places, row, "course_offer_taken");
}

async function passOffer(hand: LearnerInCourse): Promise<EnrolmentAnswer> {
  const { deps, tx, course, learner } = hand;
  const places = await readPlaces(tx, course);
  const row = passOfferDecision(places, learner.volunteerId, deps.clock());
  if (requireEnrolled(places, learner.volunteerId).status === "offered") {
    await saveEnrolment(tx, course.row.id, row);
    await recordEnrolment(hand, "course_offer_passed");
    await settlePlacesSoon(deps, tx, [learner.volunteerId], course.row.id);
  }
  return enrolmentAnswer(await moveUp(deps, tx, course), learner.volunteerId);
}

/** Back to the end of those who are asked, or to a place at once where one is free. */
async function askAgain(hand: LearnerInCourse): Promise<EnrolmentAnswer> {
  const { deps, tx, course, learner } = hand;
  const places = await moveUp(deps, tx, course);
  const { lapsedAt } = requireEnrolled(places, learner.volunteerId);
  return lapsedAt === null ? enrolmentAnswer(places, learner.volunteerId) : joinCourse(hand, places);
}
