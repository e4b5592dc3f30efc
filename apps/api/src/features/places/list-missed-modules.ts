import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { listDatesElsewhere } from "../../training/dates-elsewhere.ts";
import { readMissedModules } from "../../training/missed-modules.ts";

type MissedModules = EndpointOutput<typeof endpoints.listOpenCourses>["missed"];

/** What somebody missed in courses they had a place in, with the dates at which it can be made up. */
export async function listMissedModules(
  tx: Tx,
  { volunteerId, curriculumIds, now }: { volunteerId: string; curriculumIds: readonly string[]; now: Date },
): Promise<MissedModules> {
  const missed: MissedModules = [];
  for (const curriculumId of curriculumIds) {
    const modules = await readMissedModules(tx, { volunteerId, curriculumId, now });
    const moduleKeys = modules.map(({ module }) => module.key);
    const dates = await listDatesElsewhere(tx, { volunteerId, curriculumId, moduleKeys }, now);
    for (const { module, missedAt, tooShort } of modules) {
      missed.push({
        moduleKey: module.key,
        moduleTitle: module.title,
        missedAt: missedAt.toISOString(),
        tooShort,
        dates: dates.filter(({ moduleKey }) => moduleKey === module.key).map(({ date }) => date),
      });
    }
  }
  return missed;
}
