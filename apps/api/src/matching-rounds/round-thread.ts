import { Worker } from "node:worker_threads";
import { Refusal } from "@augenhoehe/domain";
import type { RoundInput } from "@augenhoehe/domain/matching";
import type { FromThread, ToThread } from "./round-thread-entry.ts";
import type { OnProgress, RoundAnswers, RoundQuestion, RoundTasks } from "./round-tasks.ts";

/** Thrown to whoever asked when a question was taken back, or the program stops. */
export class SolvingStopped extends Error {
  constructor() {
    super("the solving was stopped");
    this.name = "SolvingStopped";
  }
}

export interface Watch {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

export interface RoundThread {
  ask<Q extends RoundQuestion>(
    round: { readonly id: string; readonly input: RoundInput },
    question: Q,
    task: RoundTasks[Q],
    watch?: Watch,
  ): Promise<RoundAnswers[Q]>;
  stop(): Promise<void>;
}

/** One thread for large rounds, begun when first needed; questions wait in line. A question taken back ends the thread. */
export function createRoundThread(): RoundThread {
  let worker: Worker | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const stopping = new AbortController();

  /** One that broke is not asked again. */
  const begin = (): Worker => {
    const begun = new Worker(new URL("./round-thread-entry.ts", import.meta.url));
    const forget = (): void => {
      if (worker === begun) worker = null;
    };
    return begun.on("error", forget).on("exit", forget);
  };

  const end = async (): Promise<void> => {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  };

  async function exchange<Q extends RoundQuestion>(
    { id, input }: { readonly id: string; readonly input: RoundInput },
    question: Q,
    task: RoundTasks[Q],
    { signal, onProgress }: Watch,
  ): Promise<RoundAnswers[Q]> {
    if (isStopped || signal?.aborted === true) throw new SolvingStopped();
    const thread = (worker ??= begin());
    const { promise, resolve, reject } = Promise.withResolvers<RoundAnswers[Q]>();
    const ask = (message: ToThread): void => thread.postMessage(message);
    const onMessage = (message: FromThread): void => {
      if (message.kind === "unknown_round") ask({ roundId: id, input, question, task });
      else if (message.kind === "progress") onProgress?.(message.share);
      // A thread answers one question at a time, and the one it was asked.
      else if (message.kind === "answer") resolve(message.answer as RoundAnswers[Q]);
      else if (message.kind === "refused") reject(new Refusal(message.code, message.facts));
      else reject(new Error(`The thread failed: ${message.message}`));
    };
    const onExit = (): void => reject(new SolvingStopped());
    const onAbort = (): void => void end();
    thread.on("message", onMessage).on("error", reject).on("exit", onExit);
    signal?.addEventListener("abort", onAbort);
    stopping.signal.addEventListener("abort", onAbort);
    try {
      ask({ roundId: id, question, task });
      return await promise;
    } finally {
      thread.off("message", onMessage).off("error", reject).off("exit", onExit);
      signal?.removeEventListener("abort", onAbort);
      stopping.signal.removeEventListener("abort", onAbort);
    }
  }

  return {
    ask(round, question, task, watch = {}) {
      const answer = line.then(() => exchange(round, question, task, watch));
      line = answer.catch(() => undefined);
      return answer;
    },
    async stop() {
      isStopped = true;
      stopping.abort();
      await end();
      await line;
    },
  };
}
