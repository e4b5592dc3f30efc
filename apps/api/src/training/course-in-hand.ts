import { Refusal, type CourseState } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { lastEnd } from "../db/repositories/course-summaries.ts";
import { listCourseSessions, lockCourse, type CourseRow, type CourseSessionRow } from "../db/repositories/courses.ts";
import type { StaffActor } from "../http/policy.ts";

/** A course while it is being changed: nobody else takes or gives back a place until the transaction ends. */
export interface CourseInHand {
  readonly row: CourseRow;
  readonly sessions: readonly CourseSessionRow[];
  readonly state: CourseState;
}

export async function takeCourse(tx: Tx, id: string): Promise<CourseInHand> {
  const row = await lockCourse(tx, id);
  if (row === undefined) throw new Refusal("not_found");
  const sessions = await listCourseSessions(tx, id);
  return { row, sessions, state: courseState(row, sessions) };
}

/** Every coordinator of the network sees a course; only those of the organising provider change it. */
export async function takeOwnCourse(tx: Tx, actor: StaffActor, id: string): Promise<CourseInHand> {
  const course = await takeCourse(tx, id);
  if (course.row.providerId !== actor.providerId) throw new Refusal("not_permitted");
  return course;
}

export const courseState = (row: CourseRow, sessions: readonly CourseSessionRow[]): CourseState => ({
  places: row.places,
  cancelledAt: row.cancelledAt,
  lastSessionEndsAt: lastEnd(sessions),
});
