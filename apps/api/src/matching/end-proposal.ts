import { Refusal, decideProposal, decideRequest, isProposalOverdue, type ProposalCommand } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { listOpenProposals, lockProposal, saveProposal, type StoredProposal } from "../db/repositories/proposals.ts";
import { lockStaffRequest, saveRequestState } from "../db/repositories/staff-requests.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { ActivityEntry } from "../record-activity.ts";

type Deps = Pick<AppDeps, "clock" | "recordActivity" | "vault">;
type EndingCommand = Extract<
  ProposalCommand,
  { type: "withdraw" | "decline" | "expire" } | { type: "volunteer_answers" | "mentee_answers" }
>;

export interface ProposalEnding {
  readonly actor: ActivityEntry["actor"];
  readonly command: EndingCommand;
  /** In a coordinator's words, for the log; sealed. */
  readonly reason?: string;
}

/**
 * Ends one proposal whatever the way, and the request is open again. Silent: nobody but staff learns of it. The
 * request's row is already locked.
 */
export async function endProposal(
  { clock, recordActivity, vault }: Deps,
  tx: Tx,
  proposal: StoredProposal,
  { actor, command, reason }: ProposalEnding,
): Promise<void> {
  const now = clock();
  const ended = decideProposal(proposal, command, now);
  const request = await lockStaffRequest(tx, proposal.requestId);
  if (request === undefined) throw new Refusal("not_found");
  const place = { table: "proposals", column: "ended_reason_sealed", rowId: proposal.id };
  await saveProposal(tx, proposal.id, ended, reason === undefined ? undefined : vault.seal(reason, place));
  await saveRequestState(
    tx,
    proposal.requestId,
    decideRequest(request.request, { type: "proposal_ended", outcome: ended.state }, now),
  );
  await recordActivity(tx, {
    actor,
    action: `proposal_${ended.state}`,
    subjectKind: "proposal",
    subjectId: proposal.id,
    providerId: proposal.providerId,
  });
}

/** Takes back whatever is open of a request or a volunteer, e.g. because the person withdrew or left. */
export async function endOpenProposals(
  deps: Deps,
  tx: Tx,
  of: { readonly requestId: string } | { readonly volunteerId: string },
  actor: ActivityEntry["actor"],
): Promise<void> {
  for (const { id, requestId } of await listOpenProposals(tx, of)) {
    await lockStaffRequest(tx, requestId);
    const proposal = await lockProposal(tx, id);
    const isStillOpen = proposal !== undefined && proposal.endedAt === null;
    if (isStillOpen) await endProposal(deps, tx, proposal, { actor, command: { type: "withdraw" } });
  }
}

/** The clock's part, applied by whoever looks first. True when the proposal was overdue. */
export async function expireIfOverdue(deps: Deps, tx: Tx, proposal: StoredProposal): Promise<boolean> {
  if (!isProposalOverdue(proposal, deps.clock())) return false;
  await endProposal(deps, tx, proposal, { actor: { kind: "system" }, command: { type: "expire" } });
  return true;
}
