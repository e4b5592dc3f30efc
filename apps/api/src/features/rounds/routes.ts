import { endpoints } from "@augenhoehe/contract";
import type { FastifyInstance } from "fastify";
import { route } from "../../http/route.ts";
import { createRoundDraft, deleteRoundDraft, renameRoundDraft } from "./change-drafts.ts";
import { closeRound, deleteRound, renameRound } from "./change-round.ts";
import { createRound } from "./create-round.ts";
import { changeRoundSettings, editRoundDraft, undoRoundStep } from "./edit-draft.ts";
import { readRoundPair, readRoundUnserved } from "./read-explanations.ts";
import { cancelRoundPlan, readRoundPlan, startRoundPlan } from "./read-plan.ts";
import { readRoundPool } from "./read-pool.ts";
import { compareRoundDrafts, listRounds, readRound } from "./read-rounds.ts";
import { downloadRoundRecruitment, readRoundRecruitment } from "./recruitment.ts";
import { sendRound } from "./send-round.ts";

export function registerRoundRoutes(app: FastifyInstance): void {
  route(app, endpoints.readRoundPool, ({ actor, deps }) => readRoundPool(deps, actor));
  route(app, endpoints.createRound, ({ actor, deps, body }) => createRound(deps, actor, body));
  route(app, endpoints.listRounds, ({ actor, deps, query }) => listRounds(deps, actor, query.page));
  route(app, endpoints.readRound, ({ actor, deps, params }) => readRound(deps, actor, params.id));
  route(app, endpoints.renameRound, ({ actor, deps, params, body }) => renameRound(deps, actor, params.id, body.name));
  route(app, endpoints.closeRound, ({ actor, deps, params }) => closeRound(deps, actor, params.id));
  route(app, endpoints.deleteRound, ({ actor, deps, params }) => deleteRound(deps, actor, params.id));
  route(app, endpoints.createRoundDraft, ({ actor, deps, params, body }) =>
    createRoundDraft(deps, actor, params.id, body),
  );
  route(app, endpoints.renameRoundDraft, ({ actor, deps, params, body }) =>
    renameRoundDraft(deps, actor, params, body.name),
  );
  route(app, endpoints.deleteRoundDraft, ({ actor, deps, params }) => deleteRoundDraft(deps, actor, params));
  route(app, endpoints.changeRoundSettings, ({ actor, deps, params, body }) =>
    changeRoundSettings(deps, actor, params, body),
  );
  route(app, endpoints.editRoundDraft, ({ actor, deps, params, body }) => editRoundDraft(deps, actor, params, body));
  route(app, endpoints.undoRoundStep, ({ actor, deps, params, body }) =>
    undoRoundStep(deps, actor, params, body.revision),
  );
  route(app, endpoints.readRoundPlan, ({ actor, deps, params, query }) =>
    readRoundPlan(deps, actor, params, query.page),
  );
  route(app, endpoints.cancelRoundPlan, ({ actor, deps, params }) => cancelRoundPlan(deps, actor, params));
  route(app, endpoints.startRoundPlan, ({ actor, deps, params }) => startRoundPlan(deps, actor, params));
  route(app, endpoints.readRoundPair, ({ actor, deps, params }) => readRoundPair(deps, actor, params));
  route(app, endpoints.readRoundUnserved, ({ actor, deps, params }) => readRoundUnserved(deps, actor, params));
  route(app, endpoints.readRoundRecruitment, ({ actor, deps, params }) => readRoundRecruitment(deps, actor, params));
  route(app, endpoints.downloadRoundRecruitment, ({ actor, deps, params, query }) =>
    downloadRoundRecruitment(deps, actor, params, query.format),
  );
  route(app, endpoints.compareRoundDrafts, ({ actor, deps, params }) => compareRoundDrafts(deps, actor, params));
  route(app, endpoints.sendRound, ({ actor, deps, params, body }) => sendRound(deps, actor, params, body));
}
