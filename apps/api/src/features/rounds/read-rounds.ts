import { PAGE_SIZE, type EndpointOutput, type RoundDetail, type RoundRow, type endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import {
  findRoundWithCounts,
  listRoundsOfProvider,
  type RoundWithCounts,
} from "../../db/repositories/matching-rounds.ts";
import { listDrafts } from "../../db/repositories/round-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { comparePlans } from "@augenhoehe/domain/matching";
import { comparisonView } from "./comparison-view.ts";
import { draftSceneOf, loadRoundScene, readDraftScene } from "./draft-scene.ts";
import type { DraftOfRound } from "./own-round.ts";
import { peekPlan, requirePlan } from "./plan-draft.ts";
import { draftRow, figuresOf } from "./plan-figures.ts";

type Comparison = EndpointOutput<typeof endpoints.compareRoundDrafts>;

export function listRounds(deps: AppDeps, actor: StaffActor, page: number) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const slice = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const { rows, total } = await listRoundsOfProvider(tx, actor.providerId, slice);
    return { items: rows.map(roundRow), total, page, pageSize: PAGE_SIZE };
  });
}

/** With the figures of every draft whose plan is there. */
export async function readRound(deps: AppDeps, actor: StaffActor, id: string): Promise<RoundDetail> {
  const { found, scenes } = await deps.db.withTenant(actor.networkId, async (tx) => {
    const round = await findRoundWithCounts(tx, actor.providerId, id);
    if (round === undefined) throw new Refusal("not_found");
    const scene = await loadRoundScene(deps, tx, round);
    const drafts = await listDrafts(tx, id);
    return { found: round, scenes: drafts.map((draft) => draftSceneOf(deps, scene, draft)) };
  });
  const drafts = await Promise.all(
    scenes.map(async (scene) => {
      const answer = await peekPlan(deps, scene);
      return draftRow(scene.draft, scene, answer === null ? null : figuresOf(scene, answer.plan));
    }),
  );
  return { ...roundRow(found), filter: found.filter, weightsVersion: found.weightsVersion, drafts };
}

/** What the other draft does differently from this one. */
export async function compareRoundDrafts(
  deps: AppDeps,
  actor: StaffActor,
  { otherId, ...of }: DraftOfRound & { readonly otherId: string },
): Promise<Comparison> {
  const before = await readDraftScene(deps, actor, of);
  const after = await readDraftScene(deps, actor, { ...of, draftId: otherId });
  const [{ plan }, { plan: otherPlan }] = [await requirePlan(deps, before), await requirePlan(deps, after)];
  return {
    before: draftRow(before.draft, before, figuresOf(before, plan)),
    after: draftRow(after.draft, after, figuresOf(after, otherPlan)),
    comparison: comparisonView(after, comparePlans(plan, otherPlan)),
  };
}

const roundRow = ({ id, name, createdAt, createdByName, closedAt, ...round }: RoundWithCounts): RoundRow => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  createdBy: createdByName,
  closedAt: closedAt?.toISOString() ?? null,
  requests: round.requests,
  mentors: round.mentors,
  drafts: round.drafts,
  sent: round.sent,
});
