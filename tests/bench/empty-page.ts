import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { WebHandler } from "@augenhoehe/api/http/serve-web";

const FOLDER = join(import.meta.dirname, "empty-page");
const Handler = z.object({ handler: z.custom<WebHandler>((value) => typeof value === "function") });

/** An empty SvelteKit page with the same adapter: the floor for rendered pages per second. */
export async function startEmptyPage(): Promise<{ origin: string; close(): Promise<void> }> {
  mkdirSync(join(FOLDER, "node_modules"), { recursive: true });
  const out = mkdtempSync(join(FOLDER, "node_modules", "built-"));
  const built = spawnSync("vite", ["build"], {
    cwd: FOLDER,
    env: { ...process.env, EMPTY_PAGE_OUT: out },
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(built.stderr);
  const { handler } = Handler.parse(await import(pathToFileURL(join(out, "handler.js")).href));
  const server = createServer((request, response) => handler(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(out, { recursive: true, force: true });
    },
  };
}
