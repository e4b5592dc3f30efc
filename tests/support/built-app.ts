import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BuiltApp {
  readonly baseUrl: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../..");
const PATIENCE_MS = 90_000;

/** The program as `npm start` runs it: its own process, port and embedded database, with the demo network. */
export async function startBuiltApp(settings: Readonly<Record<string, string>> = {}): Promise<BuiltApp> {
  const dataDir = await mkdtemp(join(tmpdir(), "augenhoehe-e2e-"));
  const child = spawn(process.execPath, [join(ROOT, "apps/api/src/server.ts")], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", PORT: "0", DATA_DIR: dataDir, LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let printed = "";
  const baseUrl = await new Promise<string>((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error(`The app did not start:\n${printed}`)), PATIENCE_MS);
    child.once("exit", (code) => reject(new Error(`The app ended with ${String(code)}:\n${printed}`)));
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /answers at (http:\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(impatience);
      resolve(address);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
  });
  return {
    baseUrl,
    output: () => printed,
    stop: async () => {
      child.kill("SIGINT");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
