import { parentPort } from "node:worker_threads";
import { typeset, type PrintJob } from "./typeset.ts";

export type FromTypesetter =
  { readonly kind: "set"; readonly file: Uint8Array } | { readonly kind: "failed"; readonly message: string };

const port = parentPort;
if (port === null) throw new Error("This file runs in a thread");

port.on("message", (job: PrintJob) => {
  try {
    // Copied once out of the compiler's memory, then handed over.
    const file = new Uint8Array(typeset(job));
    port.postMessage({ kind: "set", file } satisfies FromTypesetter, [file.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : "unknown";
    port.postMessage({ kind: "failed", message } satisfies FromTypesetter);
  }
});
