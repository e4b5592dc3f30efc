import type { EndpointInput, EndpointOutput, endpoints } from "@augenhoehe/contract";
import type { QueuedMark } from "./mark-queue.ts";
import type { Sending } from "./mark-sender.ts";

/*
 * The two calls a browser makes by itself, because they have to work while no page can be loaded: sending marks, and
 * the next code for the wall.
 */
type MarkAttendance = (typeof endpoints)["markAttendance"];
type ReadCheckInCode = (typeof endpoints)["readCheckInCode"];
export type MarksReply = EndpointOutput<MarkAttendance>;
export type WallCode = EndpointOutput<ReadCheckInCode>;

const MARKS_PATH: MarkAttendance["path"] = "/api/sessions/:id/attendance";
const CODE_PATH: ReadCheckInCode["path"] = "/api/sessions/:id/check-in-code";
const PATIENCE_MS = 10_000;

/** Answers of a busy or broken server, and of a proxy in front of it: the same call may succeed later. */
const isForLater = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** `keepalive`: a mark tapped just before the tab is closed still leaves the phone. */
export async function putMarks(
  accountId: string,
  session: string,
  marks: readonly QueuedMark[],
): Promise<Sending<MarksReply>> {
  const body: EndpointInput<MarkAttendance>["body"] = {
    accountId,
    marks: marks.map(({ volunteer, mark, late, early, at }) => ({
      volunteerId: volunteer,
      mark,
      lateMinutes: late,
      leftEarlyMinutes: early,
      markedAt: at,
    })),
  };
  try {
    const reply = await fetch(MARKS_PATH.replace(":id", session), {
      method: "PUT",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (reply.status === 401) return { kind: "signed_out" };
    if (isForLater(reply.status)) return { kind: "later" };
    const answer: MarksReply | { refusal?: string } = await reply.json();
    if ("newer" in answer) return { kind: "sent", reply: answer };
    return { kind: "refused", code: ("refusal" in answer ? answer.refusal : undefined) ?? "other" };
  } catch {
    return { kind: "later" };
  }
}

/** Null without a connection, or when there is none to be had. */
export async function getWallCode(session: string): Promise<WallCode | null> {
  try {
    const reply = await fetch(CODE_PATH.replace(":id", session), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const code: WallCode = await reply.json();
    return reply.ok ? code : null;
  } catch {
    return null;
  }
}
