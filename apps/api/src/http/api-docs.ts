import swagger, { type StaticDocumentSpec } from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { endpoints } from "@augenhoehe/contract";
import { describeApi } from "./openapi.ts";

/** The library's type is of OpenAPI 2 and 3.0; the page itself reads 3.1. */
const Specification = z.custom<StaticDocumentSpec>();

/** The page brings its own scripts and styles; its inline styles cannot be avoided, scripts stay strict. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

export async function serveApiDocs(app: FastifyInstance): Promise<void> {
  const document = describeApi(endpoints);
  const text = JSON.stringify(document);
  app.get("/api/openapi.json", async (_request, reply) => reply.type("application/json; charset=utf-8").send(text));
  await app.register(async (docs) => {
    docs.addHook("onSend", async (_request, reply) => {
      reply.header("content-security-policy", PAGE_POLICY);
    });
    await docs.register(swagger, { mode: "static", specification: Specification.parse({ document }) });
    await docs.register(swaggerUi, { routePrefix: "/api/docs" });
  });
}
