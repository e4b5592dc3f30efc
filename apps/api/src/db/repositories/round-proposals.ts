import { and, asc, eq } from "drizzle-orm";
import { isProposalOverdue, type ProposalState } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { proposals } from "../schema/matching.ts";
import { roundProposals } from "../schema/rounds.ts";

export interface ProposalOfRound {
  readonly proposalId: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly state: ProposalState;
}

/** What was sent from a round, the oldest first, with what became of it; what nobody answered in time is expired. */
export async function listProposalsOfRound(tx: Tx, roundId: string, now: Date): Promise<ProposalOfRound[]> {
  const rows = await tx
    .select({
      proposalId: roundProposals.proposalId,
      requestId: roundProposals.requestId,
      volunteerId: roundProposals.volunteerId,
      state: proposals.state,
      answerBy: proposals.answerBy,
      volunteerAnsweredAt: proposals.volunteerAnsweredAt,
      menteeAnsweredAt: proposals.menteeAnsweredAt,
      endedAt: proposals.endedAt,
    })
    .from(roundProposals)
    .innerJoin(
      proposals,
      and(eq(proposals.networkId, roundProposals.networkId), eq(proposals.id, roundProposals.proposalId)),
    )
    .where(and(eq(roundProposals.networkId, tx.networkId), eq(roundProposals.roundId, roundId)))
    .orderBy(asc(proposals.createdAt), asc(proposals.id));
  return rows.map(({ proposalId, requestId, volunteerId, ...proposal }) => {
    const state = isProposalOverdue(proposal, now) ? "expired" : proposal.state;
    return { proposalId, requestId, volunteerId, state };
  });
}

export async function insertRoundProposals(
  tx: Tx,
  rows: readonly Omit<typeof roundProposals.$inferSelect, "networkId">[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(roundProposals).values(rows.map((row) => ({ ...row, networkId: tx.networkId })));
}
