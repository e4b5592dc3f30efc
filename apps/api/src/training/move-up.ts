import { decideVolunteer, promotions } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import {
  findParticipants,
  listEnrolments,
  lockLearner,
  setEnrolmentStatus,
  setVolunteerStatus,
} from "../db/repositories/enrolments.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { CourseInHand } from "./course-in-hand.ts";
import { describeCourse, tellParticipants } from "./course-mails.ts";

/** Gives free places to the waiting list, first come first, and tells those who moved up. */
export async function moveUp(deps: AppDeps, tx: Tx, course: CourseInHand): Promise<void> {
  const next = promotions(course.state, await listEnrolments(tx, course.row.id), deps.clock());
  if (next.length === 0) return;
  for (const { volunteerId } of next) {
    await setEnrolmentStatus(tx, course.row.id, volunteerId, "enrolled");
    await startTraining(tx, volunteerId);
    await deps.recordActivity(tx, {
      actor: { kind: "system" },
      action: "course_moved_up",
      subjectKind: "volunteer",
      subjectId: volunteerId,
      facts: { courseId: course.row.id },
      providerId: course.row.providerId,
    });
  }
  const description = await describeCourse(tx, course.row);
  const people = await findParticipants(
    tx,
    next.map(({ volunteerId }) => volunteerId),
  );
  await tellParticipants(deps, tx, people, "course_moved_up", ({ firstName }) => ({ ...description, firstName }));
}

/** A place in a course is the beginning of the training. */
export async function startTraining(tx: Tx, volunteerId: string): Promise<void> {
  const learner = await lockLearner(tx, volunteerId);
  if (learner === undefined || learner.status === "left") return;
  const status = decideVolunteer(learner.status, "start_training", learner.interviewedOn !== null);
  if (status !== learner.status) await setVolunteerStatus(tx, volunteerId, status);
}
