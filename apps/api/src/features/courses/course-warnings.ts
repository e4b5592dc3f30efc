import type { CourseForStaff } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { listCourseSessions } from "../../db/repositories/courses.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import type { CourseAccess } from "../../training/course-access.ts";
import { findWarnings } from "./find-warnings.ts";

/** What has come up since the dates were saved, for who runs the course; of a cancelled one nothing. */
export async function courseWarnings(
  tx: Tx,
  { row, trainers, mayManage }: CourseAccess,
  reader: { readonly locale: string; readonly now: Date },
): Promise<CourseForStaff["warnings"]> {
  if (!mayManage || row.cancelledAt !== null) return { sessions: [], course: [] };
  const sessions = (await listCourseSessions(tx, row.id)).filter(({ cancelledAt }) => cancelledAt === null);
  const plan = {
    courseId: row.id,
    curriculum: await readCurriculumOf(tx, row.curriculumId),
    trainerAccountIds: trainers.map(({ accountId }) => accountId),
    sessions,
    saved: sessions,
  };
  const found = await findWarnings(tx, plan, reader);
  return {
    sessions: sessions.flatMap(({ id }, index) => {
      const warnings = found.sessions[index] ?? [];
      return warnings.length === 0 ? [] : [{ sessionId: id, warnings }];
    }),
    course: found.course,
  };
}
