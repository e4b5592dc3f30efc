import type { Tx } from "../../db/client.ts";
import { outlineCourses } from "../../db/repositories/course-summaries.ts";
import type { CourseSessionRow } from "../../db/repositories/courses.ts";

/** A session in the words of its course. */
export async function describeSession(tx: Tx, { id, courseId, startsAt, endsAt, place }: CourseSessionRow, now: Date) {
  const [course] = await outlineCourses(tx, [courseId], now);
  const module = course?.sessions.find((session) => session.id === id)?.moduleTitle ?? "";
  return {
    course: course?.title ?? "",
    module,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
  };
}
