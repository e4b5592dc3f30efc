import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { decideVolunteer } from "@augenhoehe/domain";
import { noteEligibility } from "../../db/repositories/eligibility.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { requireLockedMe } from "./own-row.ts";

/** A pause keeps running tandems and an unanswered question; only new proposals stop. */
export function changeMyPause(
  deps: AppDeps,
  actor: VolunteerActor,
  command: "pause" | "resume",
): Promise<EndpointOutput<typeof endpoints.pauseMe>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const me = await requireLockedMe(tx, actor);
    const now = deps.clock();
    const status = decideVolunteer(me.status, command, me.interviewedOn !== null);
    await updateVolunteerRow(tx, me.id, { status, pausedAt: command === "pause" ? now : null });
    await noteEligibility(tx, me.id, now);
    const action = command === "pause" ? "volunteer_paused" : "volunteer_resumed";
    await deps.recordActivity(tx, { actor, action, subjectKind: "volunteer", subjectId: me.id });
    return { done: true };
  });
}
