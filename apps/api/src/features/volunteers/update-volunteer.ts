import type { VolunteerProfile } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { profileColumns } from "../../people/volunteer-profile.ts";
import { requireLockedVolunteer } from "./require-volunteer.ts";

export function updateVolunteer(deps: AppDeps, actor: StaffActor, id: string, profile: VolunteerProfile) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireLockedVolunteer(tx, actor, id);
    if (row.status === "left") throw new Refusal("already_left");
    const issues = await unknownKeys(tx, profile);
    if (issues.length > 0) throw new InputError(issues);
    await updateVolunteerRow(tx, id, profileColumns(profile, id, deps.vault));
    await deps.recordActivity(tx, { actor, action: "volunteer_changed", subjectKind: "volunteer", subjectId: id });
    return { done: true as const };
  });
}
