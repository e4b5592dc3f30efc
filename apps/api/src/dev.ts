import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { WebHandler } from "./http/serve-web.ts";
import { runUntilStopped } from "./run-until-stopped.ts";

const WEB_FOLDER = join(import.meta.dirname, "../../web");

declare global {
  /** Vite answers pages in development and passes no raw request on; the api is found here instead. */
  var augenhoeheApi: Pick<FastifyInstance, "inject" | "log"> | undefined;
}

type Middleware = (...call: [...Parameters<WebHandler>, () => void]) => void;
const ViteModule = z.object({
  createServer: z.custom<(options: object) => Promise<{ middlewares: Middleware }>>(
    (value) => typeof value === "function",
  ),
});

/** Pages straight from their sources, reloaded on every change. The api restarts by `node --watch`. */
async function loadVite(): Promise<WebHandler> {
  const path = createRequire(join(WEB_FOLDER, "package.json")).resolve("vite");
  const { createServer } = ViteModule.parse(await import(pathToFileURL(path).href));
  process.chdir(WEB_FOLDER);
  const vite = await createServer({ root: WEB_FOLDER, appType: "custom", server: { middlewareMode: true } });
  return (request, response) => {
    globalThis.augenhoeheApi = request.augenhoeheApi;
    vite.middlewares(request, response, () => {
      response.statusCode = 404;
      response.end();
    });
  };
}

await runUntilStopped(loadVite);
