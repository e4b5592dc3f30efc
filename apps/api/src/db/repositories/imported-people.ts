import { and, eq, inArray, ne, or, isNotNull, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";
import { mentorRequests, proposals } from "../schema/matching.ts";
import { consents, mentees, signedDeclarations, volunteers } from "../schema/people.ts";
import { accounts, activities, sessions } from "../schema/platform.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { enrolments } from "../schema/courses.ts";
import { stammtischAnswers } from "../schema/stammtische.ts";
import { insertMany } from "./insert-many.ts";

type New<Table extends { $inferInsert: object }> = Omit<Table["$inferInsert"], "networkId">;

/** Stores volunteers in bulk and tells whom: an address that was taken in the same moment brings nobody. */
export const insertVolunteers = async (tx: Tx, rows: readonly New<typeof volunteers>[]): Promise<Set<string>> =>
  new Set(await insertMany(tx, volunteers, rows, sql`(network_id, email)`));

export async function insertAccounts(tx: Tx, rows: readonly New<typeof accounts>[]): Promise<void> {
  await insertMany(tx, accounts, rows, sql`(network_id, email)`);
}

export async function insertRequests(
  tx: Tx,
  rows: readonly { readonly mentee: New<typeof mentees>; readonly request: New<typeof mentorRequests> }[],
): Promise<void> {
  await insertMany(
    tx,
    mentees,
    rows.map(({ mentee }) => mentee),
  );
  await insertMany(
    tx,
    mentorRequests,
    rows.map(({ request }) => request),
  );
}

/** Volunteers of an import who are still with this provider, locked. */
export const lockImportedVolunteers = (tx: Tx, providerId: string, ids: readonly string[]) =>
  tx
    .select({ id: volunteers.id, firstName: volunteers.firstName, lastName: volunteers.lastName })
    .from(volunteers)
    .where(and(inArray(volunteers.id, [...ids]), eq(volunteers.providerId, providerId)))
    .orderBy(volunteers.id)
    .for("update");

/** Requests of an import that are still with this provider, locked. */
export const lockImportedRequests = (tx: Tx, providerId: string, ids: readonly string[]) =>
  tx
    .select({ id: mentorRequests.id, menteeId: mentees.id, chosenName: mentees.chosenName })
    .from(mentorRequests)
    .innerJoin(mentees, and(eq(mentees.networkId, mentorRequests.networkId), eq(mentees.id, mentorRequests.menteeId)))
    .where(and(inArray(mentorRequests.id, [...ids]), eq(mentorRequests.providerId, providerId)))
    .orderBy(mentorRequests.id)
    .for("update", { of: mentorRequests });

/** Which of these volunteers somebody has worked with, or who have come themselves. */
export async function volunteersWorkedWith(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const among = (column: AnyPgColumn): SQL => inArray(column, [...ids]);
  const of = (table: PgTable, column: AnyPgColumn<{ data: string }>) =>
    tx.selectDistinct({ id: column }).from(table).where(among(column));
  const signedIn = await tx
    .selectDistinct({ id: accounts.volunteerId })
    .from(accounts)
    .innerJoin(sessions, and(eq(sessions.networkId, accounts.networkId), eq(sessions.accountId, accounts.id)))
    .where(among(accounts.volunteerId));
  const moved = await tx
    .select({ id: volunteers.id })
    .from(volunteers)
    .where(and(among(volunteers.id), or(ne(volunteers.status, "applied"), isNotNull(volunteers.interviewedOn))));
  const found = [
    signedIn,
    moved,
    await of(activities, activities.subjectId),
    await of(signedDeclarations, signedDeclarations.volunteerId),
    await of(enrolments, enrolments.volunteerId),
    await of(attendances, attendances.volunteerId),
    await of(certificates, certificates.volunteerId),
    await of(stammtischAnswers, stammtischAnswers.volunteerId),
    await of(proposals, proposals.volunteerId),
  ].flat();
  return new Set(found.flatMap(({ id }) => (id === null ? [] : [id])));
}

/** Which of these requests somebody has worked with, or whose people have looked themselves. */
export async function requestsWorkedWith(
  tx: Tx,
  rows: readonly { readonly id: string; readonly menteeId: string }[],
): Promise<Set<string>> {
  const ids = rows.map(({ id }) => id);
  const menteeIds = rows.map(({ menteeId }) => menteeId);
  const touched = await tx
    .selectDistinct({ id: activities.subjectId })
    .from(activities)
    .where(inArray(activities.subjectId, [...ids, ...menteeIds]));
  const looked = await tx
    .selectDistinct({ id: sessions.menteeId })
    .from(sessions)
    .where(inArray(sessions.menteeId, menteeIds));
  const agreed = await tx
    .selectDistinct({ id: consents.menteeId })
    .from(consents)
    .where(inArray(consents.menteeId, menteeIds));
  const moved = await tx
    .select({ id: mentorRequests.id })
    .from(mentorRequests)
    .where(and(inArray(mentorRequests.id, ids), ne(mentorRequests.status, "submitted")));
  const found = new Set([...touched, ...looked, ...agreed, ...moved].map(({ id }) => id));
  return new Set(rows.flatMap(({ id, menteeId }) => (found.has(id) || found.has(menteeId) ? [id] : [])));
}

export async function deleteVolunteers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(accounts).where(inArray(accounts.volunteerId, [...ids]));
  await tx.delete(volunteers).where(inArray(volunteers.id, [...ids]));
}

export async function deleteRequests(
  tx: Tx,
  rows: readonly { readonly id: string; readonly menteeId: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const menteeIds = rows.map(({ menteeId }) => menteeId);
  await tx.delete(mentorRequests).where(inArray(mentorRequests.id, ids));
  await tx.delete(mentees).where(inArray(mentees.id, menteeIds));
}
