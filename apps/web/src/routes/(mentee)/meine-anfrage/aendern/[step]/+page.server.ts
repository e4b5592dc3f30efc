import { error, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { stepKey } from "#lib/request-form/step-keys.ts";
import { api } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { requireMyRequest, requireNetwork } from "#lib/server/my-request.ts";
import { questionChoices, readQuestion } from "#lib/server/request-questions.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const step = stepKey(event.params.step);
  if (step === undefined) error(404, m.shell_error_not_found_text());
  const { answers } = await requireMyRequest(event);
  const network = await requireNetwork(event);
  return { pageForm: true, step, answers, choices: questionChoices(network, event.locals.locale) };
};

export const actions: Actions = {
  keepTyped,
  save: async (event) => {
    const step = stepKey(event.params.step);
    if (step === undefined) error(404, m.shell_error_not_found_text());
    const form = await readForm(event);
    const read = readQuestion(step, form, await requireNetwork(event));
    if ("errors" in read) return failAt(form, read.errors);
    const result = await api(event).call("changeMyRequest", { body: read.answers });
    if (!result.ok) return failWith(result, form);
    redirect(303, "/meine-anfrage?gespeichert=ja");
  },
};
