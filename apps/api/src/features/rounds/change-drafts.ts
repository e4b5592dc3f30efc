import { randomUUID } from "node:crypto";
import { ROUND_LIMITS } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findDraft, insertDraft, listDrafts, removeDraft, updateDraft } from "../../db/repositories/round-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { openState, sealState } from "./draft-state.ts";
import { lockOpenRound, lockOwnDraft, type DraftOfRound } from "./own-round.ts";

const DONE = { done: true as const };

/** With every change of the draft it is copied from, so that they can be undone here too. */
export function createRoundDraft(
  deps: AppDeps,
  actor: StaffActor,
  roundId: string,
  { name, copyOf }: { readonly name: string; readonly copyOf: string },
) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOpenRound(tx, actor, roundId);
    const original = await findDraft(tx, roundId, copyOf);
    if (original === undefined) throw new Refusal("not_found");
    const most = ROUND_LIMITS.drafts;
    if ((await listDrafts(tx, roundId)).length >= most) throw new Refusal("round_too_many_drafts", { most });
    const [id, now] = [randomUUID(), deps.clock()];
    await insertDraft(tx, {
      id,
      roundId,
      name,
      firstSettings: original.firstSettings,
      revision: 1,
      stateSealed: sealState(deps.vault, id, openState(deps.vault, original)),
      beforeSealed: null,
      createdAt: now,
      changedBy: actor.accountId,
      changedAt: now,
    });
    const facts = { draftId: id, copyOf };
    await deps.recordActivity(tx, {
      actor,
      action: "round_draft_created",
      subjectKind: "round",
      subjectId: roundId,
      facts,
    });
    return { id };
  });
}

export function renameRoundDraft(deps: AppDeps, actor: StaffActor, of: DraftOfRound, name: string) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { draft } = await lockOwnDraft(tx, actor, of);
    await updateDraft(tx, draft, { name });
    const facts = { draftId: of.draftId };
    await deps.recordActivity(tx, {
      actor,
      action: "round_draft_renamed",
      subjectKind: "round",
      subjectId: of.id,
      facts,
    });
    return DONE;
  });
}

export function deleteRoundDraft(deps: AppDeps, actor: StaffActor, of: DraftOfRound) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await lockOwnDraft(tx, actor, of);
    if ((await listDrafts(tx, of.id)).length === 1) throw new Refusal("round_last_draft");
    await removeDraft(tx, of.id, of.draftId);
    const facts = { draftId: of.draftId };
    await deps.recordActivity(tx, {
      actor,
      action: "round_draft_deleted",
      subjectKind: "round",
      subjectId: of.id,
      facts,
    });
    return DONE;
  });
}
