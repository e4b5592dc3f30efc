import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { languageChoices } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { readVolunteerProfile, volunteerProfileLabels } from "#lib/server/volunteer-profile-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const volunteer = requireData(event, await api(event).call("readVolunteer", { params: { id: event.params.id } }));
  return {
    pageForm: true,
    id: volunteer.id,
    profile: volunteer.profile,
    network: await readOwnNetwork(event),
    languages: languageChoices(event.locals.locale),
    labels: volunteerProfileLabels(""),
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const { id } = event.params;
    const known = requireData(event, await api(event).call("readVolunteer", { params: { id } }));
    const body = readVolunteerProfile(form, known.profile.locale);
    const result = await api(event).call("updateVolunteer", { params: { id }, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/freiwillige/${id}?erledigt=gespeichert`);
  },
};
