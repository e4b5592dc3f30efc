import { z } from "zod";
import { endpoint } from "./endpoint.ts";

export const healthEndpoints = {
  readHealth: endpoint({
    method: "GET",
    path: "/api/health",
    who: "anyone",
    summary: "Whether the database and the job queue answer; 503 when one does not",
    response: z.strictObject({ status: z.literal("ok"), database: z.literal("ok"), jobs: z.literal("ok") }),
  }),
};
