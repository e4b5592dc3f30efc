import { requireEnrolled } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listEnrolments, setEnrolmentStatus } from "../db/repositories/enrolments.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { moveUp } from "./move-up.ts";

/** Ends an enrolment, on the waiting list too; whoever waits longest moves up. What was attended stays. */
export async function giveBackPlace(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  course: CourseInHand,
  volunteerId: string,
): Promise<void> {
  requireEnrolled(await listEnrolments(tx, course.row.id), volunteerId);
  await setEnrolmentStatus(tx, course.row.id, volunteerId, "cancelled");
  await deps.recordActivity(tx, {
    actor,
    action: "course_place_given_back",
    subjectKind: "volunteer",
    subjectId: volunteerId,
    facts: { courseId: course.row.id },
  });
  await moveUp(deps, tx, course);
}
