import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { listActivities } from "./list-activities.ts";
import { readDesk } from "./read-desk.ts";

export function registerDeskRoutes(app: FastifyInstance): void {
  route(app, endpoints.readDesk, ({ actor, deps }) => readDesk(deps, actor));
  route(app, endpoints.listActivities, ({ actor, deps, query }) => listActivities(deps, actor, query));
}
