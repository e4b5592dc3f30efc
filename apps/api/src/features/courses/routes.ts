import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { cancelCourse } from "./cancel-course.ts";
import { cancelSession } from "./cancel-session.ts";
import { checkCoursePlan } from "./check-course-plan.ts";
import { createCourse } from "./create-course.ts";
import { listCourses } from "./list-courses.ts";
import { planCourseSeries } from "./plan-course-series.ts";
import { readCourse } from "./read-course.ts";
import { updateCourse } from "./update-course.ts";

export function registerCoursesRoutes(app: FastifyInstance): void {
  route(app, endpoints.listCourses, ({ deps, actor }) => listCourses(deps, actor));
  route(app, endpoints.createCourse, ({ deps, actor, body }) => createCourse(deps, actor, body));
  route(app, endpoints.updateCourse, ({ deps, actor, params, body }) => updateCourse(deps, actor, params.id, body));
  route(app, endpoints.cancelCourse, ({ deps, actor, params, body }) =>
    cancelCourse(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.planCourseSeries, ({ deps, actor, body }) => planCourseSeries(deps, actor, body));
  route(app, endpoints.checkCoursePlan, ({ deps, actor, body }) => checkCoursePlan(deps, actor, body));
  route(app, endpoints.cancelSession, ({ deps, actor, params, body }) =>
    cancelSession(deps, actor, params.id, body.reason),
  );
  route(app, endpoints.readCourse, ({ deps, actor, params }) => readCourse(deps, actor, params.id));
}
