import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

export interface BuiltApp {
  readonly baseUrl: string;
  /** Everything it printed so far. */
  readonly output: () => string;
  stop(): Promise<void>;
  /** As `kill -9` ends it: nothing is closed, nothing is cleared away. */
  kill(): Promise<void>;
}

const ROOT = join(import.meta.dirname, "../..");
const PATIENCE_MS = 90_000;

/**
 * The program as `npm start` runs it: its own process, port and embedded database, with the demo network. With a
 * `PUBLIC_URL` it stands as if behind a proxy, and `baseUrl` is where the proxy reaches it.
 */
export async function startBuiltApp(settings: Readonly<Record<string, string>> = {}): Promise<BuiltApp> {
  const dataDir = await mkdtemp(join(tmpdir(), "augenhoehe-e2e-"));
  const port = settings["PUBLIC_URL"] === undefined ? "0" : String(await freePort());
  const child = spawn(process.execPath, [join(ROOT, "apps/api/src/server.ts")], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", PORT: port, DATA_DIR: dataDir, LOG_LEVEL: "warn", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let printed = "";
  const baseUrl = await new Promise<string>((resolve, reject) => {
    const impatience = setTimeout(() => reject(new Error(`The app did not start:\n${printed}`)), PATIENCE_MS);
    child.once("exit", (code) => reject(new Error(`The app ended with ${String(code)}:\n${printed}`)));
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /answers at (https?:\S+)/.exec(printed)?.[1];
      if (address === undefined) return;
      clearTimeout(impatience);
      resolve(settings["PUBLIC_URL"] === undefined ? address : `http://127.0.0.1:${port}`);
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
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(probe.address());
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
