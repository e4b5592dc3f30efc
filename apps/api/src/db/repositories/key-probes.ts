import { eq } from "drizzle-orm";
import type { OpenTransaction } from "../client.ts";
import { keyProbes } from "../schema/platform.ts";

/** The probe of the first process that ever started; `mine` becomes it where there is none. */
export async function readOrLeaveProbe(tx: OpenTransaction, id: string, mine: string): Promise<string> {
  await tx.insert(keyProbes).values({ id, probeSealed: mine }).onConflictDoNothing();
  const rows = await tx.select().from(keyProbes).where(eq(keyProbes.id, id));
  return rows[0]?.probeSealed ?? mine;
}
