import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { sayEventLoop } from "./event-loop.ts";
import { sayAllPairs } from "./say-all-pairs.ts";
import { sayLive } from "./say-live.ts";
import { saySolvers } from "./say-solvers.ts";

// npm run bench:matching -- [solvers] [live] [all-pairs] [event-loop] [--full] [--runs 3] [--only "easy 10,000"] [--limit seconds] [--processor-time]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** munkres on the harder lists as well: minutes each. */
    full: { type: "boolean", default: false },
    runs: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    /** When a single run of a solver is given up. */
    /** Time spent computing instead of time passed: for a machine that others use. */
    "processor-time": { type: "boolean", default: false },
    limit: { type: "string", default: "120" },
  },
});
const solverOptions = {
  runs: Number(values.runs),
  full: values.full,
  limitSeconds: Number(values.limit),
  only: values.only,
  processorTime: values["processor-time"],
};
const sections: Record<string, () => Promise<number>> = {
  solvers: () => saySolvers(solverOptions),
  live: () => sayLive(solverOptions),
  "all-pairs": () => sayAllPairs(solverOptions),
  "event-loop": sayEventLoop,
};

const unknown = positionals.find((name) => !(name in sections));
if (unknown !== undefined)
  throw new Error(`There is no section ${unknown}; there are ${Object.keys(sections).join(", ")}`);
const load = loadavg()[0] ?? 0;
console.log(
  `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}, load ${load.toFixed(1)}`,
);
let faults = 0;
for (const [name, say] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log();
  faults += await say();
}
if (faults > 0) {
  console.log(`\nWrong answers: ${faults}`);
  process.exitCode = 1;
}
