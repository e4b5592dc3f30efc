import { enrolDecision, Refusal, waitingList } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listEnrolments, lockLearner, saveEnrolment } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeCourse } from "../../training/course-in-hand.ts";
import { describeCourse, tellParticipants } from "../../training/course-mails.ts";
import { startTraining } from "../../training/move-up.ts";

export interface EnrolmentAnswer {
  readonly status: "enrolled" | "waiting";
  readonly position: number | null;
}

/** A place, or the waiting list. Asking again changes nothing and answers the same. */
export async function enrol(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  { courseId, volunteerId }: { courseId: string; volunteerId: string },
): Promise<EnrolmentAnswer> {
  const course = await takeCourse(tx, courseId);
  const learner = await lockLearner(tx, volunteerId);
  if (learner === undefined) throw new Refusal("not_found");
  const before = await listEnrolments(tx, courseId);
  const own = before.find((enrolment) => enrolment.volunteerId === volunteerId);
  if (own !== undefined && own.status !== "cancelled") {
    return answerOf(own.status === "enrolled" ? "enrolled" : "waiting", before, volunteerId);
  }
  if (learner.status === "left") throw new Refusal("already_left");
  if (learner.interviewedOn === null) throw new Refusal("interview_missing");

  const now = deps.clock();
  const status = enrolDecision(course.state, before, volunteerId, now);
  const queuedAt = afterEverybody(before, now);
  await saveEnrolment(tx, { courseId, volunteerId, status, queuedAt });
  if (status === "enrolled") await startTraining(tx, volunteerId);
  const answer = answerOf(status, await listEnrolments(tx, courseId), volunteerId);
  await deps.recordActivity(tx, {
    actor,
    action: status === "enrolled" ? "course_enrolled" : "course_waiting",
    subjectKind: "volunteer",
    subjectId: volunteerId,
    facts: { courseId },
    providerId: learner.providerId,
  });
  const description = await describeCourse(tx, course.row);
  await tellParticipants(deps, tx, [learner], "course_enrolled", ({ firstName }) => ({
    ...description,
    firstName,
    position: answer.position,
  }));
  return answer;
}

/** At least a millisecond after whoever came before, so that nobody in the queue is overtaken within one tick. */
function afterEverybody(enrolments: readonly { readonly queuedAt: Date }[], now: Date): Date {
  const last = Math.max(...enrolments.map(({ queuedAt }) => queuedAt.getTime()));
  return new Date(Math.max(now.getTime(), last + 1));
}

function answerOf(
  status: "enrolled" | "waiting",
  enrolments: Awaited<ReturnType<typeof listEnrolments>>,
  volunteerId: string,
): EnrolmentAnswer {
  if (status === "enrolled") return { status, position: null };
  return { status, position: waitingList(enrolments).findIndex((entry) => entry.volunteerId === volunteerId) + 1 };
}
