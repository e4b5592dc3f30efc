import { redirect } from "@sveltejs/kit";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { homeOf, safeReturnTo } from "#lib/server/guard.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const returnTo = safeReturnTo(url.searchParams.get("returnTo"), "");
  const me = await locals.me();
  if (me !== null) redirect(303, returnTo || homeOf(me.roles));
  const { networks, current } = await locals.networks();
  return { pageForm: true, networks, networkSlug: current?.slug ?? "", returnTo };
};

export const actions: Actions = {
  keepTyped,
  sendCode: async (event) => {
    const form = await readForm(event);
    const networkSlug = form.text("networkSlug");
    const result = await api(event).call("requestEmailCode", {
      body: { networkSlug, email: form.text("email"), locale: event.locals.locale },
    });
    if (!result.ok) return failWith(result, form);
    const query = new URLSearchParams({ network: networkSlug });
    const returnTo = safeReturnTo(form.text("returnTo"), "");
    if (returnTo !== "") query.set("returnTo", returnTo);
    redirect(303, `/anmelden/code?${query.toString()}`);
  },
};
