import { Worker } from "node:worker_threads";
import { openBenchWorld } from "../bench-world.ts";
import { measureLoad } from "../measure-load.ts";
import { instancePath } from "./instance-path.ts";

const SECONDS = 10;

/** Whether the API answers while the same process works out a plan for 50,000 people in a thread. */
export async function sayEventLoop(): Promise<number> {
  const path = await instancePath("balanced 50,000");
  const world = await openBenchWorld({ volunteers: 10, requests: 1 });
  try {
    const load = (name: string) =>
      measureLoad({ name, url: `${world.origin}/api/health`, connections: 1, seconds: SECONDS });
    await load("warm-up");
    const idle = await load("nothing else");
    const solves: number[] = [];
    const thread = new Worker(new URL("./solve-thread.ts", import.meta.url), { workerData: path });
    thread.on("message", (milliseconds: number) => solves.push(milliseconds));
    const busy = await load("while solving");
    await thread.terminate();
    console.log(
      `/api/health, one connection, ${SECONDS} s: answered while a plan for 50,000 people is worked out in a thread`,
    );
    for (const { name, median, p99, perSecond } of [idle, busy]) {
      console.log(
        `  ${name.padEnd(16)}  median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${perSecond.toFixed(0)} a second`,
      );
    }
    console.log(
      `  plans worked out meanwhile: ${solves.length}, each in ${solves.map((ms) => (ms / 1000).toFixed(1)).join(", ")} s`,
    );
    return 0;
  } finally {
    await world.close();
  }
}
