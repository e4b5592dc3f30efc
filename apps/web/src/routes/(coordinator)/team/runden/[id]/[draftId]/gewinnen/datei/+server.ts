import { api } from "#lib/server/api.ts";
import { draftParams } from "../../../../draft-actions.ts";
import type { RequestHandler } from "./$types";

export const GET: RequestHandler = (event) => {
  const format = event.url.searchParams.get("format") === "csv" ? "csv" : "xlsx";
  return api(event).file("downloadRoundRecruitment", { params: draftParams(event), query: { format } });
};
