import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { addMaterial } from "./add-material.ts";
import { deleteMaterial, replaceMaterial } from "./change-material.ts";
import { downloadMaterial } from "./download-material.ts";
import { giveFeedback } from "./give-feedback.ts";
import { listMaterials } from "./list-materials.ts";
import { readCourseFeedback } from "./read-course-feedback.ts";
import { readCourseRoom } from "./read-course-room.ts";
import { readMyCourse } from "./read-my-course.ts";
import { readTrainerHome } from "./read-trainer-home.ts";

export function registerCourseRoomRoutes(app: FastifyInstance): void {
  route(app, endpoints.readTrainerHome, ({ deps, actor }) => readTrainerHome(deps, actor));
  route(app, endpoints.readCourseRoom, ({ deps, actor, params }) => readCourseRoom(deps, actor, params.id));
  route(app, endpoints.listMaterials, ({ deps, actor, params }) => listMaterials(deps, actor, params.id));
  route(app, endpoints.addMaterial, ({ deps, actor, params, body }) => addMaterial(deps, actor, params.id, body));
  route(app, endpoints.replaceMaterial, ({ deps, actor, params, body }) =>
    replaceMaterial(deps, actor, params.id, body),
  );
  route(app, endpoints.deleteMaterial, ({ deps, actor, params }) => deleteMaterial(deps, actor, params.id));
  route(app, endpoints.downloadMaterial, ({ deps, actor, params }) => downloadMaterial(deps, actor, params.id));
  route(app, endpoints.readCourseFeedback, ({ deps, actor, params }) => readCourseFeedback(deps, actor, params.id));
  route(app, endpoints.readMyCourse, ({ deps, actor, params }) => readMyCourse(deps, actor, params.id));
  route(app, endpoints.giveFeedback, ({ deps, actor, params, body }) => giveFeedback(deps, actor, params.id, body));
}
