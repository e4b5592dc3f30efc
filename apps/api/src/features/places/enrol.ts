import type { EnrolmentAnswer } from "@augenhoehe/contract";
import { findEnrolment, Refusal, requireRegistrationOpen, requireTopUpAllowed } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeOffer } from "../../training/answer-offer.ts";
import { enrolmentAnswer } from "../../training/enrolment-answer.ts";
import { joinCourse, type LearnerInCourse } from "../../training/join-course.ts";
import { moveUp } from "../../training/move-up.ts";
import { takePlacesIn } from "../../training/places-in-hand.ts";

interface Wish {
  readonly courseId: string;
  readonly volunteerId: string;
  /** A coordinator enrols people also before registration opens and after it closes. */
  readonly by: "volunteer" | "coordinator";
}

/**
 * A place, or the waiting list. Asking again changes nothing and answers the same, but takes a place that is offered,
 * and brings back who let one pass.
 */
export async function enrol(deps: AppDeps, tx: Tx, actor: StaffActor, wish: Wish): Promise<EnrolmentAnswer> {
  const { courseId, volunteerId, by } = wish;
  const hand = { deps, tx, actor, ...(await takePlacesIn(tx, courseId, volunteerId)) };
  const places = await moveUp(deps, tx, hand.course);
  const own = findEnrolment(places, volunteerId);
  if (own === undefined || own.status === "cancelled") await requireMayEnrol(hand, by);
  else if (own.status === "offered") return takeOffer(hand);
  else if (own.lapsedAt === null) return enrolmentAnswer(places, volunteerId);
  return joinCourse(hand, places);
}

async function requireMayEnrol({ deps, tx, course, learner }: LearnerInCourse, by: Wish["by"]): Promise<void> {
  if (learner.status === "left") throw new Refusal("already_left");
  if (learner.interviewedOn === null) throw new Refusal("interview_missing");
  const { purpose } = await readCurriculumOf(tx, course.row.curriculumId);
  requireTopUpAllowed(purpose, {
    hasValidCertificate: learner.certificateId !== null,
    hasOverride: learner.certificateOverrideAt !== null,
  });
  if (by === "volunteer") requireRegistrationOpen(course.row, deps.clock());
}
