import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { LoadPlan, LoadResult } from "./load-worker.ts";

/** Sends requests from another thread, so that the client does not take the server's turn. */
export async function measureLoad(plan: LoadPlan): Promise<LoadResult> {
  const worker = new Worker(new URL("./load-worker.ts", import.meta.url), { workerData: plan });
  const failed = once(worker, "error").then(([error]: unknown[]) => {
    throw error;
  });
  const [result] = (await Promise.race([once(worker, "message"), failed])) as [LoadResult];
  await worker.terminate();
  if (result.failures > 0) throw new Error(`${plan.name}: ${result.failures} requests were not answered with 200`);
  return result;
}
