import { ALL_PAIRS_WAYS, allPairsAnswerSchema, type AllPairsAnswer, type AllPairsWay } from "./all-pairs-answer.ts";
import { medianOf } from "./compare-solvers.ts";
import { megabytes } from "./judge-comparison.ts";
import { runScript } from "./run-in-child.ts";
import type { SolverOptions } from "./say-solvers.ts";

const PLAN = new URL("./all-pairs-in-child.ts", import.meta.url);
const LIMIT_SECONDS = 600;
const REQUESTS = 10_000;
const SCENES = [
  { mentors: 10_000, ratioGoal: 2 },
  { mentors: 5_000, ratioGoal: undefined },
];
const COLUMNS = [
  { title: "requests × mentors", width: -18 },
  { title: "first", width: -12 },
  { title: "index ms", width: 8 },
  { title: "lists ms", width: 8 },
  { title: "all pairs ms", width: 12 },
  { title: "ratio", width: 7 },
  { title: "peak MB", width: 7 },
  { title: "served", width: 16 },
  { title: "total", width: 28 },
  { title: "answer", width: -1 },
];

const row = (cells: readonly string[]): string =>
  COLUMNS.map(({ width }, column) => {
    const cell = cells[column] ?? "";
    return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
  }).join("  ");
const whole = (figure: number): string => figure.toLocaleString("en", { maximumFractionDigits: 0 });

/** The best plan over all pairs beside the best plan over lists of 50; gives back how many proofs failed. */
export async function sayAllPairs({
  runs,
  processorTime,
}: Pick<SolverOptions, "runs" | "processorTime">): Promise<number> {
  console.log("The best plan over all pairs, beside the best over lists of the 50 best candidates of each request.");
  console.log("People of the public shares. ms: from people in the index to the plan, making the lists included.");
  console.log(row(COLUMNS.map(({ title }) => title)));
  let faults = 0;
  for (const { mentors, ratioGoal } of SCENES) {
    for (const objective of ["value", "served-first"]) {
      const answers: Record<AllPairsWay, AllPairsAnswer[]> = { candidates: [], "all pairs": [] };
      for (let run = 0; run < runs; run++) {
        for (const way of ALL_PAIRS_WAYS) {
          const answer = await plan(way, mentors, objective);
          answers[way].push(processorTime ? { ...answer, solveMs: answer.processorMs } : answer);
        }
      }
      console.log(row([`${whole(REQUESTS)} × ${whole(mentors)}`, objective, ...figuresOf(answers, ratioGoal)]));
      faults += faultsOf(answers).length;
    }
  }
  return faults;
}

async function plan(way: AllPairsWay, mentors: number, objective: string): Promise<AllPairsAnswer> {
  const printed = await runScript(PLAN, [way, String(REQUESTS), String(mentors), objective], LIMIT_SECONDS);
  if (printed === undefined) throw new Error(`Planning over ${way} took more than ${LIMIT_SECONDS} s`);
  return allPairsAnswerSchema.parse(JSON.parse(printed));
}

type Answers = Readonly<Record<AllPairsWay, readonly AllPairsAnswer[]>>;

const faultsOf = (answers: Answers): string[] =>
  ALL_PAIRS_WAYS.flatMap((way) => answers[way].flatMap(({ faults }) => faults));

function figuresOf(answers: Answers, ratioGoal: number | undefined): string[] {
  const { candidates, "all pairs": allPairs } = answers;
  const [listed] = candidates;
  const [all] = allPairs;
  if (!listed || !all) return [];
  const median = (of: readonly AllPairsAnswer[], figure: (answer: AllPairsAnswer) => number) =>
    medianOf(of.map(figure));
  const [listsMs, allMs] = [median(candidates, ({ solveMs }) => solveMs), median(allPairs, ({ solveMs }) => solveMs)];
  const faults = faultsOf(answers);
  const proof = `proved, ${whole(all.pairsChecked)} of the other pairs looked at one by one`;
  return [
    whole(median(allPairs, ({ indexMs }) => indexMs)),
    whole(listsMs),
    whole(allMs),
    `${(allMs / listsMs).toFixed(2)} ×`,
    whole(megabytes(Math.max(...allPairs.map(({ peakBytes }) => peakBytes)))),
    `${whole(listed.served)} → ${whole(all.served)}`,
    `${whole(listed.total)} → ${whole(all.total)}`,
    faults.length > 0 ? `WRONG: ${faults.join("; ")}` : proof + goalOf(allMs / listsMs, ratioGoal),
  ];
}

const goalOf = (ratio: number, goal: number | undefined): string =>
  goal === undefined ? "" : `; ${ratio <= goal ? "goal met" : "goal MISSED"}: at most ${goal} ×`;
