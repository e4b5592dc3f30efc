import type { Tx } from "../db/client.ts";
import { listCoursesAwaitedBy } from "../db/repositories/enrolments.ts";
import type { AppDeps } from "../http/app-deps.ts";

/** A moment after an offer's last one, so that the job finds it overdue. */
const GRACE_MS = 1000;

export const settlePlacesAt = (deps: Pick<AppDeps, "jobs">, tx: Tx, courseId: string, at: Date): Promise<void> =>
  deps.jobs.enqueue(tx, "settle_places", { networkId: tx.networkId, courseId }, new Date(at.getTime() + GRACE_MS));

/**
 * These people have a time free again, which may be what kept them from being offered a place elsewhere. Looked at by
 * a job, because those courses are not in hand here.
 */
export async function settlePlacesSoon(
  deps: AppDeps,
  tx: Tx,
  volunteerIds: readonly string[],
  exceptCourseId: string | null,
): Promise<void> {
  for (const courseId of await listCoursesAwaitedBy(tx, volunteerIds)) {
    if (courseId !== exceptCourseId)
      await deps.jobs.enqueue(tx, "settle_places", { networkId: tx.networkId, courseId });
  }
}
