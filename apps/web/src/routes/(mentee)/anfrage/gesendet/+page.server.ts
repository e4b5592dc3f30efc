import { redirect } from "@sveltejs/kit";
import { parseReceipt } from "@augenhoehe/domain";
import { isPageLocale } from "#lib/locale.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { api } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import type { Actions, PageServerLoad } from "./$types";

/** The number is shown in the answer to "send" and nowhere else: whoever comes here otherwise sees their request. */
export const load: PageServerLoad = ({ request, url }) => {
  if (request.method !== "POST") redirect(303, "/meine-anfrage");
  return { pageForm: true, lookUrl: `${url.origin}/quittung` };
};

export const actions: Actions = {
  /** The language picker brings the number along, so that it is not lost with the page. */
  keepTyped: async (event) => {
    const kept = await keepTyped(event);
    const receipt = typeof kept.values["receipt"] === "string" ? parseReceipt(kept.values["receipt"]) : null;
    if (receipt === null) redirect(303, "/meine-anfrage");
    return { receipt };
  },
  send: async (event) => {
    const form = await readForm(event);
    if (!form.flag("agree")) return failAt(form, { agree: refusalMessage("consent_missing") });
    const textLocale = form.text("textLocale");
    const result = await api(event).call("submitDraft", {
      body: {
        consent: {
          textVersion: Number(form.text("textVersion")),
          locale: isPageLocale(textLocale) ? textLocale : "de",
          way: "online",
        },
      },
    });
    if (!result.ok) return failWith(result, form);
    return { receipt: result.data.receipt };
  },
};
