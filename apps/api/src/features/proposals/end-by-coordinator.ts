import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { endProposal } from "../../matching/end-proposal.ts";
import { lockOwnProposal } from "./own-proposal.ts";

/** Taken back, or decided against after two yeses. The reason is for the log; neither side is told. */
export function endByCoordinator(
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  { type, reason }: { readonly type: "withdraw" | "decline"; readonly reason: string },
) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { proposal } = await lockOwnProposal(deps, tx, actor, id);
    await endProposal(deps, tx, proposal, { actor, command: { type }, reason });
    return { done: true as const };
  });
}
