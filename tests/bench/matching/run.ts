import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { compareSolvers } from "./compare-solvers.ts";
import { instances } from "./instances.ts";
import { judgeComparison, type Judgement } from "./judge-comparison.ts";
import { openLemon } from "./lemon-peer.ts";
import { runScript } from "./run-in-child.ts";
import { comparisonHead, comparisonLine } from "./say-comparison.ts";

const MAKE_INSTANCE = new URL("./make-instance.ts", import.meta.url);
const MAKING_LIMIT_SECONDS = 1_200;

const { values: options } = parseArgs({
  options: {
    /** munkres on the harder lists as well: minutes each. */
    full: { type: "boolean", default: false },
    runs: { type: "string", default: "3" },
    /** Only instances whose name contains this. */
    only: { type: "string", default: "" },
    /** When a single run of a solver is given up. */
    limit: { type: "string", default: "120" },
  },
});

const lemon = await openLemon();
const settings = { runs: Number(options.runs), full: options.full, limitSeconds: Number(options.limit), lemon };
const goals: (Judgement & { readonly where: string })[] = [];
let faults = 0;

console.log(`The best plan, proved: one thread, each run a fresh process, median of ${options.runs} in turns`);
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? "unknown processor"}`);
console.log(
  "Lists of 50 candidates (dense: all pairs). Seats a request: easy 1.5, balanced 1.0, scarce 0.76, starved 0.15.",
);
console.log("Hard shapes of balanced 10,000: tied (7 values), wide (to 10⁶, order kept), random (to 10⁶).");
console.log("ms: from the pairs in memory to the answer with all preparation; peak: the whole process, Node included.");
console.log(`LEMON: network simplex, ${lemon ? "g++ -O3 -march=native" : "not run: needs g++ and liblemon-dev"}.`);
console.log("munkres: one column per seat. highs: an independent judge.\n");
console.log(comparisonHead());

for (const plan of instances.filter(({ name }) => name.includes(options.only))) {
  const path = (await runScript(MAKE_INSTANCE, [plan.name], MAKING_LIMIT_SECONDS))?.trim();
  if (path === undefined) throw new Error(`${plan.name} could not be made within ${MAKING_LIMIT_SECONDS} s`);
  for (const task of plan.tasks) {
    const comparison = await compareSolvers(plan, path, task, settings);
    const verdict = judgeComparison(comparison);
    console.log(comparisonLine(comparison, verdict));
    faults += verdict.faults.length;
    goals.push(...verdict.goals.map((goal) => ({ ...goal, where: `${plan.name}, ${task}` })));
  }
}

console.log("\nGoals");
for (const { where, text, met } of goals) console.log(`${met ? "met   " : "MISSED"}  ${where.padEnd(32)}  ${text}`);
if (faults > 0) {
  console.log(`\n${faults} wrong answers.`);
  process.exitCode = 1;
}
