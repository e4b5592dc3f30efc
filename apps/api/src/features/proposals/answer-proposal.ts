import { Refusal, decideProposal, isProposalOverdue, type ProposalCommand } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findProposal, lockProposal, saveProposal, type StoredProposal } from "../../db/repositories/proposals.ts";
import { lockStaffRequest } from "../../db/repositories/staff-requests.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { MenteeActor, VolunteerActor } from "../../http/policy.ts";
import { endProposal, expireIfOverdue } from "../../matching/end-proposal.ts";
import { expiryOf } from "../../matching/expire-proposal.ts";
import { mailNewsToMentee } from "../../matching/proposal-mails.ts";

const DONE = { done: true as const };
type Answer = "yes" | "no";
type AnswerCommand = Extract<ProposalCommand, { yes: boolean }>;

/** The volunteer is asked first; the mentee hears of it only after a yes. */
export function answerProposalAsVolunteer(deps: AppDeps, actor: VolunteerActor, id: string, answer: Answer) {
  const isMine = (proposal: StoredProposal) => proposal.volunteerId === actor.volunteerId;
  return answerProposal(deps, actor, { id, isMine, command: { type: "volunteer_answers", yes: answer === "yes" } });
}

export function answerMyProposal(deps: AppDeps, actor: MenteeActor, id: string, answer: Answer) {
  const isMine = (proposal: StoredProposal) => proposal.menteeId === actor.menteeId;
  return answerProposal(deps, actor, { id, isMine, command: { type: "mentee_answers", yes: answer === "yes" } });
}

interface Answering {
  readonly id: string;
  readonly isMine: (proposal: StoredProposal) => boolean;
  readonly command: AnswerCommand;
}

async function answerProposal(deps: AppDeps, actor: VolunteerActor | MenteeActor, { id, isMine, command }: Answering) {
  const isTooLate = await deps.db.withTenant(actor.networkId, async (tx) => {
    const proposal = await lockProposalWithRequest(tx, id);
    if (proposal === undefined || !isMine(proposal)) throw new Refusal("not_found");
    const now = deps.clock();
    if (isProposalOverdue(proposal, now) && isKnownTo(actor, proposal)) return expireIfOverdue(deps, tx, proposal);

    const answered = decideProposal(proposal, command, now);
    if (!command.yes) {
      await endProposal(deps, tx, proposal, { actor, command });
      return false;
    }
    await saveProposal(tx, id, answered);
    if (command.type === "volunteer_answers") {
      await mailNewsToMentee(deps, tx, proposal);
      await deps.jobs.enqueue(tx, "expire_proposal", { networkId: tx.networkId, proposalId: id }, expiryOf(answered));
    }
    await deps.recordActivity(tx, {
      actor,
      action: command.type === "volunteer_answers" ? "proposal_accepted_by_volunteer" : "proposal_accepted_by_mentee",
      subjectKind: "proposal",
      subjectId: id,
      providerId: proposal.providerId,
    });
    return false;
  });
  if (isTooLate) throw new Refusal("proposal_expired");
  return DONE;
}

/** The lock order of every command: the request's row first. */
async function lockProposalWithRequest(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  const found = await findProposal(tx, id);
  if (found === undefined) return undefined;
  await lockStaffRequest(tx, found.requestId);
  return lockProposal(tx, id);
}

/** To the mentee nothing has expired that they were never asked. */
const isKnownTo = (actor: VolunteerActor | MenteeActor, proposal: StoredProposal): boolean =>
  actor.kind === "account" || proposal.state === "awaiting_mentee";
