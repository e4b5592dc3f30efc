import { ROUND_LIMITS, type RoundEdit, type RoundSettings } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { decideSettings } from "@augenhoehe/domain/matching";
import { updateDraft } from "../../db/repositories/round-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { firstWishes, type PlanBasis } from "../../matching-rounds/round-tasks.ts";
import { presentWishes, readDraftScene, type DraftScene } from "./draft-scene.ts";
import { editsOf, sealBefore, sealState, settingsAfter, type DraftState, type DraftStep } from "./draft-state.ts";
import { lockOwnDraft, requireRevision, type DraftOfRound } from "./own-round.ts";
import { peopleOfEdit } from "./people-of-edit.ts";
import { roundOf } from "./plan-draft.ts";

interface Changed extends DraftState {
  readonly action: "round_edited" | "round_settings_changed" | "round_step_undone";
  readonly facts: Readonly<Record<string, string>>;
}

/** One decision by hand, made on the revision the coordinator saw. */
export function editRoundDraft(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  { revision, edit }: { readonly revision: number; readonly edit: RoundEdit },
) {
  return changeDraft(deps, actor, of, revision, async (scene) => {
    if (!isAboutPresent(scene)(edit)) throw new Refusal("not_found");
    const { steps, settings } = scene.state;
    const wishes = presentWishes(scene.state.wishes, scene.absent);
    const next = await deps.rounds.ask(roundOf(scene), "edit", { wishes, edit });
    return {
      settings,
      wishes: next,
      steps: [...steps, stepOf(deps, actor, edit)],
      action: "round_edited",
      facts: { kind: edit.kind },
    };
  });
}

export function changeRoundSettings(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  { revision, settings }: { readonly revision: number; readonly settings: RoundSettings },
) {
  decideSettings(settings);
  return changeDraft(deps, actor, of, revision, async ({ state: { steps, settings: present, wishes } }) => {
    if (JSON.stringify(present) === JSON.stringify(settings)) throw new Refusal("round_edit_changes_nothing");
    return {
      settings,
      wishes,
      steps: [...steps, stepOf(deps, actor, { kind: "settings", settings })],
      action: "round_settings_changed",
      facts: {},
    };
  });
}

/** The last change never was: what follows from the others is worked out anew. */
export function undoRoundStep(deps: AppDeps, actor: StaffActor, of: DraftOfRound, revision: number) {
  return changeDraft(deps, actor, of, revision, async (scene) => {
    const undone = scene.state.steps.at(-1);
    if (undone === undefined) throw new Refusal("round_nothing_to_undo");
    const steps = scene.state.steps.slice(0, -1);
    const { priority } = presentWishes(firstWishes(scene.frozen.priority), scene.absent);
    const task = { priority, edits: editsOf(steps).filter(isAboutPresent(scene)) };
    return {
      steps,
      settings: settingsAfter(scene.draft.firstSettings, steps),
      wishes: await deps.rounds.ask(roundOf(scene), "replay", task),
      action: "round_step_undone",
      facts: { kind: undone.change.kind },
    };
  });
}

/** Decided without holding anybody up, and stored only where nobody was faster. */
async function changeDraft(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  revision: number,
  decide: (scene: DraftScene) => Promise<Changed>,
): Promise<{ revision: number }> {
  const scene = await readDraftScene(deps, actor, of);
  if (scene.round.closedAt !== null) throw new Refusal("round_closed");
  requireRevision(scene.draft, revision);
  const { action, facts, ...next } = await decide(scene);
  const most = ROUND_LIMITS.steps;
  if (next.steps.length > most) throw new Refusal("round_too_many_steps", { most });
  const before: PlanBasis = scene.state;
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { draft } = await lockOwnDraft(tx, actor, of, revision);
    await updateDraft(tx, draft, {
      revision: revision + 1,
      stateSealed: sealState(deps.vault, draft.id, next),
      beforeSealed: sealBefore(deps.vault, draft.id, before),
      changedBy: actor.accountId,
      changedAt: deps.clock(),
    });
    await deps.recordActivity(tx, {
      actor,
      action,
      subjectKind: "round",
      subjectId: of.id,
      facts: { ...facts, draftId: of.draftId, revision: revision + 1 },
    });
    return { revision: revision + 1 };
  });
}

const stepOf = (deps: AppDeps, { accountId }: StaffActor, change: DraftStep["change"]): DraftStep => ({
  at: deps.clock().toISOString(),
  by: accountId,
  change,
});

/** Whoever may not be seen any more is not there to be decided about. */
const isAboutPresent =
  ({ requests, mentors }: DraftScene) =>
  (edit: RoundEdit): boolean => {
    const { requestIds, mentorIds } = peopleOfEdit(edit);
    return requestIds.every((id) => requests.has(id)) && mentorIds.every((id) => mentors.has(id));
  };
