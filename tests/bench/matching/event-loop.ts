import { Worker } from "node:worker_threads";
import { type BenchWorld, openBenchWorld } from "../bench-world.ts";
import type { LoadResult } from "../load-worker.ts";
import { measureLoad } from "../measure-load.ts";
import { instancePath } from "./instance-path.ts";
import { solveRounds } from "./solve-rounds.ts";

const SECONDS = 10;
const LARGEST_ROUND = { requests: 2_000, volunteers: 5_000 };

/** Whether the API goes on answering while the same process works out large plans in a thread. */
export async function sayEventLoop(): Promise<number> {
  const path = await instancePath("balanced 50,000");
  const world = await openBenchWorld(LARGEST_ROUND);
  try {
    const load = (name: string) =>
      measureLoad({ name, url: `${world.origin}/api/health`, connections: 1, seconds: SECONDS });
    console.log(`/api/health, one connection, ${SECONDS} s each, while the same process works out plans`);
    await load("to get warm");
    sayLoad(await load("nothing else"));
    sayLoad(...(await whileSolving(path, load)));
    sayLoad(...(await whilePlanning(world, load)));
  } finally {
    await world.close();
  }
  return 0;
}

type Load = (name: string) => Promise<LoadResult>;

async function whileSolving(path: string, load: Load): Promise<[LoadResult, number]> {
  const thread = new Worker(new URL("./solve-thread.ts", import.meta.url), { workerData: path });
  let solved = 0;
  thread.on("message", () => solved++);
  const result = await load("50,000 people, in a thread");
  await thread.terminate();
  return [result, solved];
}

async function whilePlanning(world: BenchWorld, load: Load): Promise<[LoadResult, number]> {
  const enough = new AbortController();
  const planned = solveRounds(world, enough.signal);
  const result = await load("largest round, by the API");
  enough.abort();
  return [result, await planned];
}

function sayLoad({ name, median, p99, perSecond }: LoadResult, plans?: number): void {
  const times = `median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${perSecond.toFixed(0)} a second`;
  console.log(`  ${name.padEnd(28)}${times}${plans === undefined ? "" : `; plans finished meanwhile: ${plans}`}`);
}
