import type { CourseForStaff, Roster } from "@augenhoehe/contract";
import { certificateState } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listCertificatesOfPeople } from "../db/repositories/certificates.ts";
import { readCurriculumOf, readProgress } from "../db/repositories/curricula.ts";

/** What each participant still lacks, and the certificate that counts: a valid one before one that is over. */
export async function waysToCertificate(
  tx: Tx,
  curriculumId: string,
  participants: Roster["participants"],
  now: Date,
): Promise<CourseForStaff["certificates"]> {
  const ids = participants.map(({ volunteerId }) => volunteerId);
  const progress = await readProgress(tx, await readCurriculumOf(tx, curriculumId), ids, now);
  const issued = Map.groupBy(await listCertificatesOfPeople(tx, curriculumId, ids), ({ volunteerId }) => volunteerId);
  return participants.map(({ volunteerId, displayName }) => {
    const own = issued.get(volunteerId) ?? [];
    const certificate = own.find((one) => certificateState(one, now) === "valid") ?? own[0];
    const state = certificate === undefined ? null : certificateState(certificate, now);
    const way = progress.get(volunteerId);
    return {
      volunteerId,
      displayName,
      missingModules: way?.missing.map(({ title }) => title) ?? [],
      missingMinutes: Math.max(0, (way?.requiredMinutes ?? 0) - (way?.attendedMinutes ?? 0)),
      certificateId: certificate?.id ?? null,
      number: certificate?.number ?? null,
      state,
      nameChanged: state === "valid" && certificate?.content.holderName !== displayName,
    };
  });
}
