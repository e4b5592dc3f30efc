import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { changeTandem } from "./change-tandem.ts";
import { listTandems, readTandem } from "./read-tandems.ts";

export function registerTandemsRoutes(app: FastifyInstance): void {
  route(app, endpoints.listTandems, ({ actor, deps, query }) => listTandems(deps, actor, query));
  route(app, endpoints.readTandem, ({ actor, deps, params }) => readTandem(deps, actor, params.id));
  route(app, endpoints.recordFirstMeeting, ({ actor, deps, params }) =>
    changeTandem(deps, actor, params.id, { type: "first_meeting_held" }),
  );
  route(app, endpoints.pauseTandem, ({ actor, deps, params }) =>
    changeTandem(deps, actor, params.id, { type: "pause" }),
  );
  route(app, endpoints.resumeTandem, ({ actor, deps, params }) =>
    changeTandem(deps, actor, params.id, { type: "resume" }),
  );
  route(app, endpoints.endTandem, ({ actor, deps, params, body }) =>
    changeTandem(deps, actor, params.id, { type: "end", reason: body.reason }, body.backInQueue),
  );
}
