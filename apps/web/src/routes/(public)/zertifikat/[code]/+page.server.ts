import { api, requireData } from "#lib/server/api.ts";
import type { PageServerLoad } from "./$types";

/** The same answer in the same shape for every code: nothing here can be told apart but the three words. */
export const load: PageServerLoad = async (event) => {
  const params = { code: event.params.code };
  return { status: requireData(event, await api(event).call("checkCertificate", { params })).status };
};
