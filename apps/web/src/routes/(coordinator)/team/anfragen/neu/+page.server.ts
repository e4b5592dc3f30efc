import { m } from "#lib/paraglide/messages.js";
import { isPageLocale, PAGE_LOCALES, selfName } from "#lib/locale.ts";
import { api } from "#lib/server/api.ts";
import { readConsent } from "#lib/server/consent.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { questionChoices } from "#lib/server/request-questions.ts";
import { readDeskAnswers } from "./desk-answers.ts";
import type { Actions, PageServerLoad } from "./$types";

/** How consent is given where somebody else holds the pen. */
const DESK_WAYS = ["in_person", "by_phone", "written"] as const;

export const load: PageServerLoad = async (event) => {
  const network = await readOwnNetwork(event);
  return {
    pageForm: true,
    choices: questionChoices(network, event.locals.locale),
    locales: PAGE_LOCALES.map((locale) => ({ value: locale, label: selfName(locale) })),
    consents: PAGE_LOCALES.map((locale) => ({ ...readConsent(network, locale), selfName: selfName(locale) })),
    consentVersion: network.consent.version,
    lookUrl: `${event.url.origin}/quittung`,
  };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const form = await readForm(event);
    const way = form.choice("consent.way", DESK_WAYS);
    const locale = form.text("consent.locale");
    const missing = {
      ...(way === null ? { "consent.way": m.fields_error_required() } : {}),
      ...(form.flag("agree") ? {} : { agree: m.newcomer_desk_consent_needed() }),
    };
    if (way === null || Object.keys(missing).length > 0) return failAt(form, missing);
    const result = await api(event).call("createRequestOnBehalf", {
      body: {
        answers: readDeskAnswers(form),
        consent: {
          textVersion: Number(form.text("consent.textVersion")),
          locale: isPageLocale(locale) ? locale : "de",
          way,
        },
      },
    });
    if (!result.ok) return failWith(inFieldNames(result), form);
    return { id: result.data.id, receipt: result.data.receipt };
  },
};

/** The fields of this page carry the names of the answers, without the `answers.` before them. */
function inFieldNames<R extends Parameters<typeof failWith>[0]>(result: R): R {
  if (result.error.code !== "invalid_input") return result;
  const issues = result.error.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^answers\./, "") }));
  return { ...result, error: { ...result.error, issues } };
}
