import type { FastifyInstance } from "fastify";
import { registerAccessRoutes } from "./features/access/routes.ts";
import { registerFunnelRoutes } from "./features/funnel/routes.ts";
import { registerHealthRoutes } from "./features/health/routes.ts";
import { registerDeskRoutes } from "./features/desk/routes.ts";
import { registerDeskRequestsRoutes } from "./features/desk-requests/routes.ts";
import { registerInboxRoutes } from "./features/inbox/routes.ts";
import { registerListsRoutes } from "./features/lists/routes.ts";
import { registerNewcomerRoutes } from "./features/newcomer/routes.ts";
import { registerProposalsRoutes } from "./features/proposals/routes.ts";
import { registerProofsRoutes } from "./features/proofs/routes.ts";
import { registerPublicRoutes } from "./features/public/routes.ts";
import { registerRequestsRoutes } from "./features/requests/routes.ts";
import { registerRoundRoutes } from "./features/rounds/routes.ts";
import { registerTandemsRoutes } from "./features/tandems/routes.ts";
import { registerAttendanceRoutes } from "./features/attendance/routes.ts";
import { registerCalendarRoutes } from "./features/calendar/routes.ts";
import { registerCertificatesRoutes } from "./features/certificates/routes.ts";
import { registerCourseRoomRoutes } from "./features/course-room/routes.ts";
import { registerCoursesRoutes } from "./features/courses/routes.ts";
import { registerCurriculaRoutes } from "./features/curricula/routes.ts";
import { registerPlacesRoutes } from "./features/places/routes.ts";
import { registerStammtischRoutes } from "./features/stammtisch/routes.ts";
import { registerVolunteerRoutes } from "./features/volunteer/routes.ts";
import { registerVolunteersRoutes } from "./features/volunteers/routes.ts";
import { registerSettingsRoutes } from "./features/settings/routes.ts";

/** Every feature of the api; each registers its rows of the table of endpoints. */
export const FEATURES: readonly ((app: FastifyInstance) => void)[] = [
  registerAccessRoutes,
  registerHealthRoutes,
  registerInboxRoutes,
  registerDeskRoutes,
  registerDeskRequestsRoutes,
  registerListsRoutes,
  registerNewcomerRoutes,
  registerProposalsRoutes,
  registerPublicRoutes,
  registerRequestsRoutes,
  registerRoundRoutes,
  registerTandemsRoutes,
  registerCurriculaRoutes,
  registerCoursesRoutes,
  registerCourseRoomRoutes,
  registerPlacesRoutes,
  registerAttendanceRoutes,
  registerCertificatesRoutes,
  registerCalendarRoutes,
  registerStammtischRoutes,
  registerVolunteerRoutes,
  registerVolunteersRoutes,
  registerSettingsRoutes,
  registerProofsRoutes,
  registerFunnelRoutes,
];
