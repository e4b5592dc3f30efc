import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { chunksOf } from "../chunks.ts";
import type { Tx } from "../client.ts";
import { mails } from "../schema/platform.ts";

export type NewMail = Omit<typeof mails.$inferInsert, "networkId">;
export type MailRow = typeof mails.$inferSelect;

export async function insertMails(tx: Tx, rows: readonly NewMail[]): Promise<void> {
  for (const some of chunksOf(rows)) {
    await tx.insert(mails).values(some.map((mail) => ({ networkId: tx.networkId, ...mail })));
  }
}

/** Locked, so that two workers never send the same mail at once. */
export async function lockQueuedMail(tx: Tx, id: string): Promise<MailRow | null> {
  const rows = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.networkId, tx.networkId), eq(mails.id, id), eq(mails.status, "queued")))
    .for("update", { skipLocked: true });
  return rows[0] ?? null;
}

/** The payload goes with the mail, except into the demo's inbox. */
export async function markMailSent(tx: Tx, id: string, at: Date, keepPayload: boolean): Promise<void> {
  await tx
    .update(mails)
    .set({
      status: "sent",
      sentAt: at,
      attempts: sql`${mails.attempts} + 1`,
      lastErrorCode: null,
      ...(keepPayload ? {} : { payloadSealed: null }),
    })
    .where(and(eq(mails.networkId, tx.networkId), eq(mails.id, id)));
}

export async function markMailAttempt(tx: Tx, id: string, errorCode: string, isLast: boolean): Promise<void> {
  await tx
    .update(mails)
    .set({
      attempts: sql`${mails.attempts} + 1`,
      lastErrorCode: errorCode,
      ...(isLast ? { status: "failed" as const } : {}),
    })
    .where(and(eq(mails.networkId, tx.networkId), eq(mails.id, id)));
}

/** Sent mails whose contents were kept, newest first. */
export async function listKeptMails(tx: Tx, limit: number): Promise<MailRow[]> {
  return tx
    .select()
    .from(mails)
    .where(and(eq(mails.networkId, tx.networkId), eq(mails.status, "sent"), isNotNull(mails.payloadSealed)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit);
}

export async function findKeptMail(tx: Tx, id: string): Promise<MailRow | null> {
  const rows = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.networkId, tx.networkId), eq(mails.id, id), isNotNull(mails.payloadSealed)));
  return rows[0] ?? null;
}
