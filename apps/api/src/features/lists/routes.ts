import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { applyImport } from "./apply-import.ts";
import { discardImport, remapImport } from "./change-preview.ts";
import { downloadTemplate } from "./download-template.ts";
import { exportRequests } from "./export-requests.ts";
import { exportVolunteers } from "./export-volunteers.ts";
import { previewImport } from "./preview-import.ts";
import { listImports, readImport } from "./read-imports.ts";
import { undoImport } from "./undo-import.ts";

export function registerListsRoutes(app: FastifyInstance): void {
  route(app, endpoints.previewImport, ({ deps, actor, body }) => previewImport(deps, actor, body));
  route(app, endpoints.listImports, ({ deps, actor }) => listImports(deps, actor));
  route(app, endpoints.readImport, ({ deps, actor, params, query }) => readImport(deps, actor, params.id, query));
  route(app, endpoints.remapImport, ({ deps, actor, params, body }) =>
    remapImport(deps, actor, params.id, body.mapping),
  );
  route(app, endpoints.applyImport, ({ deps, actor, params, body }) => applyImport(deps, actor, params.id, body));
  route(app, endpoints.undoImport, ({ deps, actor, params }) => undoImport(deps, actor, params.id));
  route(app, endpoints.discardImport, ({ deps, actor, params }) => discardImport(deps, actor, params.id));
  route(app, endpoints.downloadImportTemplate, ({ deps, actor, query }) => downloadTemplate(deps, actor, query.kind));
  route(app, endpoints.exportVolunteers, ({ deps, actor, query }) => exportVolunteers(deps, actor, query));
  route(app, endpoints.exportRequests, ({ deps, actor, query }) => exportRequests(deps, actor, query));
}
