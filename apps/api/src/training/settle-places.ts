import { findCourse } from "../db/repositories/courses.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { JobOutcome } from "../jobs/jobs.ts";
import type { JobData } from "../jobs/queues.ts";
import { takeCourse } from "./course-in-hand.ts";
import { moveUp } from "./move-up.ts";

/** Lets go of offers whose time is over and offers what is free; nothing when somebody did so already. */
export async function settlePlaces(
  deps: AppDeps,
  { networkId, courseId }: JobData["settle_places"],
): Promise<JobOutcome> {
  await deps.db.withTenant(networkId, async (tx) => {
    if ((await findCourse(tx, courseId)) !== undefined) await moveUp(deps, tx, await takeCourse(tx, courseId));
  });
  return "done";
}
