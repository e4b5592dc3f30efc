import { compareSolvers } from "./compare-solvers.ts";
import { instancePath } from "./instance-path.ts";
import { instances } from "./instances.ts";
import { judgeComparison, type Judgement } from "./judge-comparison.ts";
import { openLemon } from "./lemon-peer.ts";
import { comparisonHead, comparisonLine } from "./say-comparison.ts";

export interface SolverOptions {
  readonly runs: number;
  readonly full: boolean;
  readonly limitSeconds: number;
  readonly processorTime: boolean;
  /** Only instances whose name contains this. */
  readonly only: string;
}

/** The table of solvers, then the goals; gives back how many answers were wrong. */
export async function saySolvers({ only, ...options }: SolverOptions): Promise<number> {
  const lemon = await openLemon();
  console.log(introduction(options, lemon !== undefined).join("\n"));
  console.log();
  console.log(comparisonHead());
  const goals: (Judgement & { readonly where: string })[] = [];
  let faults = 0;
  for (const plan of instances.filter(({ name }) => name.includes(only))) {
    const path = await instancePath(plan.name);
    for (const task of plan.tasks) {
      const comparison = await compareSolvers(plan, path, task, { ...options, lemon });
      const verdict = judgeComparison(comparison);
      console.log(comparisonLine(comparison, verdict));
      faults += verdict.faults.length;
      goals.push(...verdict.goals.map((goal) => ({ ...goal, where: `${plan.name}, ${task}` })));
    }
  }
  if (goals.length > 0) console.log("\nGoals");
  for (const { where, text, met } of goals) console.log(`${met ? "met   " : "MISSED"}  ${where.padEnd(32)}  ${text}`);
  return faults;
}

function introduction({ runs, processorTime }: Omit<SolverOptions, "only">, hasLemon: boolean): string[] {
  const clock = processorTime ? "time that all threads spent computing" : "time passed";
  const compiler = hasLemon ? "g++ -O3 -march=native" : "not run, needs g++ and liblemon-dev";
  return [
    `The best plan, proved. One thread; every run a fresh process; the median of ${runs}, taken in turns.`,
    "Lists of the 50 best candidates (dense: all pairs).",
    "Seats a request: easy 1.5, balanced 1.0, scarce 0.76, starved 0.15.",
    "Hard shapes, made of balanced: tied (7 values), wide (to 10⁶, order kept), random (to 10⁶).",
    `ms: ${clock}, from the pairs in memory to the answer with every preparation.`,
    "Peak: the whole process, Node included, up to the answer; + proof: with the certificate checked in the same process.",
    `LEMON: network simplex, ${compiler}. munkres: one column per seat. highs: an independent judge.`,
  ];
}
