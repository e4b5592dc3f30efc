import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { accounts } from "../schema/platform.ts";
import { matchingRounds } from "../schema/rounds.ts";

const { frozenSealed: _frozen, ...COLUMNS } = getTableColumns(matchingRounds);

/** A round without what is frozen in it, which is large and read only where it is needed. */
export type StoredRound = Omit<typeof matchingRounds.$inferSelect, "frozenSealed">;
export interface RoundWithCounts extends StoredRound {
  readonly createdByName: string;
  readonly drafts: number;
  readonly sent: number;
}

const own = (tx: Tx, providerId: string, id: string) =>
  and(eq(matchingRounds.networkId, tx.networkId), eq(matchingRounds.id, id), eq(matchingRounds.providerId, providerId));

export async function insertRound(tx: Tx, round: Omit<typeof matchingRounds.$inferSelect, "networkId">): Promise<void> {
  await tx.insert(matchingRounds).values({ ...round, networkId: tx.networkId });
}

export async function findRound(tx: Tx, providerId: string, id: string): Promise<StoredRound | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(matchingRounds)
    .where(own(tx, providerId, id));
  return row;
}

/** Every change of a round or of its drafts begins here. */
export async function lockRound(tx: Tx, providerId: string, id: string): Promise<StoredRound | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(matchingRounds)
    .where(own(tx, providerId, id))
    .for("update");
  return row;
}

export async function readFrozenSealed(tx: Tx, id: string): Promise<string> {
  const [row] = await tx
    .select({ frozenSealed: matchingRounds.frozenSealed })
    .from(matchingRounds)
    .where(and(eq(matchingRounds.networkId, tx.networkId), eq(matchingRounds.id, id)));
  if (row === undefined) throw new Error("A round without what is frozen in it");
  return row.frozenSealed;
}

const withCounts = (tx: Tx) =>
  tx
    .select({
      ...COLUMNS,
      createdByName: accounts.displayName,
      drafts: sql<number>`(select count(*)::int from round_drafts d
        where d.network_id = ${matchingRounds.networkId} and d.round_id = ${matchingRounds.id})`,
      sent: sql<number>`(select count(*)::int from round_proposals p
        where p.network_id = ${matchingRounds.networkId} and p.round_id = ${matchingRounds.id})`,
    })
    .from(matchingRounds)
    .innerJoin(
      accounts,
      and(eq(accounts.networkId, matchingRounds.networkId), eq(accounts.id, matchingRounds.createdBy)),
    )
    .$dynamic();

export async function findRoundWithCounts(
  tx: Tx,
  providerId: string,
  id: string,
): Promise<RoundWithCounts | undefined> {
  const [row] = await withCounts(tx).where(own(tx, providerId, id));
  return row;
}

export async function listRoundsOfProvider(
  tx: Tx,
  providerId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: RoundWithCounts[]; total: number }> {
  const isOwn = and(eq(matchingRounds.networkId, tx.networkId), eq(matchingRounds.providerId, providerId));
  const rows = await withCounts(tx)
    .where(isOwn)
    .orderBy(desc(matchingRounds.createdAt), desc(matchingRounds.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(matchingRounds)
    .where(isOwn);
  return { rows, total: counted?.total ?? 0 };
}

export async function updateRound(
  tx: Tx,
  providerId: string,
  id: string,
  values: { readonly name: string } | { readonly closedAt: Date },
): Promise<void> {
  await tx
    .update(matchingRounds)
    .set(values)
    .where(own(tx, providerId, id));
}

/** With its drafts and solvings; proposals made from it stay. */
export async function removeRound(tx: Tx, providerId: string, id: string): Promise<void> {
  await tx.delete(matchingRounds).where(own(tx, providerId, id));
}
