import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { failSaying } from "../fail-saying.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { weights } = requireData(event, await api(event).call("readSettings"));
  return { pageForm: true, weights, saved: event.url.searchParams.has("gespeichert") };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const number = (name: string) => form.number(name) ?? Number.NaN;
    const body = {
      language: number("language"),
      district: number("district"),
      availability: number("availability"),
      interests: number("interests"),
    };
    const result = await api(event).call("updateWeights", { body });
    if (result.ok) redirect(303, "/team/einstellungen/gewichte?gespeichert");
    const { error } = result;
    if (error.code !== "refused" || error.refusal !== "weights_not_100") return failWith(result, form);
    return failSaying(result, form, m.settings_weights_not_100({ sum: Number(error.facts?.["sum"]) }));
  },
};
