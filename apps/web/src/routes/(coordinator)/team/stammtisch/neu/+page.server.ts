import { redirect } from "@sveltejs/kit";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { readStammtisch, stammtischLabels } from "../stammtisch-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = () => ({ pageForm: true, labels: stammtischLabels() });

export const actions: Actions = {
  keepTyped,
  create: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("createStammtisch", { body: readStammtisch(form) });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/stammtisch?neu=angelegt");
  },
};
