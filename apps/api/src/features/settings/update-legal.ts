import type { endpoints, ParsedInput } from "@augenhoehe/contract";
import { saveLegal } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";

type Body = ParsedInput<typeof endpoints.updateLegal>["body"];

export function updateLegal(deps: AppDeps, actor: AccountActor, legal: Body) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await saveLegal(tx, legal);
    await deps.recordActivity(tx, { actor, action: "legal_changed", subjectKind: "network", subjectId: tx.networkId });
    return { done: true as const };
  });
}
