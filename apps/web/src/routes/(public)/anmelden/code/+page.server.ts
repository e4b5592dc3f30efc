import { redirect } from "@sveltejs/kit";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { safeReturnTo } from "#lib/server/guard.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ url }) => ({
  pageForm: true,
  networkSlug: url.searchParams.get("network") ?? "",
  returnTo: safeReturnTo(url.searchParams.get("returnTo"), ""),
});

export const actions: Actions = {
  keepTyped,
  signIn: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("confirmEmailCode", {
      body: { networkSlug: form.text("networkSlug"), code: form.text("code") },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, safeReturnTo(form.text("returnTo"), "/anmelden"));
  },
};
