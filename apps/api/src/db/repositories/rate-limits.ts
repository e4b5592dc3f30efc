import { and, eq, lt, sql } from "drizzle-orm";
import type { Database } from "../client.ts";
import { rateLimits } from "../schema/platform.ts";

/** Counts a call in its window and tells how many there were, this one included; all processes count together. */
export async function countCall(db: Database, keyHash: string, windowStart: Date): Promise<number> {
  return db.withoutTenant(async (tx) => {
    const rows = await tx
      .insert(rateLimits)
      .values({ keyHash, windowStart, calls: 1 })
      .onConflictDoUpdate({
        target: [rateLimits.keyHash, rateLimits.windowStart],
        set: { calls: sql`${rateLimits.calls} + 1` },
      })
      .returning({ calls: rateLimits.calls });
    return rows[0]?.calls ?? 1;
  });
}

export async function readCalls(db: Database, keyHash: string, windowStart: Date): Promise<number> {
  return db.withoutTenant(async (tx) => {
    const rows = await tx
      .select({ calls: rateLimits.calls })
      .from(rateLimits)
      .where(and(eq(rateLimits.keyHash, keyHash), eq(rateLimits.windowStart, windowStart)));
    return rows[0]?.calls ?? 0;
  });
}

export async function forgetCalls(db: Database, before: Date): Promise<void> {
  await db.withoutTenant(async (tx) => {
    await tx.delete(rateLimits).where(lt(rateLimits.windowStart, before));
  });
}
