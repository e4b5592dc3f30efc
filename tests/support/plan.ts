import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlanJson } from "@augenhoehe/api/plan/plan-json";
import { runPlan } from "@augenhoehe/api/plan/run-plan";

export const ROOT = join(import.meta.dirname, "../..");
export const fixturePath = (name: string): string => join(ROOT, "tests/fixtures", name);

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program run to its end, as somebody at a terminal does it. */
export function run(
  command: string,
  args: readonly string[],
  { folder = ROOT, env = {} }: { folder?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** The command in a process of its own. */
export const planCommand = (args: readonly string[], folder?: string): Promise<Ended> =>
  run(process.execPath, [join(ROOT, "apps/api/src/plan/plan.ts"), ...args], folder === undefined ? {} : { folder });

/** The same without a process of its own: for the many ways to call it. */
export async function planHere(args: readonly string[], now = new Date("2026-03-10T09:00:00Z")): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runPlan(args, {
    width: 100,
    now,
    out: (line) => out.push(line),
    error: (line) => err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** The plan as data; anything but a plan fails the test. */
export async function planned(args: readonly string[]): Promise<PlanJson> {
  const { code, out, err } = await planHere([...args, "--json"]);
  if (code !== 0) throw new Error(`Nothing was planned:\n${err}`);
  return PlanJson.parse(JSON.parse(out));
}

/** "Rasha – Annegret Küppers", in the plan's order. */
export const pairsOf = ({ pairs }: PlanJson): string[] =>
  pairs.map(({ request, volunteer }) => `${request.name} – ${volunteer.name}`);

export interface Desk {
  /** Writes a file and tells where it lies. */
  put(name: string, content: string | Uint8Array): string;
  path(name: string): string;
  clear(): void;
}

/** A folder with somebody's lists. */
export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "augenhoehe-plan-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    put(name, content) {
      writeFileSync(path(name), content);
      return path(name);
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Rows as a spreadsheet saves them. */
export const csv = (rows: readonly (readonly string[])[], delimiter = ";"): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join("\r\n");
