import { eq } from "drizzle-orm";
import type { OpenTransaction } from "../client.ts";
import { setupTokens } from "../schema/platform.ts";

export async function insertSetupToken(tx: OpenTransaction, tokenHash: string, now: Date): Promise<void> {
  await tx.insert(setupTokens).values({ tokenHash, createdAt: now });
}

/** Locked, so that of two who use a token at once the second finds the network there. */
export async function lockSetupToken(tx: OpenTransaction, tokenHash: string): Promise<boolean> {
  const rows = await tx.select().from(setupTokens).where(eq(setupTokens.tokenHash, tokenHash)).for("update");
  return rows.length > 0;
}

export async function deleteSetupTokens(tx: OpenTransaction): Promise<void> {
  await tx.delete(setupTokens);
}
