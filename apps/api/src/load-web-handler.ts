import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { tellPages } from "./env.ts";
import { WEB_HANDLER_HEADERS, type WebHandler } from "./http/serve-web.ts";

const BUILT_HANDLER = join(import.meta.dirname, "../../web/build/handler.js");

const HandlerModule = z.object({ handler: z.custom<WebHandler>((value) => typeof value === "function") });

/** The pages as `npm run build` made them. They read where they are served from headers that only this server sets. */
export async function loadWebHandler(): Promise<WebHandler> {
  if (!existsSync(BUILT_HANDLER)) throw new Error("The pages are not built: run npm run build");
  tellPages(WEB_HANDLER_HEADERS);
  return HandlerModule.parse(await import(pathToFileURL(BUILT_HANDLER).href)).handler;
}
