import { and, asc, desc, eq, getTableColumns, ne, notInArray, sql } from "drizzle-orm";
import type { TandemState, TandemStatus } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { tandems } from "../schema/matching.ts";
import { mentees, volunteers } from "../schema/people.ts";

export type StoredTandem = typeof tandems.$inferSelect;
type StoredMentee = typeof mentees.$inferSelect;
type StoredVolunteer = typeof volunteers.$inferSelect;

/** A tandem with both people, for staff of the own provider. */
export interface TandemOfPair {
  readonly tandem: StoredTandem;
  readonly mentee: StoredMentee;
  readonly volunteer: StoredVolunteer;
}

const isThis = (tx: Tx, id: string) => and(eq(tandems.networkId, tx.networkId), eq(tandems.id, id));

export async function findTandemOfPair(tx: Tx, id: string): Promise<TandemOfPair | undefined> {
  const [row] = await tx
    .select({ tandem: tandems, mentee: mentees, volunteer: volunteers })
    .from(tandems)
    .innerJoin(mentees, and(eq(mentees.networkId, tandems.networkId), eq(mentees.id, tandems.menteeId)))
    .innerJoin(volunteers, and(eq(volunteers.networkId, tandems.networkId), eq(volunteers.id, tandems.volunteerId)))
    .where(isThis(tx, id));
  return row;
}

/** After the request's row is locked. */
export async function lockTandem(tx: Tx, id: string): Promise<StoredTandem | undefined> {
  const [row] = await tx.select().from(tandems).where(isThis(tx, id)).for("update");
  return row;
}

export interface TandemListRow extends StoredTandem {
  readonly chosenName: string;
  readonly firstName: string;
  readonly lastName: string;
}

export async function listTandemsOfProvider(
  tx: Tx,
  scope: { readonly providerId: string; readonly hiddenMenteeIds: readonly string[] },
  status: TandemStatus | undefined,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: TandemListRow[]; total: number }> {
  const conditions = and(
    eq(tandems.networkId, tx.networkId),
    eq(tandems.providerId, scope.providerId),
    eq(mentees.providerId, scope.providerId),
    scope.hiddenMenteeIds.length === 0 ? undefined : notInArray(tandems.menteeId, [...scope.hiddenMenteeIds]),
    status === undefined ? undefined : eq(tandems.status, status),
  );
  const rows = await tx
    .select({
      ...getTableColumns(tandems),
      chosenName: mentees.chosenName,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
    })
    .from(tandems)
    .innerJoin(mentees, and(eq(mentees.networkId, tandems.networkId), eq(mentees.id, tandems.menteeId)))
    .innerJoin(volunteers, and(eq(volunteers.networkId, tandems.networkId), eq(volunteers.id, tandems.volunteerId)))
    .where(conditions)
    .orderBy(sql`${tandems.status} = 'ended'`, desc(tandems.startedAt), asc(tandems.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(tandems)
    .innerJoin(mentees, and(eq(mentees.networkId, tandems.networkId), eq(mentees.id, tandems.menteeId)))
    .where(conditions);
  return { rows, total: counted?.total ?? 0 };
}

export async function findOpenTandemIdOfRequest(tx: Tx, requestId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: tandems.id })
    .from(tandems)
    .where(and(eq(tandems.networkId, tx.networkId), eq(tandems.requestId, requestId), ne(tandems.status, "ended")));
  return row?.id ?? null;
}

export async function insertTandem(tx: Tx, tandem: Omit<StoredTandem, "networkId">): Promise<void> {
  await tx.insert(tandems).values({ ...tandem, networkId: tx.networkId });
}

export async function saveTandemState(tx: Tx, id: string, state: TandemState): Promise<void> {
  const { status, endedAt, endingReason } = state;
  await tx.update(tandems).set({ status, endedAt, endingReason }).where(isThis(tx, id));
}
