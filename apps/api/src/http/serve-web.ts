import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { originOf } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { isSecure } from "./sessions.ts";

/** Answers everything that is not the api; the pages' built handler, or Vite's in development. */
export type WebHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Headers this server tells the pages' handler in; whatever a client sends under these names is overwritten. */
export const WEB_HANDLER_HEADERS = {
  protocol: "x-augenhoehe-protocol",
  host: "x-augenhoehe-host",
  address: "x-augenhoehe-address",
} as const;

declare module "node:http" {
  interface IncomingMessage {
    /** The api in process, for pages rendered by this very program. */
    augenhoeheApi?: Pick<FastifyInstance, "inject" | "log">;
  }
}

const isApi = (url: string) => url === "/api" || url.startsWith("/api/") || url.startsWith("/api?");

/** Hands every other path to the pages before any body is read. */
export function serveWeb(app: FastifyInstance, webHandler: WebHandler): void {
  const { config } = app.deps;
  const headers = securityHeaders(isSecure(app.deps));
  const gateway = { inject: app.inject.bind(app), log: app.log };
  app.addHook("onRequest", async (request, reply) => {
    if (isApi(request.url)) return;
    reply.hijack();
    const { raw } = request;
    const origin = originOf(config, raw.headers.host);
    raw.headers[WEB_HANDLER_HEADERS.protocol] = origin.protocol.slice(0, -1);
    raw.headers[WEB_HANDLER_HEADERS.host] = origin.host;
    raw.headers[WEB_HANDLER_HEADERS.address] = request.ip;
    raw.augenhoeheApi = gateway;
    for (const [name, value] of Object.entries(headers)) reply.raw.setHeader(name, value);
    webHandler(raw, reply.raw);
  });
}
