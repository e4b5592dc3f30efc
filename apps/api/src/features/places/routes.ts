import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { cancelEnrolment } from "./cancel-enrolment.ts";
import { cancelMyEnrolment } from "./cancel-my-enrolment.ts";
import { enrolMe } from "./enrol-me.ts";
import { enrolVolunteer } from "./enrol-volunteer.ts";

export function registerPlacesRoutes(app: FastifyInstance): void {
  route(app, endpoints.enrolMe, ({ deps, actor, body }) => enrolMe(deps, actor, body.courseId));
  route(app, endpoints.cancelMyEnrolment, ({ deps, actor, params }) => cancelMyEnrolment(deps, actor, params.id));
  route(app, endpoints.enrolVolunteer, ({ deps, actor, params, body }) =>
    enrolVolunteer(deps, actor, params.id, body.volunteerId),
  );
  route(app, endpoints.cancelEnrolment, ({ deps, actor, params }) =>
    cancelEnrolment(deps, actor, params.id, params.volunteerId),
  );
}
