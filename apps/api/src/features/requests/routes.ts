import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { changeRequestState, clarifyRequest, handOverRequest, updateRequest } from "./change-request.ts";
import { readPairing } from "./read-pairing.ts";
import { listRequests, readRequest } from "./read-requests.ts";
import { readSuggestions, searchMentors } from "./read-suggestions.ts";
import { recordConsent } from "./record-consent.ts";

export function registerRequestsRoutes(app: FastifyInstance): void {
  route(app, endpoints.listRequests, ({ actor, deps, query }) => listRequests(deps, actor, query));
  route(app, endpoints.readRequest, ({ actor, deps, params }) => readRequest(deps, actor, params.id));
  route(app, endpoints.updateRequest, ({ actor, deps, params, body }) => updateRequest(deps, actor, params.id, body));
  route(app, endpoints.clarifyRequest, ({ actor, deps, params, body }) => clarifyRequest(deps, actor, params.id, body));
  route(app, endpoints.recordConsent, ({ actor, deps, params, body }) => recordConsent(deps, actor, params.id, body));
  route(app, endpoints.openRequest, ({ actor, deps, params }) =>
    changeRequestState(deps, actor, params.id, { type: "open" }),
  );
  route(app, endpoints.closeRequest, ({ actor, deps, params, body }) =>
    changeRequestState(deps, actor, params.id, { type: "close", reason: body.reason }),
  );
  route(app, endpoints.reopenRequest, ({ actor, deps, params }) =>
    changeRequestState(deps, actor, params.id, { type: "reopen" }),
  );
  route(app, endpoints.handOverRequest, ({ actor, deps, params, body }) =>
    handOverRequest(deps, actor, params.id, body.providerId),
  );
  route(app, endpoints.readSuggestions, ({ actor, deps, params, query }) =>
    readSuggestions(deps, actor, params.id, query.limit),
  );
  route(app, endpoints.readPairing, ({ actor, deps, params }) =>
    readPairing(deps, actor, params.id, params.volunteerId),
  );
  route(app, endpoints.searchMentors, ({ actor, deps, params, query }) =>
    searchMentors(deps, actor, params.id, query.search),
  );
}
