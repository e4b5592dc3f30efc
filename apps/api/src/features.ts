import type { FastifyInstance } from "fastify";
import { registerHealthRoutes } from "./features/health/routes.ts";
import { registerDeskRequestsRoutes } from "./features/desk-requests/routes.ts";
import { registerNewcomerRoutes } from "./features/newcomer/routes.ts";
import { registerPublicRoutes } from "./features/public/routes.ts";
import { registerTrainingRoutes } from "./features/training/routes.ts";

/** Every feature of the api; each registers its rows of the table of endpoints. */
export const FEATURES: readonly ((app: FastifyInstance) => void)[] = [
  registerHealthRoutes,
  registerDeskRequestsRoutes,
  registerNewcomerRoutes,
  registerPublicRoutes,
  registerTrainingRoutes,
];
