import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { listInboxMails, readInboxMail } from "./demo-inbox.ts";

export function registerInboxRoutes(app: FastifyInstance): void {
  route(app, endpoints.listInboxMails, ({ deps, query }) => listInboxMails(deps, query.networkSlug));
  route(app, endpoints.readInboxMail, ({ deps, params, query }) => readInboxMail(deps, query.networkSlug, params.id));
}
