import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { bookAsGuest, comeAfterAll, excuseFromSession, giveBackGuestPlace } from "../../training/session-booking.ts";
import { answerMyOffer } from "./answer-my-offer.ts";
import { cancelEnrolment } from "./cancel-enrolment.ts";
import { cancelMyEnrolment } from "./cancel-my-enrolment.ts";
import { enrolMe } from "./enrol-me.ts";
import { enrolVolunteer } from "./enrol-volunteer.ts";
import { givePlace } from "./give-place.ts";
import { bookGuest, cancelGuest } from "./guests-by-staff.ts";
import { listOpenCourses } from "./list-open-courses.ts";
import { changeMySession, moveMySession, readMySession } from "./my-sessions.ts";
import { answerOfferByLink, readOffer } from "./offer-by-link.ts";

export function registerPlacesRoutes(app: FastifyInstance): void {
  registerForMe(app);
  registerByLink(app);
  registerForStaff(app);
}

function registerForMe(app: FastifyInstance): void {
  route(app, endpoints.listOpenCourses, ({ deps, actor }) => listOpenCourses(deps, actor));
  route(app, endpoints.enrolMe, ({ deps, actor, body }) => enrolMe(deps, actor, body.courseId));
  route(app, endpoints.cancelMyEnrolment, ({ deps, actor, params }) => cancelMyEnrolment(deps, actor, params.id));
  route(app, endpoints.answerMyOffer, ({ deps, actor, params, body }) =>
    answerMyOffer(deps, actor, params.id, body.answer),
  );
  route(app, endpoints.readMySession, ({ deps, actor, params }) => readMySession(deps, actor, params.id));
  route(app, endpoints.excuseMe, ({ deps, actor, params }) =>
    changeMySession(deps, actor, params.id, excuseFromSession),
  );
  route(app, endpoints.comeAfterAll, ({ deps, actor, params }) =>
    changeMySession(deps, actor, params.id, comeAfterAll),
  );
  route(app, endpoints.bookMeAsGuest, ({ deps, actor, params }) =>
    changeMySession(deps, actor, params.id, bookAsGuest),
  );
  route(app, endpoints.giveBackMyGuestPlace, ({ deps, actor, params }) =>
    changeMySession(deps, actor, params.id, giveBackGuestPlace),
  );
  route(app, endpoints.moveMySession, ({ deps, actor, params, body }) =>
    moveMySession(deps, actor, params.id, body.toSessionId),
  );
}

function registerByLink(app: FastifyInstance): void {
  route(app, endpoints.readOffer, ({ deps, params }) => readOffer(deps, params.token));
  route(app, endpoints.answerOffer, ({ deps, actor, params, body }) =>
    answerOfferByLink(deps, actor, params.token, body.answer),
  );
}

function registerForStaff(app: FastifyInstance): void {
  route(app, endpoints.enrolVolunteer, ({ deps, actor, params, body }) =>
    enrolVolunteer(deps, actor, params.id, body.volunteerId),
  );
  route(app, endpoints.cancelEnrolment, ({ deps, actor, params }) =>
    cancelEnrolment(deps, actor, params.id, params.volunteerId),
  );
  route(app, endpoints.givePlace, ({ deps, actor, params }) => givePlace(deps, actor, params.id, params.volunteerId));
  route(app, endpoints.bookGuest, ({ deps, actor, params, body }) =>
    bookGuest(deps, actor, { sessionId: params.id, volunteerId: body.volunteerId }),
  );
  route(app, endpoints.cancelGuest, ({ deps, actor, params }) =>
    cancelGuest(deps, actor, { sessionId: params.id, volunteerId: params.volunteerId }),
  );
}
