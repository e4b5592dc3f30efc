import type { EnrolmentAnswer } from "@augenhoehe/contract";
import { requireEnrolled, waitingList, type CoursePlaces } from "@augenhoehe/domain";

/** Where somebody stands now: with a place, asked about one, or so far down the list. */
export function enrolmentAnswer(places: CoursePlaces, volunteerId: string): EnrolmentAnswer {
  const { status } = requireEnrolled(places, volunteerId);
  if (status === "enrolled" || status === "offered") return { status, position: null };
  const position = waitingList(places.enrolments).findIndex((entry) => entry.volunteerId === volunteerId) + 1;
  return { status: "waiting", position };
}
