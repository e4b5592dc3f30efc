import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import {
  findProposal,
  findProposalOfPair,
  lockProposal,
  type ProposalOfPair,
  type StoredProposal,
} from "../../db/repositories/proposals.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { lockOwnRequest, requireOwnRequest, type OwnRequest } from "../../matching/own-request.ts";

/** A proposal of a request the actor may see; every other is not there. */
export async function requireOwnProposal(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<ProposalOfPair> {
  const proposal = await findProposalOfPair(tx, id);
  if (proposal === undefined) throw new Refusal("not_found");
  await requireOwnRequest(tx, deps.vault, actor, proposal.requestId);
  return proposal;
}

/** The same with the request and the proposal locked, in this order. */
export async function lockOwnProposal(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<{ proposal: StoredProposal; own: OwnRequest }> {
  const found = await findProposal(tx, id);
  if (found === undefined) throw new Refusal("not_found");
  const own = await lockOwnRequest(deps, tx, actor, found.requestId);
  const proposal = await lockProposal(tx, id);
  if (proposal === undefined) throw new Refusal("not_found");
  return { proposal, own };
}
