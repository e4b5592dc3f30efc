import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { readLegalPages } from "./read-legal-pages.ts";
import { readNetwork } from "./read-network.ts";

export function registerPublicRoutes(app: FastifyInstance): void {
  route(app, endpoints.readNetwork, ({ deps, params }) => readNetwork(deps, params.networkSlug));
  route(app, endpoints.readLegalPages, ({ deps, params }) => readLegalPages(deps, params.networkSlug));
}
