import { and, asc, count, desc, eq, ilike, or, sql, type SQL } from "drizzle-orm";
import type { VOLUNTEER_SORTS } from "@augenhoehe/contract";
import type { LanguageCode, VolunteerStatus } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { accounts } from "../schema/platform.ts";
import { districts, fuehrungszeugnisEntries, signedDeclarations, volunteers } from "../schema/people.ts";
import { ELIGIBILITY_COLUMNS, type CurrentVersions } from "./eligibility.ts";
import { OPEN_LOAD_COLUMNS } from "./open-load.ts";
import { containing } from "./containing.ts";

export interface VolunteerListFilter {
  readonly status?: VolunteerStatus | "eligible" | undefined;
  readonly language?: LanguageCode | undefined;
  readonly district?: string | undefined;
  readonly search?: string | undefined;
}

const ORDER = {
  applied: [desc(volunteers.createdAt)],
  name: [asc(volunteers.lastName), asc(volunteers.firstName)],
  status: [asc(volunteers.status), desc(volunteers.createdAt)],
  open_tandems: [sql`${OPEN_LOAD_COLUMNS.openTandems} desc`, desc(volunteers.createdAt)],
} satisfies Record<(typeof VOLUNTEER_SORTS)[number], SQL[]>;

function conditions(providerId: string, filter: VolunteerListFilter, versions: CurrentVersions): SQL | undefined {
  const name = sql`${volunteers.firstName} || ' ' || ${volunteers.lastName}`;
  return and(
    eq(volunteers.providerId, providerId),
    filter.status === "eligible" ? isEligible(versions) : undefined,
    filter.status !== undefined && filter.status !== "eligible" ? eq(volunteers.status, filter.status) : undefined,
    filter.district === undefined ? undefined : eq(volunteers.district, filter.district),
    filter.language === undefined
      ? undefined
      : sql`${volunteers.languages} @> ${JSON.stringify([{ code: filter.language }])}::jsonb`,
    filter.search === undefined || filter.search === ""
      ? undefined
      : or(ilike(name, containing(filter.search)), ilike(volunteers.email, containing(filter.search))),
  );
}

/** The same rule as the domain's `eligibilityGaps`, as a filter; a test holds the two together. */
const isEligible = (versions: CurrentVersions): SQL | undefined =>
  and(
    sql`${volunteers.status} not in ('paused', 'left')`,
    sql`${volunteers.interviewedOn} is not null`,
    eq(volunteers.secrecyVersion, versions.secrecy),
    eq(volunteers.agreementVersion, versions.agreement),
    sql`(${volunteers.certificateId} is not null or ${volunteers.certificateOverrideAt} is not null)`,
  );

export async function countVolunteers(
  tx: Tx,
  providerId: string,
  filter: VolunteerListFilter,
  versions: CurrentVersions,
): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(volunteers)
    .where(conditions(providerId, filter, versions));
  return row?.total ?? 0;
}

export async function listVolunteers(
  tx: Tx,
  providerId: string,
  filter: VolunteerListFilter,
  versions: CurrentVersions,
  { sort, limit, offset }: { sort: (typeof VOLUNTEER_SORTS)[number]; limit: number; offset: number },
) {
  return tx
    .select({
      ...ELIGIBILITY_COLUMNS,
      ...OPEN_LOAD_COLUMNS,
      id: volunteers.id,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
      languages: volunteers.languages,
      districtName: districts.name,
      capacity: volunteers.capacity,
      createdAt: volunteers.createdAt,
    })
    .from(volunteers)
    .leftJoin(districts, and(eq(districts.networkId, volunteers.networkId), eq(districts.key, volunteers.district)))
    .where(conditions(providerId, filter, versions))
    .orderBy(...ORDER[sort], asc(volunteers.id))
    .limit(limit)
    .offset(offset);
}

/** Whole rows under the same filter, for a file; by name. */
export const listWholeVolunteers = (
  tx: Tx,
  providerId: string,
  filter: VolunteerListFilter,
  versions: CurrentVersions,
  limit: number,
) =>
  tx
    .select({ volunteer: volunteers, districtName: districts.name })
    .from(volunteers)
    .leftJoin(districts, and(eq(districts.networkId, volunteers.networkId), eq(districts.key, volunteers.district)))
    .where(conditions(providerId, filter, versions))
    .orderBy(...ORDER.name, asc(volunteers.id))
    .limit(limit);

/** The whole row of a volunteer of this provider, or undefined: unknown and foreign ids are the same to the caller. */
export async function findVolunteer(tx: Tx, providerId: string, id: string) {
  const [row] = await tx
    .select()
    .from(volunteers)
    .where(and(eq(volunteers.id, id), eq(volunteers.providerId, providerId)));
  return row;
}

/** Like `findVolunteer`, and nobody else changes the row until the transaction ends. */
export async function lockVolunteer(tx: Tx, providerId: string, id: string) {
  const [row] = await tx
    .select()
    .from(volunteers)
    .where(and(eq(volunteers.id, id), eq(volunteers.providerId, providerId)))
    .for("update");
  return row;
}

export async function updateVolunteerRow(tx: Tx, id: string, values: Partial<typeof volunteers.$inferInsert>) {
  await tx.update(volunteers).set(values).where(eq(volunteers.id, id));
}

export async function listSignedDeclarations(tx: Tx, volunteerId: string) {
  return tx
    .select()
    .from(signedDeclarations)
    .where(eq(signedDeclarations.volunteerId, volunteerId))
    .orderBy(desc(signedDeclarations.signedAt));
}

export async function insertSignedDeclaration(tx: Tx, row: typeof signedDeclarations.$inferInsert) {
  const inserted = await tx
    .insert(signedDeclarations)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: signedDeclarations.id });
  return inserted.length > 0;
}

export async function findFuehrungszeugnis(tx: Tx, volunteerId: string) {
  const [row] = await tx
    .select()
    .from(fuehrungszeugnisEntries)
    .where(eq(fuehrungszeugnisEntries.volunteerId, volunteerId));
  return row;
}

export async function upsertFuehrungszeugnis(tx: Tx, row: typeof fuehrungszeugnisEntries.$inferInsert) {
  await tx
    .insert(fuehrungszeugnisEntries)
    .values(row)
    .onConflictDoUpdate({
      target: [fuehrungszeugnisEntries.networkId, fuehrungszeugnisEntries.volunteerId],
      set: { entrySealed: row.entrySealed, recordedBy: row.recordedBy, recordedAt: row.recordedAt },
    });
}

export async function removeFuehrungszeugnis(tx: Tx, volunteerId: string): Promise<boolean> {
  const removed = await tx
    .delete(fuehrungszeugnisEntries)
    .where(eq(fuehrungszeugnisEntries.volunteerId, volunteerId))
    .returning({ id: fuehrungszeugnisEntries.volunteerId });
  return removed.length > 0;
}

export async function findAccountName(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.select({ displayName: accounts.displayName }).from(accounts).where(eq(accounts.id, id));
  return row?.displayName;
}
