import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { declarationTexts, districts, terms } from "../schema/people.ts";
import { providers } from "../schema/platform.ts";

export const listDistricts = (tx: Tx) =>
  tx
    .select({
      key: districts.key,
      name: districts.name,
      borough: districts.borough,
      postalCodes: districts.postalCodes,
    })
    .from(districts)
    .where(eq(districts.networkId, tx.networkId))
    .orderBy(asc(districts.position), asc(districts.key));

export const listTerms = (tx: Tx) =>
  tx
    .select({ kind: terms.kind, key: terms.key, labels: terms.labels, icon: terms.icon })
    .from(terms)
    .where(eq(terms.networkId, tx.networkId))
    .orderBy(asc(terms.position), asc(terms.key));

export const listProviders = (tx: Tx) =>
  tx
    .select({ id: providers.id, name: providers.name, shortName: providers.shortName })
    .from(providers)
    .where(eq(providers.networkId, tx.networkId))
    .orderBy(asc(providers.name));

export async function readProvider(tx: Tx, id: string): Promise<typeof providers.$inferSelect> {
  const rows = await tx
    .select()
    .from(providers)
    .where(and(eq(providers.networkId, tx.networkId), eq(providers.id, id)));
  const [provider] = rows;
  if (provider === undefined) throw new Error("A person's provider is gone");
  return provider;
}

/** The consent text newcomers agree to now. */
export async function readConsentText(tx: Tx): Promise<typeof declarationTexts.$inferSelect | null> {
  const rows = await tx
    .select()
    .from(declarationTexts)
    .where(and(eq(declarationTexts.networkId, tx.networkId), eq(declarationTexts.kind, "consent")))
    .orderBy(asc(declarationTexts.version));
  return rows.at(-1) ?? null;
}
