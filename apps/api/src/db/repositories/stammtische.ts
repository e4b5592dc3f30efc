import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { stammtischAnswers, stammtische } from "../schema/stammtische.ts";
import { ELIGIBILITY_COLUMNS } from "./eligibility.ts";
import { OPEN_LOAD_COLUMNS } from "./open-load.ts";

export type StammtischRow = typeof stammtische.$inferSelect;

export const listStammtischeOf = (tx: Tx, providerId: string) =>
  tx.select().from(stammtische).where(eq(stammtische.providerId, providerId)).orderBy(asc(stammtische.startsAt));

export const listStammtischeAhead = (tx: Tx, providerId: string, now: Date) =>
  tx
    .select()
    .from(stammtische)
    .where(and(eq(stammtische.providerId, providerId), gt(stammtische.endsAt, now)))
    .orderBy(asc(stammtische.startsAt));

/** Undefined for an unknown date and for another provider's. */
export async function findStammtisch(tx: Tx, providerId: string, id: string): Promise<StammtischRow | undefined> {
  const [row] = await tx
    .select()
    .from(stammtische)
    .where(and(eq(stammtische.id, id), eq(stammtische.providerId, providerId)));
  return row;
}

/** Like `findStammtisch`; changes and answers wait for each other. */
export async function lockStammtisch(tx: Tx, providerId: string, id: string): Promise<StammtischRow | undefined> {
  const [row] = await tx
    .select()
    .from(stammtische)
    .where(and(eq(stammtische.id, id), eq(stammtische.providerId, providerId)))
    .for("update");
  return row;
}

export async function insertStammtisch(tx: Tx, row: Omit<typeof stammtische.$inferInsert, "networkId">): Promise<void> {
  await tx.insert(stammtische).values({ ...row, networkId: tx.networkId });
}

export async function updateStammtischRow(
  tx: Tx,
  id: string,
  values: Partial<Omit<typeof stammtische.$inferInsert, "networkId" | "id">>,
): Promise<void> {
  await tx.update(stammtische).set(values).where(eq(stammtische.id, id));
}

/** Everyone of the provider who might be invited; who is, decides `isInvitedToStammtisch`. */
export const listPossibleGuests = (tx: Tx, providerId: string) =>
  tx
    .select({
      ...ELIGIBILITY_COLUMNS,
      openTandems: OPEN_LOAD_COLUMNS.openTandems,
      id: volunteers.id,
      providerId: volunteers.providerId,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      email: volunteers.email,
      locale: volunteers.locale,
    })
    .from(volunteers)
    .where(and(eq(volunteers.providerId, providerId), ne(volunteers.status, "left")))
    .orderBy(asc(volunteers.lastName), asc(volunteers.firstName));

/** Answers to these dates, with who gave them; people who left no longer come. */
export const listStammtischAnswers = (tx: Tx, stammtischIds: readonly string[]) =>
  tx
    .select({
      stammtischId: stammtischAnswers.stammtischId,
      volunteerId: stammtischAnswers.volunteerId,
      answer: stammtischAnswers.answer,
      providerId: volunteers.providerId,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      email: volunteers.email,
      locale: volunteers.locale,
    })
    .from(stammtischAnswers)
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, stammtischAnswers.networkId), eq(volunteers.id, stammtischAnswers.volunteerId)),
    )
    .where(and(inArray(stammtischAnswers.stammtischId, [...stammtischIds]), ne(volunteers.status, "left")))
    .orderBy(asc(volunteers.lastName), asc(volunteers.firstName));

export const listOwnStammtischAnswers = (tx: Tx, volunteerId: string) =>
  tx.select().from(stammtischAnswers).where(eq(stammtischAnswers.volunteerId, volunteerId));

export async function saveStammtischAnswer(
  tx: Tx,
  row: Omit<typeof stammtischAnswers.$inferInsert, "networkId">,
): Promise<void> {
  await tx
    .insert(stammtischAnswers)
    .values({ ...row, networkId: tx.networkId })
    .onConflictDoUpdate({
      target: [stammtischAnswers.networkId, stammtischAnswers.stammtischId, stammtischAnswers.volunteerId],
      set: { answer: row.answer, answeredAt: row.answeredAt },
    });
}
