import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { answerStammtisch } from "./answer-stammtisch.ts";
import { changeMyPause } from "./change-my-pause.ts";
import { downloadMyData } from "./download-my-data.ts";
import { downloadStammtischCalendar } from "./download-stammtisch-calendar.ts";
import { leaveNetwork } from "./leave-network.ts";
import { readMyDeclarations } from "./read-my-declarations.ts";
import { readMyHome } from "./read-my-home.ts";
import { signMyDeclaration } from "./sign-my-declaration.ts";
import { signUpVolunteer } from "./sign-up-volunteer.ts";
import { updateMyProfile } from "./update-my-profile.ts";

export function registerVolunteerRoutes(app: FastifyInstance): void {
  route(app, endpoints.signUpVolunteer, ({ deps, body }) => signUpVolunteer(deps, body));
  route(app, endpoints.readMyHome, ({ deps, actor }) => readMyHome(deps, actor));
  route(app, endpoints.updateMyProfile, ({ deps, actor, body }) => updateMyProfile(deps, actor, body));
  route(app, endpoints.readMyDeclarations, ({ deps, actor, query }) => readMyDeclarations(deps, actor, query));
  route(app, endpoints.signMyDeclaration, ({ deps, actor, body }) => signMyDeclaration(deps, actor, body));
  route(app, endpoints.pauseMe, ({ deps, actor }) => changeMyPause(deps, actor, "pause"));
  route(app, endpoints.resumeMe, ({ deps, actor }) => changeMyPause(deps, actor, "resume"));
  route(app, endpoints.leaveNetwork, ({ deps, actor }) => leaveNetwork(deps, actor));
  route(app, endpoints.downloadMyData, ({ deps, actor }) => downloadMyData(deps, actor));
  route(app, endpoints.answerStammtisch, ({ deps, actor, params, body }) =>
    answerStammtisch(deps, actor, params.id, body),
  );
  route(app, endpoints.downloadStammtischCalendar, ({ deps, actor, params }) =>
    downloadStammtischCalendar(deps, actor, params.id),
  );
}
