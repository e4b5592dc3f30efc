import { and, eq, isNull } from "drizzle-orm";
import type { OpenTransaction, Tx } from "../client.ts";
import { invitations } from "../schema/platform.ts";

export type InvitationRow = typeof invitations.$inferSelect;

/** An older link of the same person ends with the new one. */
export async function replaceInvitation(
  tx: Tx,
  invitation: Omit<typeof invitations.$inferInsert, "networkId">,
): Promise<void> {
  await tx
    .delete(invitations)
    .where(
      and(
        eq(invitations.networkId, tx.networkId),
        eq(invitations.accountId, invitation.accountId),
        isNull(invitations.usedAt),
      ),
    );
  await tx.insert(invitations).values({ networkId: tx.networkId, ...invitation });
}

/** Inside `withLookup`: the link is all that is known. */
export async function findInvitation(tx: OpenTransaction, tokenHash: string): Promise<InvitationRow | null> {
  const rows = await tx.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return rows[0] ?? null;
}

/** True for one of any number of simultaneous callers. */
export async function useInvitation(tx: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ usedAt: at })
    .where(and(eq(invitations.networkId, tx.networkId), eq(invitations.id, id), isNull(invitations.usedAt)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}
