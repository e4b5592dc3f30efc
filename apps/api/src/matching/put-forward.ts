import { randomUUID } from "node:crypto";
import { newProposal, type RequestState } from "@augenhoehe/domain";
import type { Score } from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import type { StoredVolunteer } from "../db/repositories/mentor-cards.ts";
import { insertProposal } from "../db/repositories/proposals.ts";
import { saveRequestState, type StaffRequest } from "../db/repositories/staff-requests.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { StaffActor } from "../http/policy.ts";
import { expiryOf } from "./expire-proposal.ts";
import { mailQuestionToVolunteer } from "./proposal-mails.ts";

/** Two people whom nothing excludes, both rows locked; the request's next state; the score its coordinator saw. */
export interface DecidedPair {
  readonly request: StaffRequest["request"];
  readonly state: RequestState;
  readonly volunteer: StoredVolunteer;
  readonly score: Score;
}

/** Makes the proposal and asks the volunteer first. Its id comes back. */
export async function putForward(
  deps: Pick<AppDeps, "clock" | "jobs" | "queueMail" | "recordActivity" | "vault">,
  tx: Tx,
  { request, state, volunteer, score }: DecidedPair,
  { actor, timeZone }: { readonly actor: StaffActor; readonly timeZone: string },
): Promise<string> {
  const id = randomUUID();
  const now = deps.clock();
  const proposal = newProposal(now);
  await insertProposal(tx, {
    ...proposal,
    id,
    providerId: actor.providerId,
    requestId: request.id,
    menteeId: request.menteeId,
    volunteerId: volunteer.id,
    score,
    createdBy: actor.accountId,
    createdAt: now,
    endedReasonSealed: null,
  });
  await saveRequestState(tx, request.id, state);
  await deps.jobs.enqueue(tx, "expire_proposal", { networkId: tx.networkId, proposalId: id }, expiryOf(proposal));
  await mailQuestionToVolunteer(deps, tx, volunteer, { answerBy: proposal.answerBy, timeZone });
  await deps.recordActivity(tx, { actor, action: "proposal_made", subjectKind: "proposal", subjectId: id });
  return id;
}
