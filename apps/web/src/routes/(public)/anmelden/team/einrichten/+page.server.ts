import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { confirmSecondStep } from "#lib/server/confirm-second-step.ts";
import { keepTyped } from "#lib/server/form.ts";
import { safeReturnTo } from "#lib/server/guard.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const result = await api(event).call("enrolSecondFactor");
  if (!result.ok && result.error.code !== "internal") redirect(303, "/anmelden/team");
  const { secret, uri } = requireData(event, result);
  return { pageForm: true, secret, uri, returnTo: safeReturnTo(event.url.searchParams.get("returnTo"), "") };
};

export const actions: Actions = { keepTyped, confirm: confirmSecondStep };
