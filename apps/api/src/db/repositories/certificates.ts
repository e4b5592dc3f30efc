import { and, desc, eq, inArray, like, sql } from "drizzle-orm";
import { parseCertificateNumber } from "@augenhoehe/domain";
import type { Database, Tx } from "../client.ts";
import { volunteers } from "../schema/people.ts";
import { accounts, networks } from "../schema/platform.ts";
import { certificates } from "../schema/certificates.ts";
import { PARTICIPANT_COLUMNS } from "./enrolments.ts";

export type CertificateRow = typeof certificates.$inferSelect;

/** Valid or revoked, found by the hash of the public code alone; nothing about the person leaves the database. */
export async function findCertificateStatus(db: Database, codeHash: string): Promise<"valid" | "revoked" | "unknown"> {
  const [row] = await db.withLookup(codeHash, (tx) =>
    tx.select({ revokedAt: certificates.revokedAt }).from(certificates).where(eq(certificates.codeHash, codeHash)),
  );
  if (row === undefined) return "unknown";
  return row.revokedAt === null ? "valid" : "revoked";
}

/** With whose person it is and whose staff issued it: both may handle it. */
export async function findCertificate(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      certificate: certificates,
      volunteerProviderId: volunteers.providerId,
      issuerProviderId: accounts.providerId,
      network: { name: networks.name, city: networks.city, timeZone: networks.timeZone },
    })
    .from(certificates)
    .innerJoin(networks, eq(networks.id, certificates.networkId))
    .innerJoin(
      volunteers,
      and(eq(volunteers.networkId, certificates.networkId), eq(volunteers.id, certificates.volunteerId)),
    )
    .leftJoin(accounts, and(eq(accounts.networkId, certificates.networkId), eq(accounts.id, certificates.issuedBy)))
    .where(eq(certificates.id, id));
  return row;
}

export async function lockCertificate(tx: Tx, id: string): Promise<CertificateRow | undefined> {
  const [row] = await tx.select().from(certificates).where(eq(certificates.id, id)).for("update");
  return row;
}

export const listCertificatesOfPeople = (tx: Tx, curriculumId: string, volunteerIds: readonly string[]) =>
  tx
    .select({
      id: certificates.id,
      volunteerId: certificates.volunteerId,
      number: certificates.number,
      revokedAt: certificates.revokedAt,
    })
    .from(certificates)
    .where(and(eq(certificates.curriculumId, curriculumId), inArray(certificates.volunteerId, [...volunteerIds])))
    .orderBy(desc(certificates.issuedAt));

/** Locked in the order of their ids, so that two people issuing at the same moment wait for each other. */
export const lockCandidates = (tx: Tx, volunteerIds: readonly string[]) =>
  tx
    .select({ ...PARTICIPANT_COLUMNS, certificateId: volunteers.certificateId, status: volunteers.status })
    .from(volunteers)
    .where(inArray(volunteers.id, [...volunteerIds]))
    .orderBy(volunteers.id)
    .for("update");

/** The next running number of the year; others wait until this transaction ends. */
export async function nextCertificateRunning(tx: Tx, year: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`certificate_numbers ${tx.networkId}`}, 0))`);
  const [last] = await tx
    .select({ number: certificates.number })
    .from(certificates)
    .where(like(certificates.number, `AH-${year}-%`))
    .orderBy(sql`length(${certificates.number}) desc`, desc(certificates.number))
    .limit(1);
  return last === undefined ? 1 : (parseCertificateNumber(last.number)?.running ?? 0) + 1;
}

export async function insertCertificate(
  tx: Tx,
  row: Omit<typeof certificates.$inferInsert, "networkId">,
): Promise<void> {
  await tx.insert(certificates).values({ ...row, networkId: tx.networkId });
}

export async function revokeCertificateRow(
  tx: Tx,
  id: string,
  values: { revokedAt: Date; revokedReasonSealed: string },
): Promise<void> {
  await tx.update(certificates).set(values).where(eq(certificates.id, id));
}

export async function setVolunteerCertificate(
  tx: Tx,
  volunteerId: string,
  certificateId: string | null,
): Promise<void> {
  await tx.update(volunteers).set({ certificateId }).where(eq(volunteers.id, volunteerId));
}
