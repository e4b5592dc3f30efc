import { solveAssignment, verifyAssignment } from "@augenhoehe/domain/matching";
import type { AssignmentProblem } from "@augenhoehe/domain/matching";
import { readProblem } from "./instance-file.ts";
import { peakBytes } from "./peak-memory.ts";
import type { Answer } from "./peer-answer.ts";
import { isPrioritised, type Task, TASKS } from "./tasks.ts";

// node solve-in-child.ts SOLVER FILE TASK: one cold solve, its answer as JSON.

const [, , solver, path = "", taskName] = process.argv;
const task = taskOf(taskName);

function taskOf(name: string | undefined): Task {
  const task = TASKS.find((known) => known === name);
  if (task === undefined) throw new Error(`There is no task called ${name}`);
  return task;
}

function solveOurselves(problem: AssignmentProblem) {
  const objective = task === "value" ? "value" : "served-first";
  const solution = solveAssignment(problem, { objective });
  return {
    total: solution.total,
    served: solution.served,
    servedFirst: solution.mentorOf.filter((mentor, request) => mentor >= 0 && isPrioritised(request)).length,
    judge: () => {
      const verdict = verifyAssignment(problem, solution, { objective });
      return { wrong: verdict.valid ? null : verdict.flaw };
    },
  };
}

type Solved = Pick<Answer, "total" | "served" | "servedFirst"> & { judge?: () => Pick<Answer, "wrong"> };

async function openSolver(): Promise<(problem: AssignmentProblem) => Solved> {
  if (solver === "munkres") return (await import("./munkres-peer.ts")).solveWithMunkres;
  if (solver === "highs") return (await import("./highs-peer.ts")).openHighs(task);
  return solveOurselves;
}

const solve = await openSolver();
const began = performance.now();
const lists = readProblem(path);
const problem =
  task === "priority-first"
    ? {
        ...lists,
        priority: Uint8Array.from({ length: lists.requests }, (_, request) => Number(isPrioritised(request))),
      }
    : lists;
const readAt = performance.now();
const spentBefore = process.cpuUsage();
const { total, served, servedFirst, judge } = solve(problem);
const solvedAt = performance.now();
const spent = process.cpuUsage(spentBefore);
const answer: Answer = {
  readMs: readAt - began,
  solveMs: solvedAt - readAt,
  processorMs: (spent.user + spent.system) / 1000,
  total,
  served,
  ...(servedFirst === undefined ? {} : { servedFirst }),
  peakBytes: peakBytes(),
};
const proof = judge && { ...judge(), proofPeakBytes: peakBytes() };
console.log(JSON.stringify({ ...answer, ...proof }));
