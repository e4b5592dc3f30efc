import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { requireStammtischAhead } from "@augenhoehe/domain";
import { updateStammtischRow } from "../../db/repositories/stammtische.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { requireStammtisch } from "./require-stammtisch.ts";
import { tellThoseComing } from "./tell-guests.ts";

export function cancelStammtisch(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
): Promise<EndpointOutput<typeof endpoints.cancelStammtisch>> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const before = await requireStammtisch(tx, actor, id);
    requireStammtischAhead(before, now);
    const after = { ...before, cancelledAt: now, sequence: before.sequence + 1 };
    await updateStammtischRow(tx, id, { cancelledAt: now, sequence: after.sequence });
    await tellThoseComing(deps, tx, "stammtisch_cancelled", after);
    await deps.recordActivity(tx, { actor, action: "stammtisch_cancelled", subjectKind: "stammtisch", subjectId: id });
    return { done: true };
  });
}
