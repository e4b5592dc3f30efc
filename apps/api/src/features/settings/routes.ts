import type { FastifyInstance } from "fastify";
import { endpoints } from "@augenhoehe/contract";
import { route } from "../../http/route.ts";
import { endStaffAccess, listStaff } from "./staff-accounts.ts";
import { readSettings } from "./read-settings.ts";
import { updateDistricts } from "./update-districts.ts";
import { updateHolidayRegion } from "./update-holiday-region.ts";
import { updateLegal } from "./update-legal.ts";
import { updateTerms } from "./update-terms.ts";
import { updateWeights } from "./update-weights.ts";

export function registerSettingsRoutes(app: FastifyInstance): void {
  route(app, endpoints.readSettings, ({ deps, actor }) => readSettings(deps, actor));
  route(app, endpoints.listStaff, ({ deps, actor }) => listStaff(deps, actor));
  route(app, endpoints.endStaffAccess, ({ deps, actor, params }) => endStaffAccess(deps, actor, params.id));
  route(app, endpoints.updateDistricts, ({ deps, actor, body }) => updateDistricts(deps, actor, body.districts));
  route(app, endpoints.updateTerms, ({ deps, actor, body }) => updateTerms(deps, actor, body));
  route(app, endpoints.updateWeights, ({ deps, actor, body }) => updateWeights(deps, actor, body));
  route(app, endpoints.updateHolidayRegion, ({ deps, actor, body }) =>
    updateHolidayRegion(deps, actor, body.holidayRegion),
  );
  route(app, endpoints.updateLegal, ({ deps, actor, body }) => updateLegal(deps, actor, body));
}
