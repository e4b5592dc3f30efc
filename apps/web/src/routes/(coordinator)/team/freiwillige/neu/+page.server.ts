import { redirect } from "@sveltejs/kit";
import { api } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { languageChoices } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { readVolunteerProfile, volunteerProfileLabels } from "#lib/server/volunteer-profile-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => ({
  pageForm: true,
  network: await readOwnNetwork(event),
  languages: languageChoices(event.locals.locale),
  labels: volunteerProfileLabels("profile."),
});

export const actions: Actions = {
  keepTyped,
  create: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("createVolunteer", {
      body: { email: form.optional("email"), profile: readVolunteerProfile(form, "de", "profile.") },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/freiwillige/${result.data.id}?erledigt=gespeichert`);
  },
};
