import { redirect } from "@sveltejs/kit";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { languageChoices } from "#lib/server/language-name.ts";
import { readVolunteerProfile, volunteerProfileLabels } from "#lib/server/volunteer-profile-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { current } = await event.locals.networks();
  if (current === null) redirect(303, "/");
  const network = requireData(event, await api(event).call("readNetwork", { params: { networkSlug: current.slug } }));
  return {
    pageForm: true,
    network,
    languages: languageChoices(event.locals.locale),
    labels: volunteerProfileLabels("profile."),
  };
};

export const actions: Actions = {
  keepTyped,
  signUp: async (event) => {
    const form = await readForm(event);
    const result = await api(event).call("signUpVolunteer", {
      body: {
        networkSlug: form.text("networkSlug"),
        providerId: form.text("providerId"),
        email: form.text("email"),
        profile: readVolunteerProfile(form, event.locals.locale, "profile."),
        privacyRead: form.flag("privacyRead"),
      },
    });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/mitmachen/danke");
  },
};
