import { isCourseOver } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listEnrolmentsOf } from "../db/repositories/volunteer-history.ts";
import { takeCourse } from "../training/course-in-hand.ts";
import { giveBackPlace } from "../training/give-back-place.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";

/** Every place and waiting-list place of somebody in courses that are not over; the waiting lists move up. */
export async function giveBackPlaces(deps: AppDeps, tx: Tx, actor: StaffActor, volunteerId: string): Promise<void> {
  const open = (await listEnrolmentsOf(tx, volunteerId)).filter(({ status }) => status !== "cancelled");
  for (const { id } of open.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const course = await takeCourse(tx, id);
    if (course.row.cancelledAt !== null || isCourseOver(course.state, deps.clock())) continue;
    await giveBackPlace(deps, tx, actor, course, volunteerId);
  }
}
