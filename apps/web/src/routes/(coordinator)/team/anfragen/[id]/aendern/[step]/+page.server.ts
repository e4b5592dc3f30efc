import { error, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { stepKey } from "#lib/request-form/step-keys.ts";
import { api, requireData } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { readOwnNetwork } from "#lib/server/own-network.ts";
import { questionChoices, readQuestion } from "#lib/server/request-questions.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

function requireStep({ params }: RequestEvent) {
  return stepKey(params.step) ?? error(404, m.shell_error_not_found_text());
}

const readAnswers = async (event: RequestEvent) =>
  requireData(event, await api(event).call("readRequest", { params: { id: event.params.id } })).answers;

export const load: PageServerLoad = async (event) => {
  const step = requireStep(event);
  const answers = await readAnswers(event);
  const network = await readOwnNetwork(event);
  return { pageForm: true, id: event.params.id, step, answers, choices: questionChoices(network, event.locals.locale) };
};

export const actions: Actions = {
  keepTyped,
  speichern: async (event) => {
    const step = requireStep(event);
    const form = await readForm(event);
    const read = readQuestion(step, form, await readOwnNetwork(event));
    if ("errors" in read) return failAt(form, read.errors);
    const body = Object.assign(await readAnswers(event), read.answers);
    const result = await api(event).call("updateRequest", { params: { id: event.params.id }, body });
    if (!result.ok) return failWith(result, form);
    redirect(303, `/team/anfragen/${event.params.id}?erledigt=gespeichert`);
  },
};
