import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { giveBackPlace } from "../../training/give-back-place.ts";
import { takePlacesIn } from "../../training/places-in-hand.ts";

export const cancelMyEnrolment = (deps: AppDeps, actor: VolunteerActor, courseId: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await giveBackPlace({ deps, tx, actor, ...(await takePlacesIn(tx, courseId, actor.volunteerId)) });
    return { done: true as const };
  });
