import { findProposal, lockProposal } from "../db/repositories/proposals.ts";
import { lockStaffRequest } from "../db/repositories/staff-requests.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { JobOutcome } from "../jobs/jobs.ts";
import type { JobData } from "../jobs/queues.ts";
import { expireIfOverdue } from "./end-proposal.ts";

/** Lets go of a question that nobody answered in time; whoever looks earlier does the same. */
export async function expireProposal(
  deps: Pick<AppDeps, "clock" | "db" | "recordActivity" | "vault">,
  { networkId, proposalId }: JobData["expire_proposal"],
): Promise<JobOutcome> {
  await deps.db.withTenant(networkId, async (tx) => {
    const found = await findProposal(tx, proposalId);
    if (found === undefined) return;
    await lockStaffRequest(tx, found.requestId);
    const proposal = await lockProposal(tx, proposalId);
    if (proposal !== undefined) await expireIfOverdue(deps, tx, proposal);
  });
  return "done";
}

/** A moment after the answer's last one, so that the job finds it overdue. */
const GRACE_MS = 1000;

export const expiryOf = ({ answerBy }: { readonly answerBy: Date }): Date => new Date(answerBy.getTime() + GRACE_MS);
