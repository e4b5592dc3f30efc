import { Refusal, requireStanding } from "@augenhoehe/domain";
import {
  lockCandidates,
  lockCertificate,
  setVolunteerCertificate,
  updateCertificate,
} from "../../db/repositories/certificates.ts";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCertificate } from "./certificate-access.ts";

/** From now on its public page says "revoked"; why is kept sealed and never shown there. */
export const revokeCertificate = (deps: AppDeps, actor: StaffActor, id: string, reason: string) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { certificate, volunteerProviderId: providerId } = await accessCertificate(tx, actor, id);
    const [volunteer] = await lockCandidates(tx, [certificate.volunteerId]);
    const current = await lockCertificate(tx, id);
    if (volunteer === undefined || current === undefined) throw new Refusal("not_found");
    requireStanding(current);
    const now = deps.clock();
    const place = { table: "certificates", column: "revoked_reason_sealed", rowId: id };
    await updateCertificate(tx, id, { revokedAt: now, revokedReasonSealed: deps.vault.seal(reason, place) });
    if (volunteer.certificateId === id) await setVolunteerCertificate(tx, volunteer.volunteerId, null);
    await noteEligibility(tx, volunteer.volunteerId, now);
    await deps.recordActivity(tx, {
      actor,
      action: "certificate_revoked",
      subjectKind: "volunteer",
      subjectId: volunteer.volunteerId,
      facts: { certificateId: id },
      reason,
      providerId,
    });
    return { done: true as const };
  });
