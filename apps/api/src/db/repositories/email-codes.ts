import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { emailCodes } from "../schema/platform.ts";

export type EmailCodeRow = typeof emailCodes.$inferSelect;

/** A browser has one open code; asking again replaces it. */
export async function replaceEmailCode(tx: Tx, code: Omit<typeof emailCodes.$inferInsert, "networkId">): Promise<void> {
  await tx
    .delete(emailCodes)
    .where(and(eq(emailCodes.networkId, tx.networkId), eq(emailCodes.browserHash, code.browserHash)));
  await tx.insert(emailCodes).values({ networkId: tx.networkId, ...code });
}

export async function lockOpenEmailCode(tx: Tx, browserHash: string): Promise<EmailCodeRow | null> {
  const rows = await tx
    .select()
    .from(emailCodes)
    .where(
      and(eq(emailCodes.networkId, tx.networkId), eq(emailCodes.browserHash, browserHash), isNull(emailCodes.usedAt)),
    )
    .orderBy(desc(emailCodes.createdAt))
    .limit(1)
    .for("update");
  return rows[0] ?? null;
}

export async function countEmailCodeAttempt(tx: Tx, id: string): Promise<void> {
  await tx
    .update(emailCodes)
    .set({ attempts: sql`${emailCodes.attempts} + 1` })
    .where(and(eq(emailCodes.networkId, tx.networkId), eq(emailCodes.id, id)));
}

export async function useEmailCode(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .update(emailCodes)
    .set({ usedAt: at })
    .where(and(eq(emailCodes.networkId, tx.networkId), eq(emailCodes.id, id)));
}
