import { and, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { accounts, providers } from "../schema/platform.ts";

export type AccountRow = typeof accounts.$inferSelect;
export type ProviderRow = typeof providers.$inferSelect;

const own = (tx: Tx, id: string) => and(eq(accounts.networkId, tx.networkId), eq(accounts.id, id));

export async function findAccountByEmail(tx: Tx, email: string): Promise<AccountRow | null> {
  const rows = await tx
    .select()
    .from(accounts)
    .where(and(eq(accounts.networkId, tx.networkId), eq(accounts.email, email)));
  return rows[0] ?? null;
}

export async function findAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const rows = await tx.select().from(accounts).where(own(tx, id));
  return rows[0] ?? null;
}

export async function lockAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const rows = await tx.select().from(accounts).where(own(tx, id)).for("update");
  return rows[0] ?? null;
}

export async function insertAccount(tx: Tx, account: Omit<typeof accounts.$inferInsert, "networkId">): Promise<void> {
  await tx.insert(accounts).values({ networkId: tx.networkId, ...account });
}

export async function updateAccount(
  tx: Tx,
  id: string,
  values: Partial<Pick<AccountRow, "passwordHash" | "totpSecretSealed" | "totpConfirmedAt" | "lastTotpStep">>,
): Promise<void> {
  await tx.update(accounts).set(values).where(own(tx, id));
}

export async function findProvider(tx: Tx, id: string): Promise<ProviderRow | null> {
  const rows = await tx
    .select()
    .from(providers)
    .where(and(eq(providers.networkId, tx.networkId), eq(providers.id, id)));
  return rows[0] ?? null;
}
