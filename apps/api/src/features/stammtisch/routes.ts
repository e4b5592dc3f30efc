import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { cancelStammtisch } from "./cancel-stammtisch.ts";
import { createStammtisch } from "./create-stammtisch.ts";
import { listStammtische } from "./list-stammtische.ts";
import { noteStammtischTopics } from "./note-stammtisch-topics.ts";
import { updateStammtisch } from "./update-stammtisch.ts";

export function registerStammtischRoutes(app: FastifyInstance): void {
  route(app, endpoints.listStammtische, ({ deps, actor }) => listStammtische(deps, actor));
  route(app, endpoints.createStammtisch, ({ deps, actor, body }) => createStammtisch(deps, actor, body));
  route(app, endpoints.updateStammtisch, ({ deps, actor, params, body }) =>
    updateStammtisch(deps, actor, params.id, body),
  );
  route(app, endpoints.cancelStammtisch, ({ deps, actor, params }) => cancelStammtisch(deps, actor, params.id));
  route(app, endpoints.noteStammtischTopics, ({ deps, actor, params, body }) =>
    noteStammtischTopics(deps, actor, params.id, body.topics),
  );
}
