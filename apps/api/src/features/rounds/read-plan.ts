import { ROUND_PAGE_SIZE, type ReadyPlanView, type RoundPlanView } from "@augenhoehe/contract";
import { findAccount } from "../../db/repositories/accounts.ts";
import { listProposalsOfRound, type ProposalOfRound } from "../../db/repositories/round-proposals.ts";
import { cancelSolving, forgetSolving } from "../../db/repositories/round-solvings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import type { PlanAnswer } from "../../matching-rounds/round-tasks.ts";
import { comparisonView } from "./comparison-view.ts";
import { decisionsView, lastStepView } from "./decisions-view.ts";
import { districtMapView } from "./district-map-view.ts";
import { draftSceneOf, loadRoundScene, type DraftScene } from "./draft-scene.ts";
import { requireOwnDraft, type DraftOfRound } from "./own-round.ts";
import { markPairs, pairRow } from "./pair-rows.ts";
import { planDraft, progressOf } from "./plan-draft.ts";
import { figuresOf } from "./plan-figures.ts";
import { unservedRows } from "./unserved-rows.ts";

const DONE = { done: true as const };

export async function readRoundPlan(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  page: number,
): Promise<RoundPlanView> {
  const found = await deps.db.withTenant(actor.networkId, async (tx) => {
    const { round, draft } = await requireOwnDraft(tx, actor, of);
    const progress = await progressOf(deps, tx, round, draft);
    if (progress !== null) return { status: "working" as const, revision: draft.revision, progress };
    const scene = draftSceneOf(deps, await loadRoundScene(deps, tx, round), draft);
    const by = scene.state.steps.at(-1)?.by;
    const sent = await listProposalsOfRound(tx, round.id, deps.clock());
    const account = by === undefined ? null : await findAccount(tx, by);
    return { status: "open" as const, scene, sent, lastStepBy: account?.displayName ?? "" };
  });
  if (found.status === "working") return found;
  const { scene, sent, lastStepBy } = found;
  const state = await planDraft(deps, scene);
  const { revision } = scene.draft;
  if (state.status === "working") return { status: "working", revision, progress: state.progress };
  if (state.status !== "ready") return { status: state.status, revision };
  return readyView(scene, state.answer, { sent, page, lastStepBy });
}

interface Around {
  readonly sent: readonly ProposalOfRound[];
  readonly page: number;
  readonly lastStepBy: string;
}

function readyView(
  scene: DraftScene,
  { plan, proved, unserved, change }: PlanAnswer,
  { sent, page, lastStepBy }: Around,
): ReadyPlanView {
  const marked = markPairs(scene, plan.pairs, sent);
  const shown = marked.slice((page - 1) * ROUND_PAGE_SIZE, page * ROUND_PAGE_SIZE);
  return {
    status: "ready",
    revision: scene.draft.revision,
    weightsVersion: plan.weightsVersion,
    proved,
    figures: figuresOf(scene, plan),
    pairs: shown.flatMap((pair) => pairRow(scene, pair) ?? []),
    total: marked.length,
    page,
    pageSize: ROUND_PAGE_SIZE,
    sendable: marked.filter(({ standing }) => standing.state === "ready").length,
    unserved: unservedRows(scene, unserved),
    map: districtMapView(scene, plan.pairs),
    decisions: decisionsView(scene),
    steps: scene.state.steps.length,
    lastStep: lastStepView(scene, lastStepBy),
    lastChange: change === null ? null : comparisonView(scene, change),
  };
}

export function cancelRoundPlan(deps: AppDeps, actor: StaffActor, of: DraftOfRound) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await requireOwnDraft(tx, actor, of);
    await cancelSolving(tx, of.draftId);
    return DONE;
  });
}

/** The next look begins anew; a solving that goes on, or a plan that is there, stays. */
export function startRoundPlan(deps: AppDeps, actor: StaffActor, of: DraftOfRound) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await requireOwnDraft(tx, actor, of);
    await forgetSolving(tx, of.draftId);
    return DONE;
  });
}
