import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) =>
  api(event).file("downloadImportTemplate", {
    query: { kind: event.url.searchParams.get("art") === "requests" ? "requests" : "volunteers" },
  });
