import { parentPort, workerData } from "node:worker_threads";
import autocannon from "autocannon";

export interface LoadPlan {
  readonly name: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly failures: number;
}

// Set by measureLoad.
const plan = workerData as LoadPlan;
const times: number[] = [];
let failures = 0;

const seconds = await new Promise<number>((done, fail) => {
  const instance = autocannon(
    { url: plan.url, headers: { ...plan.headers }, connections: plan.connections, duration: plan.seconds },
    (error: unknown, summary) => (error instanceof Error ? fail(error) : done(summary.duration)),
  );
  instance.on("response", (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) failures++;
  });
  instance.on("reqError", () => failures++);
});

times.sort((a, b) => a - b);
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const result: LoadResult = {
  name: plan.name,
  perSecond: times.length / seconds,
  median: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
  failures,
};
parentPort?.postMessage(result);
