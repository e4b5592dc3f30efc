import type { EnrolmentAnswer } from "@augenhoehe/contract";
import { enrolDecision, type CoursePlaces, type Enrolment } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { ActivityEntry } from "../record-activity.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { enrolmentAnswer } from "./enrolment-answer.ts";
import { findCourseClash, keepEnrolment, tellOfPlace } from "./give-place.ts";
import type { Learner } from "./places-in-hand.ts";

export interface LearnerInCourse {
  readonly deps: AppDeps;
  readonly tx: Tx;
  /** The person, a coordinator, or whoever holds the link of a mail. */
  readonly actor: ActivityEntry["actor"];
  readonly course: CourseInHand;
  readonly learner: Learner;
}

/** A place where there is one, else the end of the waiting list; the person is told. */
export async function joinCourse(hand: LearnerInCourse, places: CoursePlaces): Promise<EnrolmentAnswer> {
  const { deps, tx, course, learner } = hand;
  const { volunteerId } = learner;
  const clash = await findCourseClash(deps, tx, course, volunteerId);
  const row = enrolDecision(places, { volunteerId, now: deps.clock(), clash });
  const answer = enrolmentAnswer(await keepEnrolment(deps, tx, course, places, row), volunteerId);
  await recordEnrolment(hand, row.status === "enrolled" ? "course_enrolled" : "course_waiting");
  await tellOfPlace(deps, tx, course, learner, answer.position);
  return answer;
}

/** A place that was offered, or that a coordinator gives: the same as enrolling from here on. */
export async function takePlace(
  hand: LearnerInCourse,
  places: CoursePlaces,
  row: Enrolment,
  action: string,
): Promise<EnrolmentAnswer> {
  const { deps, tx, course, learner } = hand;
  await keepEnrolment(deps, tx, course, places, row);
  await recordEnrolment(hand, action);
  await tellOfPlace(deps, tx, course, learner, null);
  return { status: "enrolled", position: null };
}

export const recordEnrolment = ({ deps, tx, actor, course, learner }: LearnerInCourse, action: string): Promise<void> =>
  deps.recordActivity(tx, {
    actor,
    action,
    subjectKind: "volunteer",
    subjectId: learner.volunteerId,
    facts: { courseId: course.row.id },
    providerId: learner.providerId,
  });
