import { parentPort, workerData } from "node:worker_threads";
import { solveAssignment } from "@augenhoehe/domain/matching";
import { z } from "zod";
import { readProblem } from "./instance-file.ts";

// Solves one instance over and over in a thread, and tells the time of each solve, until the thread is ended.

const problem = readProblem(z.string().parse(workerData));
for (;;) {
  const began = performance.now();
  solveAssignment(problem);
  parentPort?.postMessage(performance.now() - began);
}
