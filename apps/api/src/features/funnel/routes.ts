import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { listStuckPeople } from "./list-stuck-people.ts";
import { readFunnel } from "./read-funnel.ts";

export function registerFunnelRoutes(app: FastifyInstance): void {
  route(app, endpoints.readFunnel, ({ deps, actor, query }) => readFunnel(deps, actor, query));
  route(app, endpoints.listStuckPeople, ({ deps, actor, query }) => listStuckPeople(deps, actor, query));
}
