import { api } from "#lib/server/api.ts";
import { requestFilter, volunteerFilter } from "#lib/server/list-filter.ts";
import type { RequestHandler } from "./$types";

/** Under the same filters as the list of the same kind, as its address holds them. */
export const GET: RequestHandler = (event) => {
  const format = event.url.searchParams.get("format") === "xlsx" ? ("xlsx" as const) : ("csv" as const);
  if (event.url.searchParams.get("art") === "requests") {
    const { status, language, district, search } = requestFilter(event.url);
    return api(event).file("exportRequests", { query: { status, language, district, search, format } });
  }
  const { status, language, district, search } = volunteerFilter(event.url);
  return api(event).file("exportVolunteers", { query: { status, language, district, search, format } });
};
