import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Task } from "./tasks.ts";
import { runInChild } from "./run-in-child.ts";

const HEADER = "/usr/include/lemon/network_simplex.h";
const MODES: Record<Task, string> = { value: "total", "served-first": "count", "priority-first": "priority" };

/** LEMON's network simplex, the fastest of its algorithms here, compiled for this very machine; undefined without it. */
export async function openLemon() {
  if (!existsSync(HEADER) || spawnSync("g++", ["--version"]).status !== 0) return undefined;
  const program = join(mkdtempSync(join(tmpdir(), "augenhoehe-lemon-")), "lemon-anchor");
  const source = join(import.meta.dirname, "lemon-anchor.cpp");
  const flags = ["-O3", "-march=native", "-DNDEBUG", "-std=c++17"];
  await runInChild("g++", [...flags, "-o", program, source], 300);
  return (path: string, task: Task, limitSeconds: number) =>
    runInChild(program, [path, "ns", MODES[task]], limitSeconds);
}
