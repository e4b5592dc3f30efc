import { redirect } from "@sveltejs/kit";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm, type SubmittedForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

const LARGEST_LOGO_BYTES = 1_048_576;

export const load: PageServerLoad = async (event) => {
  const letterhead = requireData(event, await api(event).call("readLetterhead"));
  return {
    pageForm: true,
    ...letterhead,
    lead: m.certificates_letterhead_lead({ issuer: isolated(letterhead.issuer) }),
    saved: event.url.searchParams.has("gespeichert"),
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const file = form.file("logo");
    if (file !== null && file.size > LARGEST_LOGO_BYTES) {
      return failAt(form, { logo: m.certificates_letterhead_logo_too_large() });
    }
    const body = {
      signatoryName: form.text("signatoryName"),
      signatoryRole: form.text("signatoryRole"),
      logo: await logoOf(form, file),
    };
    const result = await api(event).call("updateLetterhead", { body });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/team/einstellungen/briefkopf?gespeichert");
  },
};

async function logoOf(form: SubmittedForm, file: File | null) {
  if (file !== null) return { contentBase64: Buffer.from(await file.arrayBuffer()).toString("base64") };
  return form.flag("withoutLogo") ? ("none" as const) : ("keep" as const);
}
