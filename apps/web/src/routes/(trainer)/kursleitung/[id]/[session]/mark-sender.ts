import type { MarkQueue, QueuedMark } from "./mark-queue.ts";

/** How one attempt to send some marks ended. */
export type Sending<Reply> =
  | { readonly kind: "sent"; readonly reply: Reply }
  /** No connection, a server that is down, too many calls: later. */
  | { readonly kind: "later" }
  | { readonly kind: "signed_out" }
  /** The rules say no to these marks. */
  | { readonly kind: "refused"; readonly code: string };

export type SenderState = "idle" | "sending" | "waiting" | "signed_out";

export interface SenderWays<Reply> {
  readonly queue: MarkQueue;
  send(session: string, marks: readonly QueuedMark[]): Promise<Sending<Reply>>;
  /** Calls back after so many milliseconds; answers with how to call it off. */
  wait(milliseconds: number, then: () => void): () => void;
  sent(marks: readonly QueuedMark[], reply: Reply): void;
  changed(state: SenderState): void;
}

export interface MarkSender {
  /** Sends what is in the queue, at once. */
  flush(): Promise<void>;
  /** Marks that were refused, by key: they stay on the device until somebody lets go of them. */
  readonly refused: ReadonlyMap<string, string>;
  stop(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
const MOST_AT_ONCE = 100;

/**
 * Sends marks in the order in which they were made, one call at a time. What does not arrive stays in the queue and is
 * tried again after growing pauses; what the rules refuse is told and holds nobody else up.
 */
export function createMarkSender<Reply>(ways: SenderWays<Reply>): MarkSender {
  const refused = new Map<string, string>();
  let isRunning = false;
  let isStopped = false;
  let pause = FIRST_PAUSE_MS;
  /** After a refusal marks go one by one, so that only the one it is about stays behind. */
  let oneByOne = 0;
  let callOff: () => void = () => undefined;

  const next = (): readonly QueuedMark[] => {
    const waiting = ways.queue.list().filter(({ key }) => !refused.has(key));
    const [first] = waiting;
    if (first === undefined) return [];
    const others = waiting.findIndex(({ session }) => session !== first.session);
    return waiting.slice(0, Math.min(others < 0 ? MOST_AT_ONCE : others, oneByOne > 0 ? 1 : MOST_AT_ONCE));
  };

  /** Whether there may be more to send. */
  const take = (marks: readonly QueuedMark[], answer: Sending<Reply>): boolean => {
    switch (answer.kind) {
      case "sent":
        pause = FIRST_PAUSE_MS;
        oneByOne = Math.max(0, oneByOne - 1);
        ways.queue.remove(marks);
        ways.sent(marks, answer.reply);
        return true;
      case "refused":
        if (marks.length > 1) oneByOne = marks.length;
        else for (const { key } of marks) refused.set(key, answer.code);
        if (marks.length === 1) oneByOne = Math.max(0, oneByOne - 1);
        return true;
      case "later":
        callOff = ways.wait(pause, () => void flush());
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        ways.changed("waiting");
        return false;
      case "signed_out":
        ways.changed("signed_out");
        return false;
    }
  };

  async function flush(): Promise<void> {
    if (isRunning || isStopped) return;
    isRunning = true;
    callOff();
    let marks = next();
    while (marks.length > 0) {
      ways.changed("sending");
      const answer = await ways.send(marks[0]?.session ?? "", marks);
      if (isStopped || !take(marks, answer)) break;
      marks = next();
    }
    isRunning = false;
    if (marks.length === 0) ways.changed("idle");
  }

  return {
    flush,
    refused,
    stop: () => {
      isStopped = true;
      callOff();
    },
  };
}
