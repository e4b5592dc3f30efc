import { and, asc, eq, ilike, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { preparedOn } from "../prepared-on.ts";
import { districts, fuehrungszeugnisEntries, volunteers } from "../schema/people.ts";
import { containing } from "./containing.ts";

/** What a coordinator reads of a volunteer beside a request. */
export interface MentorCard {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly districtName: string | null;
}

export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

const isThis = (tx: Tx, id: string) => and(eq(volunteers.networkId, tx.networkId), eq(volunteers.id, id));

const cards = preparedOn((tx) =>
  tx
    .select({
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      districtName: districts.name,
    })
    .from(volunteers)
    .leftJoin(districts, and(eq(districts.networkId, volunteers.networkId), eq(districts.key, volunteers.district)))
    .where(
      and(
        eq(volunteers.networkId, sql.placeholder("networkId")),
        sql`${volunteers.id} = any(${sql.placeholder("ids")}::uuid[])`,
      ),
    )
    .prepare("mentor_cards"),
);

export async function listMentorCards(tx: Tx, ids: readonly string[]): Promise<Map<string, MentorCard>> {
  if (ids.length === 0) return new Map();
  const rows = await cards(tx).execute({ networkId: tx.networkId, ids });
  return new Map(rows.map((row) => [row.id, row]));
}

/** By any part of the name; whoever left is nobody to ask about. */
export async function searchMentorsByName(
  tx: Tx,
  providerId: string,
  search: string,
  limit: number,
): Promise<{ id: string; firstName: string; lastName: string }[]> {
  const pattern = containing(search);
  return tx
    .select({ id: volunteers.id, firstName: volunteers.firstName, lastName: volunteers.lastName })
    .from(volunteers)
    .where(
      and(
        eq(volunteers.networkId, tx.networkId),
        eq(volunteers.providerId, providerId),
        ne(volunteers.status, "left"),
        ilike(sql`${volunteers.firstName} || ' ' || ${volunteers.lastName}`, pattern),
      ),
    )
    .orderBy(asc(volunteers.lastName), asc(volunteers.firstName), asc(volunteers.id))
    .limit(limit);
}

export type StoredVolunteer = typeof volunteers.$inferSelect;

export async function findMentor(tx: Tx, id: string): Promise<StoredVolunteer | undefined> {
  const [row] = await tx.select().from(volunteers).where(isThis(tx, id));
  return row;
}

/** Places are counted with this row locked, so that two coordinators cannot take the same one. */
export async function lockMentor(tx: Tx, id: string): Promise<StoredVolunteer | undefined> {
  const [row] = await tx.select().from(volunteers).where(isThis(tx, id)).for("update");
  return row;
}

/** Many at once, always in the same order; after the requests. */
export async function lockMentors(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredVolunteer>> {
  const rows = await tx
    .select()
    .from(volunteers)
    .where(and(eq(volunteers.networkId, tx.networkId), inArray(volunteers.id, [...ids])))
    .orderBy(asc(volunteers.id))
    .for("update");
  return new Map(rows.map((row) => [row.id, row]));
}

/** Sealed facts of the few mentors for whom they decide. */
export async function listSealedFacts(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; protectionClearanceSealed: string | null; entrySealed: string | null }[]> {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: volunteers.id,
      protectionClearanceSealed: volunteers.protectionClearanceSealed,
      entrySealed: fuehrungszeugnisEntries.entrySealed,
    })
    .from(volunteers)
    .leftJoin(
      fuehrungszeugnisEntries,
      and(
        eq(fuehrungszeugnisEntries.networkId, volunteers.networkId),
        eq(fuehrungszeugnisEntries.volunteerId, volunteers.id),
      ),
    )
    .where(and(eq(volunteers.networkId, tx.networkId), inArray(volunteers.id, [...ids])));
}
