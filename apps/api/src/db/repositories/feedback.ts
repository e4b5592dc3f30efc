import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { FEEDBACK_FACES, isFeedbackGroup, type FeedbackAnswer, type FeedbackFace } from "@augenhoehe/domain";
import type { Tx } from "../client.ts";
import { feedbackGiven, sessionFeedbacks } from "../schema/course-room.ts";
import { courseSessions } from "../schema/courses.ts";

/** From the bottom up: 1 not good, 2 all right, 3 good. */
const storedFace = (face: FeedbackFace): number => FEEDBACK_FACES.length - FEEDBACK_FACES.indexOf(face);
const faceOf = (stored: number): FeedbackFace => FEEDBACK_FACES[FEEDBACK_FACES.length - stored] ?? "all_right";

/** One answer after the other, so that groups are counted right. */
export async function lockSessionForFeedback(tx: Tx, id: string) {
  const [row] = await tx.select().from(courseSessions).where(eq(courseSessions.id, id)).for("update");
  return row;
}

/** Of these sessions, those the volunteer has answered for. */
export async function listFeedbackGiven(
  tx: Tx,
  sessionIds: readonly string[],
  volunteerId: string,
): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set();
  const rows = await tx
    .select({ sessionId: feedbackGiven.sessionId })
    .from(feedbackGiven)
    .where(and(inArray(feedbackGiven.sessionId, [...sessionIds]), eq(feedbackGiven.volunteerId, volunteerId)));
  return new Set(rows.map(({ sessionId }) => sessionId));
}

export async function insertFeedbackGiven(tx: Tx, sessionId: string, volunteerId: string): Promise<void> {
  await tx.insert(feedbackGiven).values({ networkId: tx.networkId, sessionId, volunteerId });
}

/**
 * Takes an answer to those held back, and lets the group be read once it is large enough. All of them are written
 * anew, ordered by their random ids: neither the order of rows nor the transaction that wrote one tells whose it is.
 */
export async function addFeedback(
  tx: Tx,
  sessionId: string,
  answer: { readonly face: FeedbackFace; readonly sentence: string | null },
): Promise<void> {
  const heldBack = await tx
    .delete(sessionFeedbacks)
    .where(and(eq(sessionFeedbacks.sessionId, sessionId), isNull(sessionFeedbacks.shownWith)))
    .returning();
  const added = {
    networkId: tx.networkId,
    id: randomUUID(),
    sessionId,
    face: storedFace(answer.face),
    sentence: answer.sentence,
  };
  const group = [...heldBack, added].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shownWith = isFeedbackGroup(group.length) ? ("session" as const) : null;
  await tx.insert(sessionFeedbacks).values(group.map((row) => ({ ...row, shownWith })));
}

/** Every answer to these sessions in an order that says nothing. Who reads them goes by `shownWith`. */
export async function listFeedback(tx: Tx, sessionIds: readonly string[]): Promise<FeedbackAnswer[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx
    .select({
      sessionId: sessionFeedbacks.sessionId,
      face: sessionFeedbacks.face,
      sentence: sessionFeedbacks.sentence,
      shownWith: sessionFeedbacks.shownWith,
    })
    .from(sessionFeedbacks)
    .where(inArray(sessionFeedbacks.sessionId, [...sessionIds]))
    .orderBy(asc(sessionFeedbacks.id));
  return rows.map((row) => ({ ...row, face: faceOf(row.face) }));
}

/** What was held back of these sessions is read together from now on, and stays that one group. */
export async function showLeftOver(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  await tx
    .update(sessionFeedbacks)
    .set({ shownWith: "course" })
    .where(and(inArray(sessionFeedbacks.sessionId, [...sessionIds]), isNull(sessionFeedbacks.shownWith)));
}
