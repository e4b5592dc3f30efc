import { givePlaceDecision, Refusal, requireEnrolled } from "@augenhoehe/domain";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { findCourseClash } from "../../training/give-place.ts";
import { takePlace } from "../../training/join-course.ts";
import { moveUp } from "../../training/move-up.ts";
import { takeForStaff } from "./take-for-staff.ts";

/** By phone: somebody says yes to an offer, or is given a place that nobody else is asked about. */
export const givePlace = (deps: AppDeps, actor: StaffActor, courseId: string, volunteerId: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const hand = await takeForStaff(deps, tx, actor, { courseId, volunteerId });
    if (hand.learner.status === "left") throw new Refusal("already_left");
    const places = await moveUp(deps, tx, hand.course);
    const clash = await findCourseClash(deps, tx, hand.course, volunteerId);
    const row = givePlaceDecision(places, { volunteerId, now: deps.clock(), clash });
    const isNew = requireEnrolled(places, volunteerId).status !== "enrolled";
    if (isNew) await takePlace(hand, places, row, "course_enrolled");
    return { done: true as const };
  });
