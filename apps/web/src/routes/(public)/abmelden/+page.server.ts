import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import type { Actions } from "./$types";

export const actions: Actions = {
  default: async (event) => {
    requireData(event, await api(event).call("signOut"));
    redirect(303, "/");
  },
};
