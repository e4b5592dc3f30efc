import { redirect } from "@sveltejs/kit";
import { isPageLocale, PAGE_LOCALES, selfName } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { languageChoices } from "#lib/server/language-name.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { readVolunteerProfile, volunteerProfileLabels } from "#lib/server/volunteer-profile-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { profile, email } = requireData(event, await api(event).call("readMyHome"));
  return {
    pageForm: true,
    profile,
    email: email && m.volunteer_profile_email_fixed({ email: leftToRight(email) }),
    network: await readOwnNetwork(event),
    languages: languageChoices(event.locals.locale),
    labels: volunteerProfileLabels(),
    locales: PAGE_LOCALES.map((value) => ({ value, label: selfName(value) })),
    saved: event.url.searchParams.has("gespeichert"),
  };
};

/** An address inside a sentence of any direction. */
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const chosen = form.text("locale");
    const locale = isPageLocale(chosen) ? chosen : event.locals.locale;
    const result = await api(event).call("updateMyProfile", { body: readVolunteerProfile(form, locale) });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/mein-ehrenamt/profil?gespeichert=ja");
  },
};
