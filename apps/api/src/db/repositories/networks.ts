import { asc, eq, sql } from "drizzle-orm";
import type { OpenTransaction, Tx } from "../client.ts";
import { networks } from "../schema/platform.ts";

export type NetworkRow = typeof networks.$inferSelect;

export async function findNetworkBySlug(tx: OpenTransaction, slug: string): Promise<NetworkRow | null> {
  const rows = await tx.select().from(networks).where(eq(networks.slug, slug));
  return rows[0] ?? null;
}

export async function listNetworks(tx: OpenTransaction): Promise<NetworkRow[]> {
  return tx.select().from(networks).orderBy(asc(networks.name));
}

export async function countNetworks(tx: OpenTransaction): Promise<number> {
  const rows = await tx.select({ count: sql<number>`count(*)::int` }).from(networks);
  return rows[0]?.count ?? 0;
}

/** The network this transaction belongs to. */
export async function readOwnNetwork(tx: Tx): Promise<NetworkRow> {
  const rows = await tx.select().from(networks).where(eq(networks.id, tx.networkId));
  const [network] = rows;
  if (network === undefined) throw new Error("The network of this transaction is gone");
  return network;
}

export const readNetworkName = async (tx: Tx): Promise<string> => (await readOwnNetwork(tx)).name;

export async function hasDemoNetwork(tx: OpenTransaction): Promise<boolean> {
  const rows = await tx.select({ id: networks.id }).from(networks).where(eq(networks.demo, true)).limit(1);
  return rows.length > 0;
}

/** A database with real people in it never turns into a demo by a setting. */
export const mayBeDemo = async (tx: OpenTransaction): Promise<boolean> =>
  (await countNetworks(tx)) === 0 || (await hasDemoNetwork(tx));
