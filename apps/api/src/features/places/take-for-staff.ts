import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import type { LearnerInCourse } from "../../training/join-course.ts";
import { takePlacesIn } from "../../training/places-in-hand.ts";

/** The organising provider decides about everybody in the course, other providers about their own people. */
export async function takeForStaff(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { courseId, volunteerId }: { courseId: string; volunteerId: string },
): Promise<LearnerInCourse> {
  const { course, learner } = await takePlacesIn(tx, courseId, volunteerId);
  const isOwn = learner.providerId === actor.providerId || course.row.providerId === actor.providerId;
  if (!isOwn) throw new Refusal("not_found");
  return { deps, tx, actor, course, learner };
}
