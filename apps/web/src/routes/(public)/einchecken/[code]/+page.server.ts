import { redirect } from "@sveltejs/kit";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { api, requireData } from "#lib/server/api.ts";
import type { PageServerLoad } from "./$types";

/** Opening the scanned address checks nobody in: it is remembered in this browser, and the code leaves the address bar. */
export const load: PageServerLoad = async (event) => {
  const result = await api(event).call("scanCheckInCode", { params: { code: event.params.code } });
  if (result.ok) redirect(303, "/einchecken");
  if (result.error.code !== "refused") requireData(event, result);
  return { sentence: result.error.code === "refused" ? refusalMessage(result.error.refusal) : "" };
};
