import type { EndpointOutput, endpoints, VolunteerProfile } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { renameAccountOfVolunteer } from "../../db/repositories/own-account.ts";
import { unknownKeys } from "../../db/repositories/vocabulary.ts";
import { updateVolunteerRow } from "../../db/repositories/volunteers-for-staff.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { InputError } from "../../http/input-error.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { profileColumns } from "../../people/volunteer-profile.ts";
import { requireLockedMe } from "./own-row.ts";

export function updateMyProfile(
  deps: AppDeps,
  actor: VolunteerActor,
  profile: VolunteerProfile,
): Promise<EndpointOutput<typeof endpoints.updateMyProfile>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const me = await requireLockedMe(tx, actor);
    if (me.status === "left") throw new Refusal("already_left");
    const issues = await unknownKeys(tx, profile);
    if (issues.length > 0) throw new InputError(issues);
    await updateVolunteerRow(tx, me.id, profileColumns(profile, me.id, deps.vault));
    await renameAccountOfVolunteer(tx, me.id, {
      displayName: `${profile.firstName} ${profile.lastName}`,
      locale: profile.locale,
    });
    await deps.recordActivity(tx, { actor, action: "profile_changed", subjectKind: "volunteer", subjectId: me.id });
    return { done: true };
  });
}
