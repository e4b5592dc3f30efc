import { ROUND_LIMITS, type SendingReport } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { RoundPair } from "@augenhoehe/domain/matching";
import { insertRoundProposals, listProposalsOfRound } from "../../db/repositories/round-proposals.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { Tx } from "../../db/client.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { putForward } from "../../matching/put-forward.ts";
import { draftSceneOf, loadRoundScene, readDraftScene, type DraftScene } from "./draft-scene.ts";
import { lockOwnDraft, requireRevision, type DraftOfRound } from "./own-round.ts";
import { frozenScore, markPairs } from "./pair-rows.ts";
import { chosenNameOf, mentorNameOf } from "./people-view.ts";
import { requirePlan } from "./plan-draft.ts";
import { checkPairs } from "./check-pairs.ts";

interface Sending {
  readonly revision: number;
  readonly requestIds: "all" | readonly string[];
}

/**
 * The chosen pairs of the plan the coordinator saw become proposals, all in one transaction. With every row locked each
 * pair is looked at with today's facts; what went stale is told and the rest goes out. A second press finds the first.
 */
export async function sendRound(
  deps: AppDeps,
  actor: StaffActor,
  of: DraftOfRound,
  { revision, requestIds }: Sending,
): Promise<SendingReport> {
  const seen = await readDraftScene(deps, actor, of);
  if (seen.round.closedAt !== null) throw new Refusal("round_closed");
  requireRevision(seen.draft, revision);
  const { plan } = await requirePlan(deps, seen);
  const chosen = choose(plan.pairs, requestIds);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { round, draft } = await lockOwnDraft(tx, actor, of, revision);
    const scene = draftSceneOf(deps, await loadRoundScene(deps, tx, round), draft);
    return sendPairs(deps, tx, actor, scene, chosen);
  });
}

function choose(pairs: readonly RoundPair[], requestIds: Sending["requestIds"]): readonly RoundPair[] {
  if (requestIds === "all") return pairs;
  const wanted = new Set(requestIds);
  const chosen = pairs.filter(({ requestId }) => wanted.has(requestId));
  if (chosen.length < wanted.size) throw new Refusal("not_found");
  return chosen;
}

async function sendPairs(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  scene: DraftScene,
  chosen: readonly RoundPair[],
): Promise<SendingReport> {
  const marked = markPairs(scene, chosen, await listProposalsOfRound(tx, scene.round.id, deps.clock()));
  const alreadySent = marked.flatMap(({ pair, standing }) =>
    standing.state === "sent" ? named(scene, pair, { proposalId: standing.proposalId }) : [],
  );
  const unsent = marked.filter(({ standing }) => standing.state !== "sent").map(({ pair }) => pair);
  const now = unsent.slice(0, ROUND_LIMITS.sentAtOnce);
  const { ready, stale } = await checkPairs(deps, tx, actor, now);

  const timeZone = await readTimeZone(tx);
  const sent: SendingReport["sent"] = [];
  const rows = [];
  for (const { pair, request, state, volunteer } of ready) {
    const score = frozenScore(scene, pair);
    if (score === undefined) continue;
    const proposalId = await putForward(deps, tx, { request, state, volunteer, score }, { actor, timeZone });
    const { requestId, mentorId: volunteerId } = pair;
    rows.push({ proposalId, roundId: scene.round.id, draftId: scene.draft.id, requestId, volunteerId });
    sent.push(...named(scene, pair, { proposalId }));
  }
  await insertRoundProposals(tx, rows);
  await deps.recordActivity(tx, {
    actor,
    action: "round_sent",
    subjectKind: "round",
    subjectId: scene.round.id,
    facts: { draftId: scene.draft.id, sent: rows.length, stale: stale.length },
  });
  return {
    sent,
    alreadySent,
    stale: stale.flatMap(({ pair, refusal }) =>
      named(scene, pair, { reason: refusal.code, facts: { ...refusal.facts } }),
    ),
    left: unsent.length - now.length,
  };
}

/** Whoever may not be seen any more is in no answer. */
function named<More extends object>(scene: DraftScene, { requestId, mentorId }: RoundPair, more: More) {
  const [chosenName, mentorName] = [chosenNameOf(scene, requestId), mentorNameOf(scene, mentorId)];
  if (chosenName === undefined || mentorName === undefined) return [];
  return [{ requestId, chosenName, mentorId, mentorName, ...more }];
}
