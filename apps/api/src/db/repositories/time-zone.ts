import { eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { networks } from "../schema/platform.ts";
import { localDayOf } from "../../local-time.ts";

/** The network's IANA zone: every date that people read or type is meant in it. */
export async function readTimeZone(tx: Tx): Promise<string> {
  const [row] = await tx.select({ timeZone: networks.timeZone }).from(networks).where(eq(networks.id, tx.networkId));
  if (row === undefined) throw new Error("The network of this transaction is gone");
  return row.timeZone;
}

/** Today, where the network is. */
export const readToday = async (tx: Tx, now: Date): Promise<string> => localDayOf(now, await readTimeZone(tx));
