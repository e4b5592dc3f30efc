import type { Tx } from "../../db/client.ts";
import { listDistricts, listTerms } from "../../db/repositories/public-network.ts";
import { readToday } from "../../db/repositories/time-zone.ts";
import { readingScene, type ReadingScene } from "../../spreadsheet/reading-scene.ts";

/** Cells are read against the network's own districts and words, and its day. */
export async function readScene(tx: Tx, now: Date): Promise<ReadingScene> {
  const terms = await listTerms(tx);
  const namesOf = (wanted: "topic" | "interest") =>
    terms.filter(({ kind }) => kind === wanted).map(({ key, labels }) => ({ key, labels: Object.values(labels) }));
  return readingScene({
    today: await readToday(tx, now),
    districts: await listDistricts(tx),
    topics: namesOf("topic"),
    interests: namesOf("interest"),
  });
}
