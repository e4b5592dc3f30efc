import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { readHealth } from "./read-health.ts";

export function registerHealthRoutes(app: FastifyInstance): void {
  route(app, endpoints.readHealth, ({ deps }) => readHealth(deps));
}
