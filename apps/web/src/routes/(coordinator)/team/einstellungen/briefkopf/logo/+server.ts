import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => api(event).file("downloadLogo");
