import type { ProposalRow } from "@augenhoehe/contract";
import { isOpenProposal, isProposalOverdue } from "@augenhoehe/domain";
import { fullName } from "../db/repositories/mentor-cards.ts";
import type { ProposalOfPair } from "../db/repositories/proposals.ts";

/** What nobody answered in time reads as expired, also before the clock's job has come by. */
export function proposalRow(proposal: ProposalOfPair, now: Date): ProposalRow {
  const state = isProposalOverdue(proposal, now) ? "expired" : proposal.state;
  return {
    id: proposal.id,
    requestId: proposal.requestId,
    volunteerId: proposal.volunteerId,
    chosenName: proposal.chosenName,
    volunteerName: fullName(proposal),
    state,
    points: proposal.score.total,
    createdAt: proposal.createdAt.toISOString(),
    answerBy: isOpenProposal(state) && state !== "awaiting_confirmation" ? proposal.answerBy.toISOString() : null,
  };
}
