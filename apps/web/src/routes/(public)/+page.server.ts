import { redirect } from "@sveltejs/kit";
import { rememberNetwork } from "#lib/server/network.ts";
import { readFormData } from "#lib/server/read-form-data.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const { networks, current } = await locals.networks();
  return { networks, current };
};

export const actions: Actions = {
  chooseNetwork: async (event) => {
    const form = await readFormData(event.request);
    const { networks } = await event.locals.networks();
    const chosen = networks.find(({ slug }) => slug === form.get("network"));
    if (chosen !== undefined) rememberNetwork(event, chosen.slug);
    redirect(303, "/");
  },
  forgetNetwork: ({ cookies }) => {
    cookies.delete("network", { path: "/" });
    redirect(303, "/");
  },
};
