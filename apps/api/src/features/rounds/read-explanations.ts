import type { PairView, UnservedView } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Door } from "@augenhoehe/domain/matching";
import { listProposalsOfRound } from "../../db/repositories/round-proposals.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { alternativeViews, comparisonView } from "./comparison-view.ts";
import { readDraftScene, type DraftScene } from "./draft-scene.ts";
import type { DraftOfRound } from "./own-round.ts";
import { markPairs, pairRow } from "./pair-rows.ts";
import { mentorNameOf, mentorSide, requestSide } from "./people-view.ts";
import { requirePlan, roundOf } from "./plan-draft.ts";
import { unservedRow } from "./unserved-rows.ts";

type OfRequest = DraftOfRound & { readonly requestId: string };

/** Two people side by side, and what every other choice of either would cost the others. */
export async function readRoundPair(deps: AppDeps, actor: StaffActor, of: OfRequest): Promise<PairView> {
  const scene = await readDraftScene(deps, actor, of);
  const { plan } = await requirePlan(deps, scene);
  const { basis } = scene;
  const found = await deps.rounds.ask(roundOf(scene), "pair", { basis, plan, requestId: of.requestId });
  if (found === null) throw new Refusal("not_found");
  const sent = await deps.db.withTenant(actor.networkId, (tx) => listProposalsOfRound(tx, of.id, deps.clock()));
  const [marked] = markPairs(scene, [found.pair], sent);
  const row = marked === undefined ? undefined : pairRow(scene, marked);
  const request = requestSide(scene, of.requestId);
  const mentor = mentorSide(scene, found.pair.mentorId);
  if (row === undefined || request === undefined || mentor === undefined) throw new Refusal("not_found");
  return {
    revision: scene.draft.revision,
    row,
    request,
    mentor,
    otherMentors: alternativeViews(scene, found.otherMentors),
    otherRequests: alternativeViews(scene, found.otherRequests),
  };
}

/** Why somebody waits on, and what would open a door. */
export async function readRoundUnserved(deps: AppDeps, actor: StaffActor, of: OfRequest): Promise<UnservedView> {
  const scene = await readDraftScene(deps, actor, of);
  const { plan } = await requirePlan(deps, scene);
  const { basis } = scene;
  const found = await deps.rounds.ask(roundOf(scene), "unserved", { basis, plan, requestId: of.requestId });
  const row = found === null ? undefined : unservedRow(scene, found);
  const request = requestSide(scene, of.requestId);
  if (found === null || row === undefined || request === undefined) throw new Refusal("not_found");
  const { belowMinimum, ruledOut, full, doors, displacing } = found;
  return {
    revision: scene.draft.revision,
    row,
    request,
    belowMinimum,
    ruledOut,
    full,
    doors: doors.flatMap((door) => doorView(scene, door) ?? []),
    displacing: alternativeViews(scene, displacing),
  };
}

function doorView(scene: DraftScene, door: Door): UnservedView["doors"][number] | undefined {
  const change = comparisonView(scene, door.change);
  if (door.side === "request") return { ...door, change };
  const mentorName = mentorNameOf(scene, door.mentorId);
  return mentorName === undefined ? undefined : { ...door, mentorName, change };
}
