import { inArray, sql } from "drizzle-orm";
import { eligibilityGaps, type EligibilityFacts } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { declarationTexts, volunteers } from "../schema/people.ts";

/** Newest published version of each text; 0 where a network has none yet, so that nobody counts as having signed. */
export interface CurrentVersions {
  readonly secrecy: number;
  readonly agreement: number;
  readonly consent: number;
}

export async function readCurrentVersions(tx: Tx): Promise<CurrentVersions> {
  const rows = await tx
    .select({ kind: declarationTexts.kind, version: sql<number>`max(${declarationTexts.version})`.mapWith(Number) })
    .from(declarationTexts)
    .groupBy(declarationTexts.kind);
  const newest = (kind: string) => rows.find((row) => row.kind === kind)?.version ?? 0;
  return { secrecy: newest("secrecy"), agreement: newest("agreement"), consent: newest("consent") };
}

/** The columns of a volunteer that eligibility is computed from. */
export const ELIGIBILITY_COLUMNS = {
  status: volunteers.status,
  interviewedOn: volunteers.interviewedOn,
  secrecyVersion: volunteers.secrecyVersion,
  agreementVersion: volunteers.agreementVersion,
  certificateId: volunteers.certificateId,
  certificateOverrideAt: volunteers.certificateOverrideAt,
};

type EligibilityColumns = Pick<typeof volunteers.$inferSelect, keyof typeof ELIGIBILITY_COLUMNS>;

export const eligibilityFactsOf = (row: EligibilityColumns, current: CurrentVersions): EligibilityFacts => ({
  status: row.status,
  interviewed: row.interviewedOn !== null,
  secrecySignedVersion: row.secrecyVersion,
  secrecyCurrentVersion: current.secrecy,
  agreementSignedVersion: row.agreementVersion,
  agreementCurrentVersion: current.agreement,
  hasValidCertificate: row.certificateId !== null,
  certificateOverride: row.certificateOverrideAt !== null,
});

/**
 * Call after any step that can complete or undo eligibility: remembers since when, for "became eligible" on the desk.
 */
export const noteEligibility = (tx: Tx, volunteerId: string, now: Date): Promise<void> =>
  noteEligibilities(tx, [volunteerId], now);

/** The same for many people at once. */
export async function noteEligibilities(tx: Tx, volunteerIds: readonly string[], now: Date): Promise<void> {
  if (volunteerIds.length === 0) return;
  const rows = await tx
    .select({ ...ELIGIBILITY_COLUMNS, id: volunteers.id, eligibleSince: volunteers.eligibleSince })
    .from(volunteers)
    .where(inArray(volunteers.id, [...volunteerIds]));
  const versions = await readCurrentVersions(tx);
  const changed = rows
    .map((row) => ({ ...row, isEligible: eligibilityGaps(eligibilityFactsOf(row, versions)).length === 0 }))
    .filter(({ isEligible, eligibleSince }) => isEligible !== (eligibleSince !== null));
  for (const isEligible of [true, false]) {
    const ids = changed.filter((row) => row.isEligible === isEligible).map(({ id }) => id);
    if (ids.length === 0) continue;
    await tx
      .update(volunteers)
      .set({ eligibleSince: isEligible ? now : null })
      .where(inArray(volunteers.id, ids));
  }
}
