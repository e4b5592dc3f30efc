import { Worker } from "node:worker_threads";
import type { PrintJob } from "./typeset.ts";
import type { FromTypesetter } from "./typesetter-thread.ts";

export interface Typesetter {
  /** The file, or an error when it cannot be set, e.g. because a logo is no picture. One after the other. */
  print(job: PrintJob): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** A thread of its own, begun when first needed: setting a thousand pages keeps nobody else waiting. */
export function createTypesetter(): Typesetter {
  let worker: Worker | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const begin = (): Worker => {
    const begun = new Worker(new URL("./typesetter-thread.ts", import.meta.url));
    const forget = (): void => {
      if (worker === begun) worker = null;
    };
    begun.unref();
    return begun.on("error", forget).on("exit", forget);
  };

  async function exchange(job: PrintJob): Promise<Uint8Array> {
    if (isStopped) throw new Error("Nothing is printed any more");
    const thread = (worker ??= begin());
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const onMessage = (message: FromTypesetter): void => {
      if (message.kind === "set") resolve(message.file);
      else reject(new Error(message.message));
    };
    const onExit = (): void => reject(new Error("The typesetter has stopped"));
    thread.on("message", onMessage).on("error", reject).on("exit", onExit);
    try {
      thread.postMessage(job);
      return await promise;
    } finally {
      thread.off("message", onMessage).off("error", reject).off("exit", onExit);
    }
  }

  return {
    print(job) {
      const file = line.then(() => exchange(job));
      line = file.catch(() => undefined);
      return file;
    },
    async stop() {
      isStopped = true;
      await worker?.terminate();
      await line;
    },
  };
}
