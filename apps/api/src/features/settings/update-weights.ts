import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { decideWeights } from "@augenhoehe/domain/matching";
import { lockOwnNetwork, saveWeights } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";

type Body = ParsedInput<typeof endpoints.updateWeights>["body"];

/** A new version of the weights from now on; proposals keep the version they were made with. */
export function updateWeights(deps: AppDeps, actor: AccountActor, wanted: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const network = await lockOwnNetwork(tx);
    const { version, ...weights } = decideWeights({ ...network.weights, version: network.weightsVersion }, wanted);
    await saveWeights(tx, weights, version);
    await deps.recordActivity(tx, {
      actor,
      action: "weights_changed",
      subjectKind: "network",
      subjectId: tx.networkId,
      facts: { version, ...weights },
    });
    return { done: true as const };
  });
}
