import { Refusal } from "@augenhoehe/domain";
import { lockRound, removeRound, updateRound } from "../../db/repositories/matching-rounds.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOpenRound } from "./own-round.ts";

const DONE = { done: true as const };

export function renameRound(deps: AppDeps, actor: StaffActor, id: string, name: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOpenRound(tx, actor, id);
    await updateRound(tx, actor.providerId, id, { name });
    await deps.recordActivity(tx, { actor, action: "round_renamed", subjectKind: "round", subjectId: id });
    return DONE;
  });
}

/** From now on it is read only: what was planned, and why, stays to be looked up. */
export function closeRound(deps: AppDeps, actor: StaffActor, id: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOpenRound(tx, actor, id);
    await updateRound(tx, actor.providerId, id, { closedAt: deps.clock() });
    await deps.recordActivity(tx, { actor, action: "round_closed", subjectKind: "round", subjectId: id });
    return DONE;
  });
}

/** Open or closed: with everything frozen in it. Proposals made from it stay, with their scores. */
export function deleteRound(deps: AppDeps, actor: StaffActor, id: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const round = await lockRound(tx, actor.providerId, id);
    if (round === undefined) throw new Refusal("not_found");
    await removeRound(tx, actor.providerId, id);
    await deps.recordActivity(tx, { actor, action: "round_deleted", subjectKind: "round", subjectId: id });
    return DONE;
  });
}
