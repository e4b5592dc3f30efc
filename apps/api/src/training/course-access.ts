import { isOpenToTrainers, Refusal } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findCourse, listCourseSessions, listCourseTrainers, type CourseRow } from "../db/repositories/courses.ts";
import type { StaffActor } from "../http/policy.ts";
import { courseState } from "./course-in-hand.ts";

export interface CourseAccess {
  readonly row: CourseRow;
  readonly trainers: Awaited<ReturnType<typeof listCourseTrainers>>;
  /** Its trainer, or a coordinator of the organising provider: sees every name, marks attendance. */
  readonly mayManage: boolean;
}

/**
 * Coordinators see every course of their network. For a trainer, another's course is none at all, and neither is an
 * own one some weeks after it ended.
 */
export async function accessCourse(tx: Tx, actor: StaffActor, id: string, now: Date): Promise<CourseAccess> {
  const row = await findCourse(tx, id);
  if (row === undefined) throw new Refusal("not_found");
  const trainers = await listCourseTrainers(tx, id);
  const isItsTrainer =
    actor.roles.includes("trainer") &&
    trainers.some(({ accountId }) => accountId === actor.accountId) &&
    isOpenToTrainers(courseState(row, await listCourseSessions(tx, id)), now);
  const isCoordinator = actor.roles.includes("coordinator");
  if (!isItsTrainer && !isCoordinator) throw new Refusal("not_found");
  return { row, trainers, mayManage: isItsTrainer || (isCoordinator && row.providerId === actor.providerId) };
}

/** For what only the people who run the course may do. */
export async function manageCourse(tx: Tx, actor: StaffActor, id: string, now: Date): Promise<CourseAccess> {
  const access = await accessCourse(tx, actor, id, now);
  if (!access.mayManage) throw new Refusal("not_permitted");
  return access;
}
