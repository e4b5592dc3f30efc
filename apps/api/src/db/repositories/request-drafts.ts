import { and, eq, gt, lte } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { requestDrafts } from "../schema/people.ts";
import { networks, sessions } from "../schema/platform.ts";

export interface DraftRow {
  readonly id: string;
  readonly answersSealed: string;
  readonly expiresAt: Date;
  readonly networkSlug: string;
}

export async function insertDraft(
  tx: Tx,
  draft: { id: string; answersSealed: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx.insert(requestDrafts).values({ networkId: tx.networkId, ...draft });
}

/** A draft that has not expired; locked, because two screens may save at once. */
export async function lockDraft(tx: Tx, id: string, now: Date): Promise<DraftRow | null> {
  const rows = await tx
    .select({
      id: requestDrafts.id,
      answersSealed: requestDrafts.answersSealed,
      expiresAt: requestDrafts.expiresAt,
      networkSlug: networks.slug,
    })
    .from(requestDrafts)
    .innerJoin(networks, eq(networks.id, requestDrafts.networkId))
    .where(and(eq(requestDrafts.networkId, tx.networkId), eq(requestDrafts.id, id), gt(requestDrafts.expiresAt, now)))
    .for("update", { of: requestDrafts });
  return rows[0] ?? null;
}

export async function updateDraft(tx: Tx, id: string, answersSealed: string): Promise<void> {
  await tx
    .update(requestDrafts)
    .set({ answersSealed })
    .where(and(eq(requestDrafts.networkId, tx.networkId), eq(requestDrafts.id, id)));
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.delete(requestDrafts).where(and(eq(requestDrafts.networkId, tx.networkId), eq(requestDrafts.id, id)));
}

export async function deleteExpiredDrafts(tx: Tx, now: Date): Promise<void> {
  await tx
    .delete(requestDrafts)
    .where(and(eq(requestDrafts.networkId, tx.networkId), lte(requestDrafts.expiresAt, now)));
}

/** Remembers for a few minutes what became of a sent draft: whoever presses "send" twice gets the same answer. */
export async function markDraftSent(tx: Tx, sessionId: string, menteeId: string, until: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ menteeId, expiresAt: until })
    .where(and(eq(sessions.networkId, tx.networkId), eq(sessions.id, sessionId)));
}

export async function findSentDraft(tx: Tx, sessionId: string): Promise<string | null> {
  const rows = await tx
    .select({ menteeId: sessions.menteeId })
    .from(sessions)
    .where(and(eq(sessions.networkId, tx.networkId), eq(sessions.id, sessionId)));
  return rows[0]?.menteeId ?? null;
}
