import { confirmSecondStep } from "#lib/server/confirm-second-step.ts";
import { keepTyped } from "#lib/server/form.ts";
import { safeReturnTo } from "#lib/server/guard.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ url }) => ({
  pageForm: true,
  returnTo: safeReturnTo(url.searchParams.get("returnTo"), ""),
});

export const actions: Actions = { keepTyped, confirm: confirmSecondStep };
