import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { createVolunteer } from "./create-volunteer.ts";
import { endVolunteer } from "./end-volunteer.ts";
import { listVolunteers } from "./list-volunteers.ts";
import { clearForProtected, overrideCertificate } from "./override-certificate.ts";
import { changePause } from "./pause-volunteer.ts";
import { readVolunteer } from "./read-volunteer.ts";
import { recordDeclaration } from "./record-declaration.ts";
import { deleteFuehrungszeugnis, recordFuehrungszeugnis } from "./record-fuehrungszeugnis.ts";
import { recordInterview } from "./record-interview.ts";
import { updateVolunteer } from "./update-volunteer.ts";

export function registerVolunteersRoutes(app: FastifyInstance): void {
  route(app, endpoints.listVolunteers, ({ deps, actor, query }) => listVolunteers(deps, actor, query));
  route(app, endpoints.createVolunteer, ({ deps, actor, body }) => createVolunteer(deps, actor, body));
  route(app, endpoints.readVolunteer, ({ deps, actor, params }) => readVolunteer(deps, actor, params.id));
  route(app, endpoints.updateVolunteer, ({ deps, actor, params, body }) =>
    updateVolunteer(deps, actor, params.id, body),
  );
  route(app, endpoints.recordInterview, ({ deps, actor, params, body }) =>
    recordInterview(deps, actor, params.id, body),
  );
  route(app, endpoints.recordDeclaration, ({ deps, actor, params, body }) =>
    recordDeclaration(deps, actor, params.id, body),
  );
  route(app, endpoints.recordFuehrungszeugnis, ({ deps, actor, params, body }) =>
    recordFuehrungszeugnis(deps, actor, params.id, body),
  );
  route(app, endpoints.deleteFuehrungszeugnis, ({ deps, actor, params }) =>
    deleteFuehrungszeugnis(deps, actor, params.id),
  );
  route(app, endpoints.overrideCertificate, ({ deps, actor, params, body }) =>
    overrideCertificate(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.clearForProtected, ({ deps, actor, params, body }) =>
    clearForProtected(deps, actor, params.id, body.cleared),
  );
  route(app, endpoints.pauseVolunteer, ({ deps, actor, params }) => changePause(deps, actor, params.id, "pause"));
  route(app, endpoints.resumeVolunteer, ({ deps, actor, params }) => changePause(deps, actor, params.id, "resume"));
  route(app, endpoints.endVolunteer, ({ deps, actor, params }) => endVolunteer(deps, actor, params.id));
}
