import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const Networks = z.object({ open: z.boolean() });

interface Program {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Resolves with the address, or with null when the program ended first. */
  readonly address: Promise<string | null>;
  readonly ended: Promise<number | null>;
}

let dataDir: string;
let programs: Program[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "augenhoehe-start-"));
  programs = [];
});
afterEach(async () => {
  for (const { child, ended } of programs) {
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function run(settings: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [join(ROOT, "apps/api/src/server.ts")], {
    env: { PATH: process.env["PATH"], PORT: "0", DATA_DIR: dataDir, DEMO: "false", LOG_LEVEL: "warn", ...settings },
  });
  let text = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const address = new Promise<string | null>((resolve) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /answers at (http:\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("close", () => resolve(null));
  });
  const program = { child, printed: () => text, address, ended };
  programs.push(program);
  return program;
}

async function isHealthy(program: Program): Promise<boolean> {
  const address = await program.address;
  if (address === null) throw new Error(`The program ended:\n${program.printed()}`);
  return (await fetch(`${address}/api/health`)).status === 200;
}

function databasePid(): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

test("Ctrl-C ends the program and its database, and the next start finds everything", async () => {
  const first = run();
  expect(await isHealthy(first)).toBe(true);
  const pid = databasePid();
  first.child.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(existsSync(join(dataDir, "postgres/postmaster.pid"))).toBe(false);
  expect(isRunning(pid)).toBe(false);
  expect(await isHealthy(run())).toBe(true);
});

test("a killed program takes its database along, and starts again at once", async () => {
  const first = run();
  await first.address;
  const pid = databasePid();
  first.child.kill("SIGKILL");
  const second = run();
  expect(await isHealthy(second)).toBe(true);
  expect(isRunning(pid)).toBe(false);
});

test("a database killed together with its program recovers", async () => {
  const first = run();
  await first.address;
  first.child.kill("SIGKILL");
  process.kill(databasePid(), "SIGKILL");
  expect(await isHealthy(run())).toBe(true);
});

test("a second start beside the first is refused in words, and the first does not notice", async () => {
  const first = run();
  await first.address;
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toMatch(/already runs with the folder .* \(process \d+\)/);
  expect(second.printed()).not.toContain("    at ");
  expect(await isHealthy(first)).toBe(true);
});

test("when the database dies under it, the program says so and stops", async () => {
  const first = run();
  await first.address;
  process.kill(databasePid(), "SIGKILL");
  expect(await first.ended).toBe(1);
  expect(first.printed()).toContain("The embedded database ended unexpectedly");
});

test("a port in use is told in words, and leaves no database behind", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(other.address());
  const program = run({ PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.printed()).toContain("set another PORT");
  expect(existsSync(join(dataDir, "postgres/postmaster.pid"))).toBe(false);
  await new Promise((resolve) => other.close(resolve));
});

test("a wrong setting stops the start with its name before anything is made", async () => {
  const program = run({ DATABASE_URL: "nonsense", HOST: "0.0.0.0" });
  expect(await program.ended).toBe(1);
  expect(program.printed()).toContain("DATABASE_URL: ");
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
});

test("without the demo the first-run page waits for the token that was printed", async () => {
  const program = run();
  const address = await program.address;
  expect(program.printed()).toMatch(/\/einrichten\n\s+[\w-]{43}\n/);
  const status = Networks.parse(await (await fetch(`${address ?? ""}/api/setup`)).json());
  expect(status.open).toBe(true);
});

test("pages and the api answer on one port, both with their headers", async () => {
  const address = await run().address;
  const page = await fetch(address ?? "");
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(page.headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(page.headers.get("referrer-policy")).toBe("same-origin");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
});
