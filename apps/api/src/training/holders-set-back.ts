import type { Tx } from "../db/client.ts";
import { listCertificateHolders } from "../db/repositories/attendances.ts";
import type { CourseSessionRow } from "../db/repositories/courses.ts";
import { readCurriculumOf, readProgress } from "../db/repositories/curricula.ts";
import type { Settled } from "./enter-marks.ts";
import { displayName } from "./roster.ts";

/**
 * People whose valid certificate names a module that a correction has just taken away. It stays valid: only a
 * coordinator revokes it, so whoever corrects is told.
 */
export async function certificateHoldersSetBack(
  tx: Tx,
  session: CourseSessionRow,
  curriculumId: string,
  changed: readonly Settled[],
): Promise<{ volunteerId: string; displayName: string }[]> {
  const setBack = changed.filter(({ before }) => before.mark === "present").map(({ volunteerId }) => volunteerId);
  const holders = await listCertificateHolders(tx, curriculumId, setBack);
  const ids = holders.map(({ volunteerId }) => volunteerId);
  if (ids.length === 0) return [];
  const progress = await readProgress(tx, await readCurriculumOf(tx, curriculumId), ids);
  return holders
    .filter(({ volunteerId }) => {
      const of = progress.get(volunteerId);
      const isModuleGone = of?.modules.some(({ module, attended }) => module.key === session.moduleKey && !attended);
      return isModuleGone === true || of?.isComplete === false;
    })
    .map((person) => ({ volunteerId: person.volunteerId, displayName: displayName(person) }));
}
