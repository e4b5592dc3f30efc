import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { mentorRequests, tandems } from "../schema/matching.ts";
import { consents, mentees } from "../schema/people.ts";

type New<Table extends { $inferInsert: object }> = Omit<Table["$inferInsert"], "networkId">;
export type MenteeRow = typeof mentees.$inferSelect;
export interface NewestRequest {
  readonly mentee: MenteeRow;
  readonly request: typeof mentorRequests.$inferSelect;
}

export async function insertMentee(tx: Tx, mentee: New<typeof mentees>): Promise<void> {
  await tx.insert(mentees).values({ networkId: tx.networkId, ...mentee });
}

export async function insertRequest(tx: Tx, request: New<typeof mentorRequests>): Promise<void> {
  await tx.insert(mentorRequests).values({ networkId: tx.networkId, ...request });
}

export async function insertConsent(tx: Tx, consent: New<typeof consents>): Promise<void> {
  await tx.insert(consents).values({ networkId: tx.networkId, ...consent });
}

export async function findMenteeByReceipt(tx: Tx, receiptHash: string): Promise<MenteeRow | null> {
  const rows = await tx
    .select()
    .from(mentees)
    .where(and(eq(mentees.networkId, tx.networkId), eq(mentees.receiptHash, receiptHash)));
  return rows[0] ?? null;
}

/** The newest request of a person with the person. */
export async function findNewestRequest(tx: Tx, menteeId: string): Promise<NewestRequest | null> {
  const rows = await selectWithMentee(tx, eq(mentorRequests.menteeId, menteeId));
  return rows[0] ?? null;
}

/** The same, with the request's row locked: commands about a request lock it first. */
export async function lockNewestRequest(tx: Tx, menteeId: string): Promise<NewestRequest | null> {
  const rows = await selectWithMentee(tx, eq(mentorRequests.menteeId, menteeId)).for("update", { of: mentorRequests });
  return rows[0] ?? null;
}

function selectWithMentee(tx: Tx, condition: ReturnType<typeof and>) {
  return tx
    .select({ mentee: mentees, request: mentorRequests })
    .from(mentorRequests)
    .innerJoin(mentees, and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId)))
    .where(and(eq(mentorRequests.networkId, tx.networkId), condition))
    .orderBy(desc(mentorRequests.submittedAt))
    .limit(1);
}

export async function updateMentee(tx: Tx, id: string, columns: Partial<New<typeof mentees>>): Promise<void> {
  await tx
    .update(mentees)
    .set(columns)
    .where(and(eq(mentees.networkId, tx.networkId), eq(mentees.id, id)));
}

export async function updateRequest(tx: Tx, id: string, columns: Partial<New<typeof mentorRequests>>): Promise<void> {
  await tx
    .update(mentorRequests)
    .set(columns)
    .where(and(eq(mentorRequests.networkId, tx.networkId), eq(mentorRequests.id, id)));
}

/** Median days from asking to the start of a tandem since `since`, with how many are behind it. */
export async function readUsualWait(tx: Tx, since: Date): Promise<{ medianDays: number | null; tandems: number }> {
  const days = sql`extract(epoch from ${tandems.startedAt} - ${mentorRequests.submittedAt}) / 86400`;
  const rows = await tx
    .select({
      medianDays: sql<number | null>`percentile_cont(0.5) within group (order by ${days})`.mapWith(Number),
      tandems: sql<number>`count(*)`.mapWith(Number),
    })
    .from(tandems)
    .innerJoin(
      mentorRequests,
      and(eq(mentorRequests.networkId, tandems.networkId), eq(mentorRequests.id, tandems.requestId)),
    )
    .where(and(eq(tandems.networkId, tx.networkId), sql`${tandems.startedAt} >= ${since}`));
  return rows[0] ?? { medianDays: null, tandems: 0 };
}
