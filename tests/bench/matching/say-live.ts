import { instancePath } from "./instance-path.ts";
import { LIVE_CHANGES, liveAnswerSchema } from "./live-answer.ts";
import { runScript } from "./run-in-child.ts";
import type { SolverOptions } from "./say-solvers.ts";

const LIVE = new URL("./live-in-child.ts", import.meta.url);
const LIMIT_SECONDS = 600;
const FAMILIES = ["easy", "balanced", "scarce"];
const SIZES = [
  { people: "10,000", changes: 1_000, p99GoalMs: 5 },
  { people: "50,000", changes: 500, p99GoalMs: 20 },
];

/** One change at a time to the best plan; gives back how often it was no longer proved to be the best. */
export async function sayLive({ only }: Pick<SolverOptions, "only">): Promise<number> {
  console.log("One change by hand, the plan mended to be the best again, with prices that prove it: median / p99 ms");
  console.log(["instance".padEnd(15), "first".padEnd(12), ...LIVE_CHANGES.map((kind) => kind.padStart(12))].join("  "));
  let faults = 0;
  for (const { people, changes, p99GoalMs } of SIZES) {
    for (const name of FAMILIES.map((family) => `${family} ${people}`).filter((one) => one.includes(only))) {
      const path = await instancePath(name);
      for (const objective of ["value", "served-first"]) {
        const printed = await runScript(LIVE, [path, objective, String(changes)], LIMIT_SECONDS);
        if (printed === undefined) throw new Error(`${name}: changes took more than ${LIMIT_SECONDS} s`);
        const answer = liveAnswerSchema.parse(JSON.parse(printed));
        const { times } = answer;
        const cells = LIVE_CHANGES.map(
          (kind) => `${times[kind].medianMs.toFixed(2)} / ${times[kind].p99Ms.toFixed(1)}`,
        );
        const slowest = Math.max(...LIVE_CHANGES.map((kind) => times[kind].p99Ms));
        const goal = `${slowest <= p99GoalMs ? "goal met" : "goal MISSED"}: p99 ≤ ${p99GoalMs}`;
        const proof =
          answer.faults.length > 0
            ? `WRONG: ${answer.faults.join("; ")}`
            : `proved (${answer.proofsChecked} of ${answer.changes})`;
        const row = [name.padEnd(15), objective.padEnd(12), ...cells.map((cell) => cell.padStart(12)), proof, goal];
        console.log(row.join("  "));
        faults += answer.faults.length;
      }
    }
  }
  return faults;
}
