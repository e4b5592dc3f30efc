import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { readCurriculum } from "./read-curriculum.ts";

export function registerCurriculaRoutes(app: FastifyInstance): void {
  route(app, endpoints.readCurriculum, ({ deps, actor }) => readCurriculum(deps, actor));
}
