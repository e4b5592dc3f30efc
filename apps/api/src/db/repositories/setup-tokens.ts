import { asc } from "drizzle-orm";
import type { OpenTransaction } from "../client.ts";
import { setupTokens } from "../schema/platform.ts";

export async function insertSetupToken(tx: OpenTransaction, tokenHash: string, now: Date): Promise<void> {
  await tx.insert(setupTokens).values({ tokenHash, createdAt: now });
}

/** All of them locked: of two people who use tokens at once, the second finds them gone. */
export async function lockSetupTokens(tx: OpenTransaction): Promise<string[]> {
  const rows = await tx.select().from(setupTokens).orderBy(asc(setupTokens.tokenHash)).for("update");
  return rows.map(({ tokenHash }) => tokenHash);
}

export async function deleteSetupTokens(tx: OpenTransaction): Promise<void> {
  await tx.delete(setupTokens);
}
