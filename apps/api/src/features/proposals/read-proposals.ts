import { PAGE_SIZE, type EndpointOutput, type ProposalDetail, type endpoints } from "@augenhoehe/contract";
import type { z } from "zod";
import { hiddenMenteeIds } from "../../db/repositories/protected-mentees.ts";
import { findTandemIdOfProposal, listProposalsOfProvider } from "../../db/repositories/proposals.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { proposalRow } from "../../matching/proposal-row.ts";
import { scoreView } from "../../matching/score-view.ts";
import { requireOwnProposal } from "./own-proposal.ts";

type ListQuery = z.output<typeof endpoints.listProposals.query>;
type List = EndpointOutput<typeof endpoints.listProposals>;

export function listProposals(deps: AppDeps, actor: StaffActor, { page, state }: ListQuery): Promise<List> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const scope = {
      providerId: actor.providerId,
      hiddenMenteeIds: await hiddenMenteeIds(tx, deps.vault, actor),
    };
    const slice = { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE };
    const now = deps.clock();
    const { rows, total } = await listProposalsOfProvider(tx, scope, { state, now }, slice);
    return { items: rows.map((row) => proposalRow(row, now)), total, page, pageSize: PAGE_SIZE };
  });
}

export function readProposal(deps: AppDeps, actor: StaffActor, id: string): Promise<ProposalDetail> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const proposal = await requireOwnProposal(deps, tx, actor, id);
    const place = { table: "proposals", column: "ended_reason_sealed", rowId: id };
    return {
      ...proposalRow(proposal, deps.clock()),
      score: scoreView(proposal.score),
      volunteerAnsweredAt: proposal.volunteerAnsweredAt?.toISOString() ?? null,
      menteeAnsweredAt: proposal.menteeAnsweredAt?.toISOString() ?? null,
      endedReason: proposal.endedReasonSealed === null ? null : deps.vault.open(proposal.endedReasonSealed, place),
      tandemId: await findTandemIdOfProposal(tx, id),
    };
  });
}
