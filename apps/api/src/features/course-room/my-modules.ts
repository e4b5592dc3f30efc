import type { Tx } from "../../db/client.ts";
import { readPartInCourse, type PartInCourse } from "../../db/repositories/course-rooms.ts";
import { listCourseSessions, type CourseSessionRow } from "../../db/repositories/courses.ts";

/**
 * Modules of a course whose files a volunteer may have: all with a place in it, else those they come to as a guest or
 * were there for.
 */
export function moduleKeysOfPart(
  part: PartInCourse,
  sessions: readonly CourseSessionRow[],
): ReadonlySet<string> | "all" {
  if (part.status === "enrolled") return "all";
  const attended = sessions.filter(({ id }) => {
    const own = part.sessions.get(id);
    return own?.booking === "guest" || own?.mark === "present";
  });
  return new Set(attended.map(({ moduleKey }) => moduleKey));
}

export async function mayReadModule(
  tx: Tx,
  courseId: string,
  moduleKey: string,
  volunteerId: string,
): Promise<boolean> {
  const keys = moduleKeysOfPart(
    await readPartInCourse(tx, courseId, volunteerId),
    await listCourseSessions(tx, courseId),
  );
  return keys === "all" || keys.has(moduleKey);
}
