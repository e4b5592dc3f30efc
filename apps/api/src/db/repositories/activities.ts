import { chunksOf } from "../chunks.ts";
import type { Tx } from "../client.ts";
import { activities } from "../schema/platform.ts";

export type NewActivity = Omit<typeof activities.$inferInsert, "networkId">;

export async function insertActivities(tx: Tx, rows: readonly NewActivity[]): Promise<void> {
  for (const some of chunksOf(rows)) {
    await tx.insert(activities).values(some.map((row) => ({ networkId: tx.networkId, ...row })));
  }
}
