import { api, requireData } from "#lib/server/api.ts";
import type { PageServerLoad } from "./$types";

const LONGEST_CODE = 80;

/** The same answer in the same shape for every code: nothing here can be told apart but the one word. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ "x-robots-tag": "noindex" });
  const params = { code: event.params.code.slice(0, LONGEST_CODE) };
  return { status: requireData(event, await api(event).call("checkCertificate", { params })).status };
};
