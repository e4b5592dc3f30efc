import { ALL_PAIRS_WAYS, allPairsAnswerSchema, type AllPairsAnswer, type AllPairsWay } from "./all-pairs-answer.ts";
import { medianOf } from "./compare-solvers.ts";
import { megabytes } from "./judge-comparison.ts";
import { runScript } from "./run-in-child.ts";

const PLAN = new URL("./all-pairs-in-child.ts", import.meta.url);
const LIMIT_SECONDS = 600;
const REQUESTS = 10_000;
const SCENES = [
  { name: "10,000 requests × 10,000 mentors", mentors: 10_000, ratioGoal: 2 },
  { name: "10,000 requests × 5,000 mentors", mentors: 5_000, ratioGoal: undefined },
];
const WIDTHS = [34, 14, 12, 9, 11, 10, 9, 9, 8];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => (column < 2 ? cell.padEnd(WIDTHS[column] ?? 0) : cell.padStart(WIDTHS[column] ?? 0)))
    .join("");
const whole = (figure: number): string => figure.toLocaleString("en", { maximumFractionDigits: 0 });

/** The best plan over all pairs beside the best plan over lists of 50; gives back how many proofs failed. */
export async function sayAllPairs(runs: number): Promise<number> {
  console.log("The best plan over all pairs, beside the best over the 50 best candidates of each request");
  console.log(
    "People of the public shares; ms from people in the index to the plan, lists included; proof against all pairs",
  );
  console.log(row(["", "first", "over", "index ms", "plan ms", "peak MB", "served", "pairs +", ""]));
  let faults = 0;
  for (const { name, mentors, ratioGoal } of SCENES) {
    for (const objective of ["value", "served-first"]) {
      const answers: Record<AllPairsWay, AllPairsAnswer[]> = { candidates: [], "all pairs": [] };
      for (let run = 0; run < runs; run++) {
        for (const way of ALL_PAIRS_WAYS) answers[way].push(await plan(way, mentors, objective));
      }
      for (const way of ALL_PAIRS_WAYS) console.log(row([name, objective, way, ...figuresOf(answers[way])]));
      const ratio = planMs(answers["all pairs"]) / planMs(answers.candidates);
      console.log(
        `${verdictOf(ratio, ratioGoal)}  ${ratio.toFixed(2)} × the time for the candidates alone, ${gainOf(answers)}`,
      );
      faults += ALL_PAIRS_WAYS.flatMap((way) => answers[way].flatMap((answer) => answer.faults)).length;
    }
  }
  return faults;
}

async function plan(way: AllPairsWay, mentors: number, objective: string): Promise<AllPairsAnswer> {
  const printed = await runScript(PLAN, [way, String(REQUESTS), String(mentors), objective], LIMIT_SECONDS);
  if (printed === undefined) throw new Error(`Planning over ${way} took more than ${LIMIT_SECONDS} s`);
  return allPairsAnswerSchema.parse(JSON.parse(printed));
}

const planMs = (answers: readonly AllPairsAnswer[]): number => medianOf(answers.map(({ solveMs }) => solveMs));

function figuresOf(answers: readonly AllPairsAnswer[]): string[] {
  const [first] = answers;
  if (first === undefined) return [];
  const faults = answers.flatMap((answer) => answer.faults);
  return [
    whole(medianOf(answers.map(({ indexMs }) => indexMs))),
    whole(planMs(answers)),
    whole(megabytes(Math.max(...answers.map(({ peakBytes }) => peakBytes)))),
    whole(first.served),
    whole(first.added),
    faults.length > 0 ? `  WRONG: ${faults.join("; ")}` : "  proved",
  ];
}

const verdictOf = (ratio: number, goal: number | undefined): string =>
  goal === undefined ? "        " : `${ratio <= goal ? "met   " : "MISSED"} (goal: at most ${goal})`;

function gainOf({ candidates: [listed], "all pairs": [all] }: Record<AllPairsWay, AllPairsAnswer[]>): string {
  if (!listed || !all) return "";
  const served = all.served - listed.served;
  return `${served} more served of ${whole(listed.places)} places, ${whole(all.total - listed.total)} more in total, ${whole(all.pairsChecked)} pairs checked`;
}
