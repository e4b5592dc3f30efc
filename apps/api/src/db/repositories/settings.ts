import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { District, Term } from "@augenhoehe/contract";
import type { HolidayRegion } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { mentorRequests } from "../schema/matching.ts";
import { districts, terms, volunteers } from "../schema/people.ts";
import { networks, providers, type Imprint, type PrivacyNotice, type Weights } from "../schema/platform.ts";

export const listWholeDistricts = (tx: Tx): Promise<District[]> =>
  tx
    .select({
      key: districts.key,
      name: districts.name,
      borough: districts.borough,
      lat: districts.lat,
      lng: districts.lng,
      postalCodes: districts.postalCodes,
      neighbours: districts.neighbours,
    })
    .from(districts)
    .orderBy(asc(districts.position), asc(districts.key));

export const listProviderContacts = (tx: Tx) =>
  tx
    .select({ id: providers.id, name: providers.name, contact: providers.contact })
    .from(providers)
    .orderBy(asc(providers.name));

/** One change of settings at a time, so that two people saving lists do not interleave. */
export async function lockOwnNetwork(tx: Tx) {
  const [row] = await tx.select().from(networks).where(eq(networks.id, tx.networkId)).for("update");
  if (row === undefined) throw new Error("The network of this transaction is gone");
  return row;
}

/** Which of these districts somebody lives in or asked from. */
export async function usedDistricts(tx: Tx, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const ofVolunteers = await tx
    .selectDistinct({ key: volunteers.district })
    .from(volunteers)
    .where(inArray(volunteers.district, [...keys]));
  const ofRequests = await tx
    .selectDistinct({ key: mentorRequests.district })
    .from(mentorRequests)
    .where(inArray(mentorRequests.district, [...keys]));
  return [...ofVolunteers, ...ofRequests].flatMap(({ key }) => (key === null ? [] : [key]));
}

/** Which of these topics or interests somebody chose. */
export async function usedTerms(tx: Tx, kind: "topic" | "interest", keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const chosenBy =
    kind === "topic" ? [volunteers.topics, mentorRequests.topics] : [volunteers.interests, mentorRequests.interests];
  const [ofVolunteers, ofRequests] = chosenBy;
  const isWanted = sql`key = any(${sql.param([...keys])}::text[])`;
  const rows = await tx.execute<{ key: string }>(sql`
    select distinct key from (
      select unnest(${ofVolunteers}) as key from ${volunteers}
      union all
      select unnest(${ofRequests}) from ${mentorRequests}
    ) chosen where ${isWanted}`);
  return rows.rows.map(({ key }) => key);
}

export async function replaceDistricts(tx: Tx, wanted: readonly District[], removed: readonly string[]): Promise<void> {
  if (removed.length > 0) await tx.delete(districts).where(inArray(districts.key, [...removed]));
  await tx
    .insert(districts)
    .values(wanted.map((district, position) => ({ ...district, position, networkId: tx.networkId })))
    .onConflictDoUpdate({
      target: [districts.networkId, districts.key],
      set: {
        name: sql`excluded.name`,
        borough: sql`excluded.borough`,
        lat: sql`excluded.lat`,
        lng: sql`excluded.lng`,
        postalCodes: sql`excluded.postal_codes`,
        neighbours: sql`excluded.neighbours`,
        position: sql`excluded.position`,
      },
    });
}

export async function replaceTerms(
  tx: Tx,
  kind: "topic" | "interest",
  wanted: readonly Term[],
  removed: readonly string[],
): Promise<void> {
  if (removed.length > 0) await tx.delete(terms).where(and(eq(terms.kind, kind), inArray(terms.key, [...removed])));
  await tx
    .insert(terms)
    .values(wanted.map((term, position) => ({ ...term, kind, position, networkId: tx.networkId })))
    .onConflictDoUpdate({
      target: [terms.networkId, terms.kind, terms.key],
      set: { labels: sql`excluded.labels`, icon: sql`excluded.icon`, position: sql`excluded.position` },
    });
}

export async function saveWeights(tx: Tx, weights: Weights, weightsVersion: number): Promise<void> {
  await tx.update(networks).set({ weights, weightsVersion }).where(eq(networks.id, tx.networkId));
}

export async function saveHolidayRegion(tx: Tx, holidayRegion: HolidayRegion): Promise<void> {
  await tx.update(networks).set({ holidayRegion }).where(eq(networks.id, tx.networkId));
}

export async function saveLegal(tx: Tx, legal: { imprint: Imprint; privacy: PrivacyNotice }): Promise<void> {
  await tx.update(networks).set(legal).where(eq(networks.id, tx.networkId));
}
