import { Refusal } from "@augenhoehe/domain";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { sealClearance } from "../../people/protection-clearance.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

/** Lets a missing certificate pass with a reason that is logged; `null` ends it. */
export function overrideCertificate(deps: AppDeps, actor: StaffActor, id: string, reason: string | null) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    if (row.status === "left") throw new Refusal("already_left");
    const now = deps.clock();
    const place = { table: "volunteers", column: "certificate_override_reason_sealed", rowId: id };
    await updateVolunteerRow(tx, id, {
      certificateOverrideReasonSealed: reason === null ? null : deps.vault.seal(reason, place),
      certificateOverrideAt: reason === null ? null : now,
    });
    await noteEligibility(tx, id, now);
    const action = reason === null ? "certificate_override_ended" : "certificate_overridden";
    await deps.recordActivity(tx, {
      actor,
      action,
      subjectKind: "volunteer",
      subjectId: id,
      ...(reason === null ? {} : { reason }),
    });
    return { done: true as const };
  });
}

/** Whether the volunteer may be proposed to people under protection; sealed, like the flag it answers to. */
export function clearForProtected(deps: AppDeps, actor: StaffActor, id: string, cleared: boolean) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await requireLockedVolunteer(tx, actor, id);
    await updateVolunteerRow(tx, id, { protectionClearanceSealed: sealClearance(deps.vault, id, cleared) });
    await deps.recordActivity(tx, {
      actor,
      action: "protection_clearance_changed",
      subjectKind: "volunteer",
      subjectId: id,
    });
    return { done: true as const };
  });
}
