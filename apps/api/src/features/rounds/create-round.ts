import { randomUUID } from "node:crypto";
import type { EndpointOutput, ParsedInput, endpoints } from "@augenhoehe/contract";
import { decideSettings } from "@augenhoehe/domain/matching";
import { insertRound } from "../../db/repositories/matching-rounds.ts";
import { insertDraft } from "../../db/repositories/round-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { sealFrozen } from "../../matching-rounds/frozen-round.ts";
import { firstWishes } from "../../matching-rounds/round-tasks.ts";
import { sealState } from "./draft-state.ts";
import { freezePeople } from "./freeze-round.ts";

type Endpoint = typeof endpoints.createRound;

/** Freezes who waits and who is free; the first draft carries the round's name. */
export function createRound(
  deps: AppDeps,
  actor: StaffActor,
  { name, filter, settings }: ParsedInput<Endpoint>["body"],
): Promise<EndpointOutput<Endpoint>> {
  decideSettings(settings);
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { providerId, accountId } = actor;
    const frozen = await freezePeople(deps, tx, providerId, filter);
    const [id, draftId, now] = [randomUUID(), randomUUID(), deps.clock()];
    const [requests, mentors] = [frozen.input.requests.length, frozen.input.mentors.length];
    await insertRound(tx, {
      id,
      providerId,
      name,
      filter,
      frozenSealed: sealFrozen(deps.vault, id, frozen),
      weightsVersion: frozen.input.weights.version,
      requests,
      mentors,
      createdBy: accountId,
      createdAt: now,
      closedAt: null,
    });
    const wishes = firstWishes(frozen.priority);
    await insertDraft(tx, {
      id: draftId,
      roundId: id,
      name,
      firstSettings: settings,
      revision: 1,
      stateSealed: sealState(deps.vault, draftId, { steps: [], settings, wishes }),
      beforeSealed: null,
      createdAt: now,
      changedBy: accountId,
      changedAt: now,
    });
    const facts = { requests, mentors };
    await deps.recordActivity(tx, { actor, action: "round_created", subjectKind: "round", subjectId: id, facts });
    return { id, draftId };
  });
}
