import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { takeCourse } from "../../training/course-in-hand.ts";
import { giveBackPlace } from "../../training/give-back-place.ts";

export const cancelMyEnrolment = (deps: AppDeps, actor: VolunteerActor, courseId: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await giveBackPlace(deps, tx, actor, await takeCourse(tx, courseId), actor.volunteerId);
    return { done: true as const };
  });
