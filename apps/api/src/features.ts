import type { FastifyInstance } from "fastify";
import { registerHealthRoutes } from "./features/health/routes.ts";

/** Every feature of the api; each registers its rows of the table of endpoints. */
export const FEATURES: readonly ((app: FastifyInstance) => void)[] = [registerHealthRoutes];
