import { and, asc, desc, eq, getTableColumns, inArray, lt, not, notInArray, or, sql } from "drizzle-orm";
import { OPEN_PROPOSAL_STATES, type Proposal, type ProposalState } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { proposals, tandems } from "../schema/matching.ts";
import { mentees, volunteers } from "../schema/people.ts";

export type StoredProposal = typeof proposals.$inferSelect;
/** A proposal with the names staff of the own provider read. */
export interface ProposalOfPair extends StoredProposal {
  readonly chosenName: string;
  readonly firstName: string;
  readonly lastName: string;
}

const isThis = (tx: Tx, id: string) => and(eq(proposals.networkId, tx.networkId), eq(proposals.id, id));
const isOpen = inArray(proposals.state, [...OPEN_PROPOSAL_STATES]);

const withNames = (tx: Tx) =>
  tx
    .select({
      ...getTableColumns(proposals),
      chosenName: mentees.chosenName,
      firstName: volunteers.firstName,
      lastName: volunteers.lastName,
    })
    .from(proposals)
    .innerJoin(mentees, and(eq(mentees.networkId, proposals.networkId), eq(mentees.id, proposals.menteeId)))
    .innerJoin(volunteers, and(eq(volunteers.networkId, proposals.networkId), eq(volunteers.id, proposals.volunteerId)))
    .$dynamic();

export async function findProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  const [row] = await tx.select().from(proposals).where(isThis(tx, id));
  return row;
}

/** After the request's row is locked. */
export async function lockProposal(tx: Tx, id: string): Promise<StoredProposal | undefined> {
  const [row] = await tx.select().from(proposals).where(isThis(tx, id)).for("update");
  return row;
}

export async function findProposalOfPair(tx: Tx, id: string): Promise<ProposalOfPair | undefined> {
  const [row] = await withNames(tx).where(isThis(tx, id));
  return row;
}

export async function listProposalsOfRequest(tx: Tx, requestId: string): Promise<ProposalOfPair[]> {
  return withNames(tx)
    .where(and(eq(proposals.networkId, tx.networkId), eq(proposals.requestId, requestId)))
    .orderBy(desc(proposals.createdAt), asc(proposals.id));
}

export async function listProposalsOfProvider(
  tx: Tx,
  scope: { readonly providerId: string; readonly hiddenMenteeIds: readonly string[] },
  { state, now }: { readonly state: ProposalState | "open" | undefined; readonly now: Date },
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: ProposalOfPair[]; total: number }> {
  const conditions = and(
    eq(proposals.networkId, tx.networkId),
    eq(proposals.providerId, scope.providerId),
    eq(mentees.providerId, scope.providerId),
    scope.hiddenMenteeIds.length === 0 ? undefined : notInArray(proposals.menteeId, [...scope.hiddenMenteeIds]),
    isInState(state, now),
  );
  const rows = await withNames(tx)
    .where(conditions)
    .orderBy(desc(proposals.createdAt), asc(proposals.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(proposals)
    .innerJoin(mentees, and(eq(mentees.networkId, proposals.networkId), eq(mentees.id, proposals.menteeId)))
    .where(conditions);
  return { rows, total: counted?.total ?? 0 };
}

const isUnansweredSince = (now: Date) =>
  and(inArray(proposals.state, ["awaiting_volunteer", "awaiting_mentee"]), lt(proposals.answerBy, now));

/** Overdue ones count as expired already. */
function isInState(state: ProposalState | "open" | undefined, now: Date) {
  const isOverdue = isUnansweredSince(now);
  if (state === undefined || isOverdue === undefined) return undefined;
  if (state === "open") return and(isOpen, not(isOverdue));
  return state === "expired"
    ? or(eq(proposals.state, state), isOverdue)
    : and(eq(proposals.state, state), not(isOverdue));
}

/** Open proposals of one request (at most one) or of one volunteer. */
export async function listOpenProposals(
  tx: Tx,
  of: { readonly requestId: string } | { readonly volunteerId: string },
): Promise<StoredProposal[]> {
  return tx
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.networkId, tx.networkId),
        "requestId" in of ? eq(proposals.requestId, of.requestId) : eq(proposals.volunteerId, of.volunteerId),
        isOpen,
      ),
    )
    .orderBy(asc(proposals.id));
}

export async function insertProposal(tx: Tx, proposal: Omit<StoredProposal, "networkId">): Promise<void> {
  await tx.insert(proposals).values({ ...proposal, networkId: tx.networkId });
}

export async function saveProposal(
  tx: Tx,
  id: string,
  { state, answerBy, volunteerAnsweredAt, menteeAnsweredAt, endedAt }: Proposal,
  endedReasonSealed?: string,
): Promise<void> {
  await tx
    .update(proposals)
    .set({
      state,
      answerBy,
      volunteerAnsweredAt,
      menteeAnsweredAt,
      endedAt,
      ...(endedReasonSealed === undefined ? {} : { endedReasonSealed }),
    })
    .where(isThis(tx, id));
}

export async function findTandemIdOfProposal(tx: Tx, proposalId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: tandems.id })
    .from(tandems)
    .where(and(eq(tandems.networkId, tx.networkId), eq(tandems.proposalId, proposalId)));
  return row?.id ?? null;
}
