import { giveBackDecision } from "@augenhoehe/domain";
import { keepEnrolment } from "./give-place.ts";
import { recordEnrolment, type LearnerInCourse } from "./join-course.ts";
import { moveUp } from "./move-up.ts";
import { readPlaces } from "./places-in-hand.ts";
import { settlePlacesSoon } from "./plan-settling.ts";

/** Ends an enrolment, an offered place and one on the waiting list too. What was attended stays. */
export async function giveBackPlace(hand: LearnerInCourse): Promise<void> {
  const { deps, tx, course, learner } = hand;
  const places = await readPlaces(tx, course);
  await keepEnrolment(deps, tx, course, places, giveBackDecision(places, learner.volunteerId));
  await recordEnrolment(hand, "course_place_given_back");
  await moveUp(deps, tx, course);
  await settlePlacesSoon(deps, tx, [learner.volunteerId], course.row.id);
}
