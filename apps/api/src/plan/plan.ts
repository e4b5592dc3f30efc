import { readTerminalFolder } from "../env.ts";
import { runPlan } from "./run-plan.ts";

/** Wide enough for a table, narrow enough for a page, where the output goes to no terminal. */
const USUAL_WIDTH = 100;
const LEAST_WIDTH = 60;

/** Lists are other people's text: nothing in them may steer the terminal or turn the direction of a line. */
const printable = (line: string): string =>
  line.replaceAll(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");

/** Whoever reads only the beginning closes the pipe: that is no mistake. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.chdir(readTerminalFolder());
process.exitCode = await runPlan(process.argv.slice(2), {
  width: process.stdout.isTTY ? Math.max(LEAST_WIDTH, process.stdout.columns) : USUAL_WIDTH,
  now: new Date(),
  out: (line) => process.stdout.write(`${printable(line)}\n`),
  error: (line) => process.stderr.write(`${printable(line)}\n`),
});
