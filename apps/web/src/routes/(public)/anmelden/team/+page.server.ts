import { redirect } from "@sveltejs/kit";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { homeOf, safeReturnTo } from "#lib/server/guard.ts";
import { secondStepPath } from "#lib/server/second-step-path.ts";
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
  signIn: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("signInWithPassword", {
      body: { networkSlug: form.text("networkSlug"), email: form.text("email"), password: form.text("password") },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, secondStepPath(result.data.next, form.text("returnTo")));
  },
};
