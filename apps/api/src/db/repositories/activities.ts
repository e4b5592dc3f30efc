import type { Tx } from "../client.ts";
import { activities } from "../schema/platform.ts";

export type NewActivity = Omit<typeof activities.$inferInsert, "networkId">;

export async function insertActivities(tx: Tx, rows: readonly NewActivity[]): Promise<void> {
  if (rows.length > 0) await tx.insert(activities).values(rows.map((row) => ({ networkId: tx.networkId, ...row })));
}
