import type { Tx } from "../db/client.ts";
import { lapseCertificates } from "../db/repositories/certificates.ts";
import { noteEligibilities } from "../db/repositories/eligibility.ts";
import { findParticipants } from "../db/repositories/enrolments.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { JobOutcome } from "../jobs/jobs.ts";
import type { JobData } from "../jobs/queues.ts";
import { tellParticipants } from "../training/course-mails.ts";

type Parts = Pick<AppDeps, "clock" | "config" | "queueMails" | "recordActivities">;

/**
 * People whose certificate has expired are no longer mentors who may be proposed, and are told. A job looks on the
 * day; whoever decides about somebody looks first, so that nothing depends on the job alone. Their ids come back.
 */
export async function dropExpiredCertificates(
  deps: Parts,
  tx: Tx,
  volunteerIds?: readonly string[],
): Promise<readonly string[]> {
  const now = deps.clock();
  const ids = await lapseCertificates(tx, now, volunteerIds);
  if (ids.length === 0) return ids;
  await noteEligibilities(tx, ids, now);
  const people = await findParticipants(tx, ids);
  await deps.recordActivities(
    tx,
    people.map(({ volunteerId, providerId }) => ({
      actor: { kind: "system" as const },
      action: "certificate_expired",
      subjectKind: "volunteer",
      subjectId: volunteerId,
      providerId,
    })),
  );
  await tellParticipants(deps, tx, people, "certificate_expired", ({ firstName }) => ({ firstName }));
  return ids;
}

export async function dropExpiredOnTheDay(
  deps: Parts & Pick<AppDeps, "db">,
  { networkId }: JobData["lapse_certificates"],
): Promise<JobOutcome> {
  await deps.db.withTenant(networkId, (tx) => dropExpiredCertificates(deps, tx));
  return "done";
}
