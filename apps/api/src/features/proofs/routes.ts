import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { exportFunderProof } from "./export-funder-proof.ts";
import { exportRosterProof } from "./export-roster-proof.ts";
import { printFunderProof, readFunderProof } from "./funder-proof.ts";
import { listProofCourses } from "./list-proof-courses.ts";
import { printRosterProof, readRosterProof } from "./roster-proof.ts";

export function registerProofsRoutes(app: FastifyInstance): void {
  route(app, endpoints.listProofCourses, ({ deps, actor }) => listProofCourses(deps, actor));
  route(app, endpoints.readRosterProof, ({ deps, actor, query }) => readRosterProof(deps, actor, query));
  route(app, endpoints.printRosterProof, ({ deps, actor, query }) => printRosterProof(deps, actor, query));
  route(app, endpoints.exportRosterProof, ({ deps, actor, query }) => exportRosterProof(deps, actor, query));
  route(app, endpoints.readFunderProof, ({ deps, actor, query }) => readFunderProof(deps, actor, query));
  route(app, endpoints.printFunderProof, ({ deps, actor, query }) => printFunderProof(deps, actor, query));
  route(app, endpoints.exportFunderProof, ({ deps, actor, query }) => exportFunderProof(deps, actor, query));
}
