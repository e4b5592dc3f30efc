import { Refusal } from "@augenhoehe/domain";
import { findParticipants } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { takeCourse } from "../../training/course-in-hand.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { giveBackPlace } from "../../training/give-back-place.ts";

/** By the organising provider for everybody in the course, by other providers for their own people. */
export const cancelEnrolment = (deps: AppDeps, actor: StaffActor, courseId: string, volunteerId: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const course = await takeCourse(tx, courseId);
    const [person] = await findParticipants(tx, [volunteerId]);
    const isOwn = person?.providerId === actor.providerId || course.row.providerId === actor.providerId;
    if (person === undefined || !isOwn) throw new Refusal("not_found");
    await giveBackPlace(deps, tx, actor, course, volunteerId);
    const courseTitle = course.row.title;
    await tellParticipants(deps, tx, [person], "course_place_ended", ({ firstName }) => ({ firstName, courseTitle }));
    return { done: true as const };
  });
