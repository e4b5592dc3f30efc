import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { downloadCourseCalendar } from "./download-course-calendar.ts";

export function registerCalendarRoutes(app: FastifyInstance): void {
  route(app, endpoints.downloadCourseCalendar, ({ deps, actor, params }) =>
    downloadCourseCalendar(deps, actor, params.id),
  );
}
