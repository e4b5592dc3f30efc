import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { createRequestOnBehalf } from "./create-request-on-behalf.ts";
import { renewReceipt } from "./renew-receipt.ts";

export function registerDeskRequestsRoutes(app: FastifyInstance): void {
  route(app, endpoints.createRequestOnBehalf, ({ deps, actor, body }) => createRequestOnBehalf(deps, actor, body));
  route(app, endpoints.renewReceipt, ({ deps, actor, params }) => renewReceipt(deps, actor, params.id));
}
