import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { answerMyProposal, answerProposalAsVolunteer } from "./answer-proposal.ts";
import { confirmProposal } from "./confirm-proposal.ts";
import { endByCoordinator } from "./end-by-coordinator.ts";
import { propose } from "./propose.ts";
import { listProposals, readProposal } from "./read-proposals.ts";

export function registerProposalsRoutes(app: FastifyInstance): void {
  route(app, endpoints.propose, ({ actor, deps, params, body }) => propose(deps, actor, params.id, body.volunteerId));
  route(app, endpoints.listProposals, ({ actor, deps, query }) => listProposals(deps, actor, query));
  route(app, endpoints.readProposal, ({ actor, deps, params }) => readProposal(deps, actor, params.id));
  route(app, endpoints.withdrawProposal, ({ actor, deps, params, body }) =>
    endByCoordinator(deps, actor, params.id, { type: "withdraw", reason: body.reason }),
  );
  route(app, endpoints.declineProposal, ({ actor, deps, params, body }) =>
    endByCoordinator(deps, actor, params.id, { type: "decline", reason: body.reason }),
  );
  route(app, endpoints.confirmProposal, ({ actor, deps, params, body }) =>
    confirmProposal(deps, actor, params.id, body),
  );
  route(app, endpoints.answerProposalAsVolunteer, ({ actor, deps, params, body }) =>
    answerProposalAsVolunteer(deps, actor, params.id, body.answer),
  );
  route(app, endpoints.answerMyProposal, ({ actor, deps, params, body }) =>
    answerMyProposal(deps, actor, params.id, body.answer),
  );
}
