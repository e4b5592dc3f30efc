import { decideVolunteer } from "@augenhoehe/domain";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

export function changePause(deps: AppDeps, actor: StaffActor, id: string, command: "pause" | "resume") {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    const now = deps.clock();
    const status = decideVolunteer(row.status, command, row.interviewedOn !== null);
    await updateVolunteerRow(tx, id, { status, pausedAt: command === "pause" ? now : null });
    await noteEligibility(tx, id, now);
    const action = command === "pause" ? "volunteer_paused" : "volunteer_resumed";
    await deps.recordActivity(tx, { actor, action, subjectKind: "volunteer", subjectId: id });
    return { done: true as const };
  });
}
