import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { adoptExampleCurriculum } from "./adopt-example-curriculum.ts";
import { archiveCurriculum, restoreCurriculum } from "./archive-curriculum.ts";
import { copyCurriculum } from "./copy-curriculum.ts";
import { createCurriculum } from "./create-curriculum.ts";
import { listCurricula } from "./list-curricula.ts";
import { makeCurriculumStandard } from "./make-curriculum-standard.ts";
import { previewCurriculum } from "./preview-curriculum.ts";
import { readCurriculumDetail } from "./read-curriculum-detail.ts";
import { readCurriculum } from "./read-curriculum.ts";
import { suggestTopUps } from "./suggest-top-ups.ts";
import { updateCurriculum } from "./update-curriculum.ts";

export function registerCurriculaRoutes(app: FastifyInstance): void {
  route(app, endpoints.readCurriculum, ({ deps, actor }) => readCurriculum(deps, actor));
  route(app, endpoints.listCurricula, ({ deps, actor }) => listCurricula(deps, actor));
  route(app, endpoints.createCurriculum, ({ deps, actor, body }) => createCurriculum(deps, actor, body));
  route(app, endpoints.adoptExampleCurriculum, ({ deps, actor, body }) =>
    adoptExampleCurriculum(deps, actor, body.key),
  );
  route(app, endpoints.readCurriculumDetail, ({ deps, actor, params }) => readCurriculumDetail(deps, actor, params.id));
  route(app, endpoints.updateCurriculum, ({ deps, actor, params, body }) =>
    updateCurriculum(deps, actor, params.id, body),
  );
  route(app, endpoints.previewCurriculum, ({ deps, actor, params, body }) =>
    previewCurriculum(deps, actor, params.id, body),
  );
  route(app, endpoints.copyCurriculum, ({ deps, actor, params, body }) =>
    copyCurriculum(deps, actor, params.id, body.title),
  );
  route(app, endpoints.archiveCurriculum, ({ deps, actor, params }) => archiveCurriculum(deps, actor, params.id));
  route(app, endpoints.restoreCurriculum, ({ deps, actor, params }) => restoreCurriculum(deps, actor, params.id));
  route(app, endpoints.makeCurriculumStandard, ({ deps, actor, params }) =>
    makeCurriculumStandard(deps, actor, params.id),
  );
  route(app, endpoints.suggestTopUps, ({ deps, actor }) => suggestTopUps(deps, actor));
}
