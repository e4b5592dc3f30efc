import { and, asc, eq, getTableColumns } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { accounts } from "../schema/platform.ts";
import { roundDrafts } from "../schema/rounds.ts";

export interface StoredDraft extends Readonly<typeof roundDrafts.$inferSelect> {
  readonly changedByName: string;
}

const isThis = (tx: Tx, roundId: string, id: string) =>
  and(eq(roundDrafts.networkId, tx.networkId), eq(roundDrafts.roundId, roundId), eq(roundDrafts.id, id));

const withName = (tx: Tx) =>
  tx
    .select({ ...getTableColumns(roundDrafts), changedByName: accounts.displayName })
    .from(roundDrafts)
    .innerJoin(accounts, and(eq(accounts.networkId, roundDrafts.networkId), eq(accounts.id, roundDrafts.changedBy)))
    .$dynamic();

export async function findDraft(tx: Tx, roundId: string, id: string): Promise<StoredDraft | undefined> {
  const [row] = await withName(tx).where(isThis(tx, roundId, id));
  return row;
}

/** After the round's row: nobody else changes this draft until the transaction ends. */
export async function lockDraft(tx: Tx, roundId: string, id: string): Promise<StoredDraft | undefined> {
  const [row] = await withName(tx)
    .where(isThis(tx, roundId, id))
    .for("update", { of: roundDrafts });
  return row;
}

export const listDrafts = (tx: Tx, roundId: string): Promise<StoredDraft[]> =>
  withName(tx)
    .where(and(eq(roundDrafts.networkId, tx.networkId), eq(roundDrafts.roundId, roundId)))
    .orderBy(asc(roundDrafts.createdAt), asc(roundDrafts.id));

export async function insertDraft(tx: Tx, draft: Omit<typeof roundDrafts.$inferSelect, "networkId">): Promise<void> {
  await tx.insert(roundDrafts).values({ ...draft, networkId: tx.networkId });
}

export async function updateDraft(
  tx: Tx,
  { roundId, id }: { readonly roundId: string; readonly id: string },
  values: Partial<Omit<typeof roundDrafts.$inferInsert, "networkId" | "id" | "roundId">>,
): Promise<void> {
  await tx
    .update(roundDrafts)
    .set(values)
    .where(isThis(tx, roundId, id));
}

export async function removeDraft(tx: Tx, roundId: string, id: string): Promise<void> {
  await tx.delete(roundDrafts).where(isThis(tx, roundId, id));
}
