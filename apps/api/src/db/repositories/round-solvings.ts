import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { roundSolvings } from "../schema/rounds.ts";

export type StoredSolving = typeof roundSolvings.$inferSelect;

const ofDraft = (tx: Tx, draftId: string) =>
  and(eq(roundSolvings.networkId, tx.networkId), eq(roundSolvings.draftId, draftId));

/** One run's own row, as long as it is to go on. */
const ofRun = (tx: Tx, draftId: string, runId: string) =>
  and(ofDraft(tx, draftId), eq(roundSolvings.runId, runId), eq(roundSolvings.status, "working"));

export async function findSolving(tx: Tx, draftId: string): Promise<StoredSolving | undefined> {
  const [row] = await tx.select().from(roundSolvings).where(ofDraft(tx, draftId));
  return row;
}

export async function lockSolving(tx: Tx, draftId: string): Promise<StoredSolving | undefined> {
  const [row] = await tx.select().from(roundSolvings).where(ofDraft(tx, draftId)).for("update");
  return row;
}

/** One solving per draft: a newer one takes the place of the older, whose run then stops. */
export async function putSolving(tx: Tx, solving: Omit<StoredSolving, "networkId">): Promise<void> {
  await tx
    .insert(roundSolvings)
    .values({ ...solving, networkId: tx.networkId })
    .onConflictDoUpdate({ target: [roundSolvings.networkId, roundSolvings.draftId], set: solving });
}

/** A sign of life; false when the run is to stop, because it was cancelled or overtaken. */
export async function noteProgress(
  tx: Tx,
  { draftId, runId, progress, heardAt }: Pick<StoredSolving, "draftId" | "runId" | "progress" | "heardAt">,
): Promise<boolean> {
  const rows = await tx
    .update(roundSolvings)
    .set({ progress: sql`greatest(${roundSolvings.progress}, ${progress})`, heardAt })
    .where(ofRun(tx, draftId, runId))
    .returning({ runId: roundSolvings.runId });
  return rows.length > 0;
}

/** False when the run was cancelled or overtaken: then nobody waits for what it brings. */
export async function finishSolving(
  tx: Tx,
  { draftId, runId }: Pick<StoredSolving, "draftId" | "runId">,
  outcome: { readonly status: "failed" } | { readonly status: "ready"; readonly planSealed: string },
): Promise<boolean> {
  const rows = await tx
    .update(roundSolvings)
    .set(outcome)
    .where(ofRun(tx, draftId, runId))
    .returning({ runId: roundSolvings.runId });
  return rows.length > 0;
}

/** Whoever is at it hears of it with the next sign of life. */
export async function cancelSolving(tx: Tx, draftId: string): Promise<void> {
  await tx
    .update(roundSolvings)
    .set({ status: "cancelled" })
    .where(and(ofDraft(tx, draftId), eq(roundSolvings.status, "working")));
}

/** Forgets a solving that was stopped or failed, so that the next look begins anew. */
export async function forgetSolving(tx: Tx, draftId: string): Promise<void> {
  await tx
    .delete(roundSolvings)
    .where(and(ofDraft(tx, draftId), inArray(roundSolvings.status, ["cancelled", "failed"])));
}
