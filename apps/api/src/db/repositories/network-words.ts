import { eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { networks } from "../schema/platform.ts";

/** What stands about the network on paper. */
export async function readNetworkWords(tx: Tx) {
  const { name: networkName, city, timeZone } = networks;
  const [row] = await tx.select({ networkName, city, timeZone }).from(networks).where(eq(networks.id, tx.networkId));
  if (row === undefined) throw new Error("A network that is not there");
  return row;
}
