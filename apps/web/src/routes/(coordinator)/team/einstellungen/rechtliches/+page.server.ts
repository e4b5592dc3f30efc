import { redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { legal } = requireData(event, await api(event).call("readSettings"));
  return {
    pageForm: true,
    legal,
    saved: event.url.searchParams.has("gespeichert"),
    labels: {
      "imprint.responsible": m.settings_legal_responsible(),
      "imprint.address": m.settings_legal_address(),
      "imprint.email": m.settings_legal_email(),
      "imprint.phone": m.settings_legal_phone(),
      "imprint.representedBy": m.settings_legal_represented(),
      "privacy.officer": m.settings_legal_officer(),
      "privacy.officerEmail": m.settings_legal_officer_email(),
      "privacy.authority": m.settings_legal_authority(),
      "privacy.retentionMonths": m.settings_legal_retention(),
    },
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const body = {
      imprint: {
        responsible: form.text("imprint.responsible"),
        address: form.text("imprint.address").replaceAll("\r\n", "\n"),
        email: form.text("imprint.email"),
        phone: form.text("imprint.phone"),
        representedBy: form.text("imprint.representedBy"),
      },
      privacy: {
        officer: form.text("privacy.officer"),
        officerEmail: form.text("privacy.officerEmail"),
        authority: form.text("privacy.authority"),
        retentionMonths: form.number("privacy.retentionMonths") ?? Number.NaN,
      },
    };
    const result = await api(event).call("updateLegal", { body });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/einstellungen/rechtliches?gespeichert");
  },
};
