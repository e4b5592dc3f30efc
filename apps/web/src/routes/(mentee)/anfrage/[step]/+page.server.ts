import { error, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { REQUEST_STEP_KEYS, stepKey } from "#lib/request-form/step-keys.ts";
import { api } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { requireDraft } from "#lib/server/newcomer-draft.ts";
import { questionChoices, readQuestion } from "#lib/server/request-questions.ts";
import type { Actions, PageServerLoad } from "./$types";

const OVERVIEW = "/anfrage/pruefen";
/** Set where somebody comes from the overview to change one answer. */
const fromOverview = (url: URL) => url.searchParams.has("zurueck");

export const load: PageServerLoad = async (event) => {
  const step = stepKey(event.params.step);
  if (step === undefined) error(404, m.shell_error_not_found_text());
  const { answers, network } = await requireDraft(event);
  const position = REQUEST_STEP_KEYS.indexOf(step);
  const before = REQUEST_STEP_KEYS[position - 1];
  return {
    pageForm: true,
    step,
    position: position + 1,
    answers,
    choices: questionChoices(network, event.locals.locale),
    back: fromOverview(event.url) ? OVERVIEW : before === undefined ? "/anfrage/start" : `/anfrage/${before}`,
    action: fromOverview(event.url) ? "?/next&zurueck=pruefen" : "?/next",
  };
};

export const actions: Actions = {
  keepTyped,
  next: async (event) => {
    const step = stepKey(event.params.step);
    if (step === undefined) error(404, m.shell_error_not_found_text());
    const form = await readForm(event);
    const { network } = await requireDraft(event);
    const read = readQuestion(step, form, network);
    if ("errors" in read) return failAt(form, read.errors);
    const saved = await api(event).call("saveDraft", { body: { ...read.answers, locale: event.locals.locale } });
    if (!saved.ok) return failWith(saved, form);
    const next = REQUEST_STEP_KEYS[REQUEST_STEP_KEYS.indexOf(step) + 1];
    redirect(303, fromOverview(event.url) || next === undefined ? OVERVIEW : `/anfrage/${next}`);
  },
};
