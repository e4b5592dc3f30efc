import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import { z } from "zod";
import {
  findSolving,
  finishSolving,
  lockSolving,
  noteProgress,
  putSolving,
  type StoredSolving,
} from "../../db/repositories/round-solvings.ts";
import type { Tx } from "../../db/client.ts";
import type { StoredRound } from "../../db/repositories/matching-rounds.ts";
import { lockDraft, type StoredDraft } from "../../db/repositories/round-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { PlanAnswer, RoundTasks } from "../../matching-rounds/round-tasks.ts";
import type { Vault } from "../../vault.ts";
import type { DraftScene } from "./draft-scene.ts";

export type PlanState =
  | { readonly status: "ready"; readonly answer: PlanAnswer }
  | { readonly status: "working"; readonly progress: number }
  | { readonly status: "cancelled" | "failed" };

/** A run that was not heard of for so long is gone with its process; whoever looks next takes over. */
const SILENT_MS = 15_000;
const SIGN_OF_LIFE_MS = 500;

/**
 * The plan of a draft. Small rounds are worked out at once. Large ones are solved in a thread of whichever process
 * looked first, while every process reads in the database how far it has come; what came out is kept there, sealed.
 */
export async function planDraft(deps: AppDeps, scene: DraftScene): Promise<PlanState> {
  const known = deps.rounds.plans.get(scene.planKey);
  if (known !== undefined) return { status: "ready", answer: known };
  if (deps.rounds.isSmall(scene.round)) {
    return remember(deps, scene, await deps.rounds.ask(roundOf(scene), "plan", taskOf(deps, scene)));
  }
  const found = await findOrClaim(deps, scene);
  if ("claimed" in found) {
    deps.rounds.keep(solve(deps, scene, found.claimed));
    return { status: "working", progress: 0 };
  }
  if (found.status === "working") return { status: "working", progress: found.progress };
  if (found.status !== "ready") return { status: found.status };
  return remember(deps, scene, openPlan(deps.vault, found));
}

/** For everything that is read from a plan and not the plan itself. */
export async function requirePlan(deps: AppDeps, scene: DraftScene): Promise<PlanAnswer> {
  const state = await planDraft(deps, scene);
  if (state.status !== "ready") throw new Refusal("round_plan_not_ready");
  return state.answer;
}

/** How far a large plan has come, told without opening anything; null where there is more to say. */
export async function progressOf(
  deps: AppDeps,
  tx: Tx,
  round: StoredRound,
  draft: StoredDraft,
): Promise<number | null> {
  if (deps.rounds.isSmall(round)) return null;
  const found = await findSolving(tx, draft.id);
  const isAtIt = found?.status === "working" && found.revision === draft.revision && isHeard(found, deps.clock());
  return isAtIt ? found.progress : null;
}

/** What is there already: looking at a list of drafts begins no large solving. */
export async function peekPlan(deps: AppDeps, scene: DraftScene): Promise<PlanAnswer | null> {
  const { draft, round, absentHash, planKey } = scene;
  const known = deps.rounds.plans.get(planKey);
  if (known !== undefined) return known;
  if (deps.rounds.isSmall(scene.round)) return requirePlan(deps, scene);
  const found = await deps.db.withTenant(round.networkId, (tx) => findSolving(tx, draft.id));
  const isThere = found?.status === "ready" && found.revision === draft.revision && found.absentHash === absentHash;
  return isThere ? openPlan(deps.vault, found) : null;
}

export const roundOf = ({ round, frozen }: Pick<DraftScene, "round" | "frozen">) => ({ id: round.id, frozen });

/** The plan before the last change is usually the one that was looked at a moment ago. */
function taskOf(deps: AppDeps, { basis, before, keyBefore }: DraftScene): RoundTasks["plan"] {
  const plan = deps.rounds.plans.get(keyBefore)?.plan ?? null;
  return { basis, before: before === null ? null : { basis: before, plan } };
}

function remember(deps: AppDeps, { planKey }: DraftScene, answer: PlanAnswer): PlanState {
  deps.rounds.plans.set(planKey, answer);
  return { status: "ready", answer };
}

/** What stands in the database about this very plan, or a new run of one's own where nothing does. */
function findOrClaim(deps: AppDeps, scene: DraftScene): Promise<StoredSolving | { readonly claimed: string }> {
  const { draft, round, absentHash } = scene;
  return deps.db.withTenant(round.networkId, async (tx) => {
    if ((await lockDraft(tx, round.id, draft.id)) === undefined) throw new Refusal("not_found");
    const found = await lockSolving(tx, draft.id);
    const now = deps.clock();
    const isThis = found?.revision === draft.revision && found.absentHash === absentHash;
    if (found !== undefined && isThis && (found.status !== "working" || isHeard(found, now))) return found;
    const claimed = randomUUID();
    await putSolving(tx, {
      draftId: draft.id,
      revision: draft.revision,
      absentHash,
      status: "working",
      progress: 0,
      runId: claimed,
      heardAt: now,
      planSealed: null,
    });
    return { claimed };
  });
}

const isHeard = ({ heardAt }: StoredSolving, now: Date): boolean => now.getTime() - heardAt.getTime() < SILENT_MS;

async function solve(deps: AppDeps, scene: DraftScene, runId: string): Promise<void> {
  const { draft, round } = scene;
  const run = { draftId: draft.id, runId };
  const stop = new AbortController();
  let progress = 0;
  const sayAlive = async () => {
    const goesOn = await deps.db.withTenant(round.networkId, (tx) =>
      noteProgress(tx, { ...run, progress, heardAt: deps.clock() }),
    );
    if (!goesOn) stop.abort();
  };
  const signs = setInterval(() => void sayAlive().catch(() => undefined), SIGN_OF_LIFE_MS);
  try {
    const answer = await deps.rounds.ask(roundOf(scene), "plan", taskOf(deps, scene), {
      signal: stop.signal,
      onProgress: (share) => (progress = share),
    });
    const planSealed = deps.vault.seal(JSON.stringify(answer), placeOf(draft.id));
    const isWanted = await deps.db.withTenant(round.networkId, (tx) =>
      finishSolving(tx, run, { status: "ready", planSealed }),
    );
    if (isWanted) deps.rounds.plans.set(scene.planKey, answer);
  } catch {
    // Cancelled, overtaken, or the program stops: then the row is no longer this run's, or falls silent by itself.
    if (!stop.signal.aborted && !deps.rounds.isStopped()) {
      await deps.db
        .withTenant(round.networkId, (tx) => finishSolving(tx, run, { status: "failed" }))
        .catch(() => undefined);
    }
  } finally {
    clearInterval(signs);
  }
}

const placeOf = (draftId: string) => ({ table: "round_solvings", column: "plan_sealed", rowId: draftId });
const Answer = z.custom<PlanAnswer>((value) => typeof value === "object" && value !== null);

function openPlan(vault: Vault, { draftId, planSealed }: StoredSolving): PlanAnswer {
  if (planSealed === null) throw new Error("A plan that is ready and not there");
  return Answer.parse(JSON.parse(vault.open(planSealed, placeOf(draftId))));
}
