import { api } from "#lib/server/api.ts";
import type { RequestHandler } from "./$types";
import { proofFilter } from "../../proof-filter.ts";

export const GET: RequestHandler = (event) => {
  const format = event.url.searchParams.get("format") === "xlsx" ? ("xlsx" as const) : ("csv" as const);
  return api(event).file("exportFunderProof", { query: { ...proofFilter(event.url), format } });
};
