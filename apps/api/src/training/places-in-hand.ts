import { activeWaitingList, Refusal, type CoursePlaces } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listEnrolments, lockLearners } from "../db/repositories/enrolments.ts";
import { listSessionBookings } from "../db/repositories/session-bookings.ts";
import { takeCourse, type CourseInHand } from "./course-in-hand.ts";

export type Learner = Awaited<ReturnType<typeof lockLearners>>[number];

/**
 * Courses in which one person's places are about to change. The courses are locked in the order of their ids, then
 * everybody concerned, the person and all who could be offered a place, in the order of theirs: whoever changes
 * places does it in this order, so nobody waits for somebody who waits for them.
 */
export async function takePlaces(
  tx: Tx,
  courseIds: readonly string[],
  volunteerId: string,
): Promise<{ readonly courses: ReadonlyMap<string, CourseInHand>; readonly learner: Learner }> {
  const courses = new Map<string, CourseInHand>();
  for (const id of [...new Set(courseIds)].sort()) courses.set(id, await takeCourse(tx, id));
  const people = [volunteerId];
  for (const id of courses.keys()) people.push(...(await listAskable(tx, id)));
  const learner = (await lockLearners(tx, people)).find((person) => person.volunteerId === volunteerId);
  if (learner === undefined) throw new Refusal("not_found");
  return { courses, learner };
}

/** The same for one course. */
export async function takePlacesIn(tx: Tx, courseId: string, volunteerId: string) {
  const { courses, learner } = await takePlaces(tx, [courseId], volunteerId);
  return { course: inHand(courses, courseId), learner };
}

export function inHand(courses: ReadonlyMap<string, CourseInHand>, id: string): CourseInHand {
  const course = courses.get(id);
  if (course === undefined) throw new Error("This course was not taken");
  return course;
}

export async function listAskable(tx: Tx, courseId: string): Promise<string[]> {
  return activeWaitingList(await listEnrolments(tx, courseId)).map((enrolment) => enrolment.volunteerId);
}

/** Who sits where at this moment of the transaction. */
export async function readPlaces(tx: Tx, { row, sessions, state }: CourseInHand): Promise<CoursePlaces> {
  return {
    ...state,
    sessions,
    enrolments: await listEnrolments(tx, row.id),
    bookings: await listSessionBookings(tx, row.id),
  };
}
