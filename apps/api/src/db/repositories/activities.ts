import type { Tx } from "../client.ts";
import { activities } from "../schema/platform.ts";

export type NewActivity = Omit<typeof activities.$inferInsert, "networkId">;

export async function insertActivity(tx: Tx, activity: NewActivity): Promise<void> {
  await tx.insert(activities).values({ networkId: tx.networkId, ...activity });
}
