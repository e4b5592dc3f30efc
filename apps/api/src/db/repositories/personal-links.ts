import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database, Tx } from "../client.ts";
import { personalLinks, type LinkPurpose } from "../schema/personal-links.ts";

export type PersonalLinkRow = typeof personalLinks.$inferSelect;

export async function insertPersonalLink(
  tx: Tx,
  row: Omit<typeof personalLinks.$inferInsert, "networkId">,
): Promise<void> {
  await tx.insert(personalLinks).values({ ...row, networkId: tx.networkId });
}

/** Found by the hash of its token alone, before the network is known. */
export async function findPersonalLink(db: Database, tokenHash: string): Promise<PersonalLinkRow | undefined> {
  const [row] = await db.withLookup(tokenHash, (tx) =>
    tx.select().from(personalLinks).where(eq(personalLinks.tokenHash, tokenHash)),
  );
  return row;
}

/** Links of one purpose stop working at once. */
export async function revokePersonalLinks(
  tx: Tx,
  { volunteerId, purpose }: { volunteerId: string; purpose: LinkPurpose },
  at: Date,
): Promise<void> {
  await tx
    .update(personalLinks)
    .set({ revokedAt: at })
    .where(
      and(
        eq(personalLinks.volunteerId, volunteerId),
        eq(personalLinks.purpose, purpose),
        isNull(personalLinks.revokedAt),
      ),
    );
}

/** The one link of this purpose that works, e.g. a person's calendar feed. */
export async function findOpenLink(
  tx: Tx,
  { volunteerId, purpose }: { volunteerId: string; purpose: LinkPurpose },
): Promise<PersonalLinkRow | undefined> {
  const [row] = await tx
    .select()
    .from(personalLinks)
    .where(
      and(
        eq(personalLinks.volunteerId, volunteerId),
        eq(personalLinks.purpose, purpose),
        isNull(personalLinks.revokedAt),
      ),
    );
  return row;
}

export async function markLinkUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(personalLinks).set({ lastUsedAt: at }).where(eq(personalLinks.id, id));
}

/** All of somebody who is no longer here. */
export async function revokeAllPersonalLinks(tx: Tx, volunteerId: string, at: Date): Promise<void> {
  await tx
    .update(personalLinks)
    .set({ revokedAt: at })
    .where(and(eq(personalLinks.volunteerId, volunteerId), isNull(personalLinks.revokedAt)));
}

/** Links that ended are forgotten: they answer like ones that never were. */
export async function forgetExpiredLinks(tx: Tx, before: Date): Promise<void> {
  await tx.delete(personalLinks).where(lt(personalLinks.expiresAt, before));
}
