import { and, asc, eq } from "drizzle-orm";
import type { ProposalState } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { proposals } from "../schema/matching.ts";
import { roundProposals } from "../schema/rounds.ts";

export interface ProposalOfRound {
  readonly proposalId: string;
  readonly requestId: string;
  readonly volunteerId: string;
  readonly state: ProposalState;
}

/** What was sent from a round, the oldest first, with what became of it. */
export async function listProposalsOfRound(tx: Tx, roundId: string): Promise<ProposalOfRound[]> {
  return tx
    .select({
      proposalId: roundProposals.proposalId,
      requestId: roundProposals.requestId,
      volunteerId: roundProposals.volunteerId,
      state: proposals.state,
    })
    .from(roundProposals)
    .innerJoin(
      proposals,
      and(eq(proposals.networkId, roundProposals.networkId), eq(proposals.id, roundProposals.proposalId)),
    )
    .where(and(eq(roundProposals.networkId, tx.networkId), eq(roundProposals.roundId, roundId)))
    .orderBy(asc(proposals.createdAt), asc(proposals.id));
}

export async function insertRoundProposals(
  tx: Tx,
  rows: readonly Omit<typeof roundProposals.$inferSelect, "networkId">[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(roundProposals).values(rows.map((row) => ({ ...row, networkId: tx.networkId })));
}
