import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { checkMeIn, readMyCheckIn } from "./check-me-in.ts";
import { findGuests } from "./find-guests.ts";
import { markAttendance } from "./mark-attendance.ts";
import { readAttendanceHistory } from "./read-attendance-history.ts";
import { readCheckInCode } from "./read-check-in-code.ts";
import { readRoster } from "./read-roster.ts";
import { scanCheckInCode } from "./scan-check-in-code.ts";

export function registerAttendanceRoutes(app: FastifyInstance): void {
  route(app, endpoints.readRoster, ({ deps, actor, params }) => readRoster(deps, actor, params.id));
  route(app, endpoints.findGuests, ({ deps, actor, params }) => findGuests(deps, actor, params.id));
  route(app, endpoints.markAttendance, ({ deps, actor, params, body }) => markAttendance(deps, actor, params.id, body));
  route(app, endpoints.readAttendanceHistory, ({ deps, actor, params }) =>
    readAttendanceHistory(deps, actor, params.id),
  );
  route(app, endpoints.readCheckInCode, ({ deps, actor, params }) => readCheckInCode(deps, actor, params.id));
  route(app, endpoints.scanCheckInCode, async ({ deps, params, cookies }) => {
    const ticket = scanCheckInCode(deps, params.code);
    cookies.keepCheckInTicket(ticket);
    return { scannedAt: ticket.scannedAt.toISOString() };
  });
  route(app, endpoints.readMyCheckIn, ({ deps, actor, cookies }) =>
    readMyCheckIn(deps, actor, cookies.checkInTicket()),
  );
  route(app, endpoints.checkMeIn, ({ deps, actor, cookies }) => checkMeIn(deps, actor, cookies.checkInTicket()));
}
