import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { departVolunteer } from "../../people/depart-volunteer.ts";

export function leaveNetwork(
  deps: AppDeps,
  actor: VolunteerActor,
): Promise<EndpointOutput<typeof endpoints.leaveNetwork>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await departVolunteer(deps, tx, { volunteerId: actor.volunteerId, actor });
    return { done: true };
  });
}
