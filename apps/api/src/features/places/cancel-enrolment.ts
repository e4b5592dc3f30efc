import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { tellParticipants } from "../../training/course-mails.ts";
import { giveBackPlace } from "../../training/give-back-place.ts";
import { takeForStaff } from "./take-for-staff.ts";

export const cancelEnrolment = (deps: AppDeps, actor: StaffActor, courseId: string, volunteerId: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const hand = await takeForStaff(deps, tx, actor, { courseId, volunteerId });
    await giveBackPlace(hand);
    const courseTitle = hand.course.row.title;
    const params = ({ firstName }: { firstName: string }) => ({ firstName, courseTitle });
    await tellParticipants(deps, tx, [hand.learner], "course_place_ended", params, [courseId]);
    return { done: true as const };
  });
