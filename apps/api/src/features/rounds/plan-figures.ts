import type { RoundDraftRow, RoundFigures } from "@augenhoehe/contract";
import type { RoundPlan } from "@augenhoehe/domain/matching";
import type { StoredDraft } from "../../db/repositories/round-drafts.ts";
import type { DraftScene } from "./draft-scene.ts";

/** A plan in numbers, to compare drafts by. */
export function figuresOf({ basis }: DraftScene, plan: RoundPlan): RoundFigures {
  const leftOut = new Set(basis.wishes.leftOut.requests);
  return {
    requests: plan.pairs.length + plan.unserved.length,
    served: plan.served,
    priorityRequests: basis.wishes.priority.filter((id) => !leftOut.has(id)).length,
    priorityServed: plan.priorityServed,
    points: plan.points,
    meanPoints: plan.pairs.length === 0 ? null : plan.points / plan.pairs.length,
    bonus: plan.bonus,
    firstChoices: plan.pairs.filter(({ mentorPlace }) => mentorPlace === 1).length,
    pinned: plan.pairs.filter(({ pinned }) => pinned).length,
  };
}

export function draftRow<F extends RoundFigures | null>(
  draft: StoredDraft,
  { state }: DraftScene,
  figures: F,
): Omit<RoundDraftRow, "figures"> & { figures: F } {
  return {
    id: draft.id,
    name: draft.name,
    revision: draft.revision,
    settings: state.settings,
    steps: state.steps.length,
    changedAt: draft.changedAt.toISOString(),
    changedBy: draft.changedByName,
    figures,
  };
}
