import { and, asc, eq, ne } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { providers } from "../schema/platform.ts";

/** Whom a request can be handed to. */
export async function listOtherProviders(tx: Tx, providerId: string): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: providers.id, name: providers.name })
    .from(providers)
    .where(and(eq(providers.networkId, tx.networkId), ne(providers.id, providerId)))
    .orderBy(asc(providers.name));
}
