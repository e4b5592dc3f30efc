import { missedModules, type MissedModule } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { readCurriculumOf, readProgress } from "../db/repositories/curricula.ts";
import { listExpectedSessions } from "../db/repositories/session-bookings.ts";

/** What somebody can make up in another run of the curriculum. */
export async function readMissedModules(
  tx: Tx,
  { volunteerId, curriculumId, now }: { volunteerId: string; curriculumId: string; now: Date },
): Promise<readonly MissedModule[]> {
  const curriculum = await readCurriculumOf(tx, curriculumId);
  const progress = (await readProgress(tx, curriculum, [volunteerId])).get(volunteerId);
  if (progress === undefined) return [];
  return missedModules(progress, await listExpectedSessions(tx, volunteerId, curriculumId), now);
}
