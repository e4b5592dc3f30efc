import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { findGuests } from "./find-guests.ts";
import { markAttendance } from "./mark-attendance.ts";
import { readRoster } from "./read-roster.ts";

export function registerAttendanceRoutes(app: FastifyInstance): void {
  route(app, endpoints.readRoster, ({ deps, actor, params }) => readRoster(deps, actor, params.id));
  route(app, endpoints.findGuests, ({ deps, actor, params }) => findGuests(deps, actor, params.id));
  route(app, endpoints.markAttendance, ({ deps, actor, params, body }) =>
    markAttendance(deps, actor, params.id, body.marks),
  );
}
