import { missedAt, type CurriculumModule } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { readCurriculumOf, readProgress } from "../db/repositories/curricula.ts";
import { listExpectedSessions } from "../db/repositories/session-bookings.ts";

export interface MissedModuleOfPerson {
  readonly module: CurriculumModule;
  /** The session that was missed, or cannot be come to. */
  readonly missedAt: Date;
}

/** What somebody can make up in another run: nothing once the curriculum is complete. */
export async function readMissedModules(
  tx: Tx,
  { volunteerId, curriculumId, now }: { volunteerId: string; curriculumId: string; now: Date },
): Promise<MissedModuleOfPerson[]> {
  const curriculum = await readCurriculumOf(tx, curriculumId);
  const progress = (await readProgress(tx, curriculum, [volunteerId])).get(volunteerId);
  if (progress === undefined || progress.isComplete) return [];
  const expected = await listExpectedSessions(tx, volunteerId, curriculumId);
  const facts = {
    now,
    hoursMissing: progress.attendedMinutes < progress.requiredMinutes,
    hasAttendedAny: progress.attendedCount > 0,
  };
  return progress.modules.flatMap((entry) => {
    const at = missedAt(entry, expected, facts);
    return at === null ? [] : [{ module: entry.module, missedAt: at }];
  });
}
