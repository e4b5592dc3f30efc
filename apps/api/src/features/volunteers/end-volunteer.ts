import { Refusal } from "@augenhoehe/domain";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { departVolunteer } from "../../people/depart-volunteer.ts";
import { requireVolunteer } from "./require-volunteer.ts";

/** Records that a volunteer left: the same as their own leaving. */
export function endVolunteer(deps: AppDeps, actor: StaffActor, id: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const row = await requireVolunteer(tx, actor, id);
    if (row.status === "left") throw new Refusal("already_left");
    await departVolunteer(deps, tx, { volunteerId: id, actor });
    return { done: true as const };
  });
}
