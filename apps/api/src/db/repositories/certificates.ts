import { and, desc, eq, exists, inArray, isNull, like, lte, sql, type SQL } from "drizzle-orm";
import { certificateState, parseCertificateNumber, type CertificateState } from "@augenhoehe/domain";
import { chunksOf } from "../chunks.ts";
import type { Database, Tx } from "../client.ts";
import { attendances } from "../schema/attendance.ts";
import { certificates } from "../schema/certificates.ts";
import { courseSessions, enrolments } from "../schema/courses.ts";
import { volunteers } from "../schema/people.ts";
import { accounts, networks } from "../schema/platform.ts";
import { PARTICIPANT_COLUMNS } from "./enrolments.ts";

export type CertificateRow = typeof certificates.$inferSelect;
export type NewCertificate = Omit<typeof certificates.$inferInsert, "networkId">;

/** What became of it, found by the hash of the public code alone; nothing about the person leaves the database. */
export async function findCertificateStatus(
  db: Database,
  codeHash: string,
  now: Date,
): Promise<CertificateState | "unknown"> {
  const { revokedAt, replacedAt, validUntil } = certificates;
  const [row] = await db.withLookup(codeHash, (tx) =>
    tx.select({ revokedAt, replacedAt, validUntil }).from(certificates).where(eq(certificates.codeHash, codeHash)),
  );
  return row === undefined ? "unknown" : certificateState(row, now);
}

/** With whose person it is and whose staff issued it: both may handle it. */
const withHolder = (tx: Tx, where: SQL | undefined) =>
  tx
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
    .where(where);

export type CertificateToPrint = Awaited<ReturnType<typeof withHolder>>[number];

export async function findCertificate(tx: Tx, id: string): Promise<CertificateToPrint | undefined> {
  const [row] = await withHolder(tx, eq(certificates.id, id));
  return row;
}

const stands = and(isNull(certificates.revokedAt), isNull(certificates.replacedAt));

/** The certificate of service that stands, if somebody has one. */
export async function findServiceCertificate(tx: Tx, volunteerId: string): Promise<CertificateToPrint | undefined> {
  const isTheirs = and(eq(certificates.volunteerId, volunteerId), eq(certificates.kind, "service"), stands);
  const [row] = await withHolder(tx, isTheirs);
  return row;
}

/** One for each person who holds one that stands, in the order of names. */
export const listCertificatesToPrint = (tx: Tx, curriculumId: string, volunteerIds: readonly string[]) =>
  withHolder(
    tx,
    and(eq(certificates.curriculumId, curriculumId), inArray(certificates.volunteerId, [...volunteerIds]), stands),
  ).orderBy(volunteers.lastName, volunteers.firstName, desc(certificates.issuedAt));

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
      content: certificates.content,
      revokedAt: certificates.revokedAt,
      replacedAt: certificates.replacedAt,
      validUntil: certificates.validUntil,
    })
    .from(certificates)
    .where(and(eq(certificates.curriculumId, curriculumId), inArray(certificates.volunteerId, [...volunteerIds])))
    .orderBy(desc(certificates.issuedAt), desc(certificates.version));

/** Everybody with a place in the course, and everybody who came to one of its sessions. */
export async function listCourseMemberIds(tx: Tx, courseId: string): Promise<string[]> {
  const rows = await tx
    .select({ volunteerId: enrolments.volunteerId })
    .from(enrolments)
    .where(and(eq(enrolments.courseId, courseId), eq(enrolments.status, "enrolled")))
    .union(
      tx
        .select({ volunteerId: attendances.volunteerId })
        .from(attendances)
        .innerJoin(
          courseSessions,
          and(eq(courseSessions.networkId, attendances.networkId), eq(courseSessions.id, attendances.sessionId)),
        )
        .where(eq(courseSessions.courseId, courseId)),
    );
  return rows.map(({ volunteerId }) => volunteerId);
}

/** Locked in the order of their ids, so that two people issuing at the same moment wait for each other. */
export const lockCandidates = (tx: Tx, volunteerIds: readonly string[]) =>
  tx
    .select({ ...PARTICIPANT_COLUMNS, certificateId: volunteers.certificateId, status: volunteers.status })
    .from(volunteers)
    .where(inArray(volunteers.id, [...volunteerIds]))
    .orderBy(volunteers.id)
    .for("update");

/** Who of these holds a certificate of this curriculum that counts. */
export async function listHolders(
  tx: Tx,
  curriculumId: string,
  volunteerIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  const rows = await listCertificatesOfPeople(tx, curriculumId, volunteerIds);
  return new Set(rows.filter((row) => certificateState(row, now) === "valid").map(({ volunteerId }) => volunteerId));
}

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

export async function insertCertificates(tx: Tx, rows: readonly NewCertificate[]): Promise<void> {
  for (const some of chunksOf(rows)) {
    await tx.insert(certificates).values(some.map((row) => ({ ...row, networkId: tx.networkId })));
  }
}

export async function updateCertificate(
  tx: Tx,
  id: string,
  values: Partial<Pick<CertificateRow, "revokedAt" | "revokedReasonSealed" | "replacedAt">>,
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

/** To each of these the certificate of a course that stands and was issued just now. */
export async function setVolunteerCertificates(tx: Tx, certificateIds: readonly string[]): Promise<void> {
  await tx
    .update(volunteers)
    .set({ certificateId: certificates.id })
    .from(certificates)
    .where(
      and(
        eq(certificates.networkId, volunteers.networkId),
        eq(certificates.volunteerId, volunteers.id),
        inArray(certificates.id, [...certificateIds]),
      ),
    );
}

/** People whose certificate has expired hold none any more; of all, or of these. Their ids come back. */
export async function lapseCertificates(tx: Tx, now: Date, volunteerIds?: readonly string[]): Promise<string[]> {
  const hasExpired = exists(
    tx
      .select({ one: sql`1` })
      .from(certificates)
      .where(
        and(
          eq(certificates.networkId, volunteers.networkId),
          eq(certificates.id, volunteers.certificateId),
          lte(certificates.validUntil, now),
        ),
      ),
  );
  const rows = await tx
    .update(volunteers)
    .set({ certificateId: null })
    .where(and(volunteerIds && inArray(volunteers.id, [...volunteerIds]), hasExpired))
    .returning({ id: volunteers.id });
  return rows.map(({ id }) => id);
}
