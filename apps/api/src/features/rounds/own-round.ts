import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { findRound, lockRound, type StoredRound } from "../../db/repositories/matching-rounds.ts";
import { findDraft, lockDraft, type StoredDraft } from "../../db/repositories/round-drafts.ts";
import type { StaffActor } from "../../http/policy.ts";

export interface DraftOfRound {
  readonly id: string;
  readonly draftId: string;
}

/** A round of the own provider; unknown and foreign ones are the same answer. */
export async function requireOwnRound(tx: Tx, actor: StaffActor, id: string): Promise<StoredRound> {
  const round = await findRound(tx, actor.providerId, id);
  if (round === undefined) throw new Refusal("not_found");
  return round;
}

/** The same, locked, and only while it may be changed. */
export async function lockOpenRound(tx: Tx, actor: StaffActor, id: string): Promise<StoredRound> {
  const round = await lockRound(tx, actor.providerId, id);
  if (round === undefined) throw new Refusal("not_found");
  if (round.closedAt !== null) throw new Refusal("round_closed");
  return round;
}

export async function requireOwnDraft(tx: Tx, actor: StaffActor, { id, draftId }: DraftOfRound) {
  const round = await requireOwnRound(tx, actor, id);
  return { round, draft: found(await findDraft(tx, id, draftId)) };
}

/** A draft to be changed, locked with its round. Whoever names an older revision has not seen the present one. */
export async function lockOwnDraft(
  tx: Tx,
  actor: StaffActor,
  { id, draftId }: DraftOfRound,
  revision?: number,
): Promise<{ round: StoredRound; draft: StoredDraft }> {
  const round = await lockOpenRound(tx, actor, id);
  const draft = found(await lockDraft(tx, id, draftId));
  if (revision !== undefined) requireRevision(draft, revision);
  return { round, draft };
}

export function requireRevision(draft: StoredDraft, revision: number): void {
  if (draft.revision !== revision) throw new Refusal("round_draft_changed", { revision: draft.revision });
}

function found(draft: StoredDraft | undefined): StoredDraft {
  if (draft === undefined) throw new Refusal("not_found");
  return draft;
}
