import { error, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "#lib/server/api.ts";
import { failWith, keepTyped, readForm } from "#lib/server/form.ts";
import { draftParams, draftPath } from "../../../draft-actions.ts";
import { readSettings, settingsStored } from "../../../settings-form.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  const { id, draftId } = event.params;
  const round = requireData(event, await api(event).call("readRound", { params: { id } }));
  const draft = round.drafts.find((one) => one.id === draftId);
  if (draft === undefined) error(404, m.shell_error_not_found_text());
  return {
    pageForm: true,
    here: `/team/runden/${id}/${draftId}`,
    name: draft.name,
    isClosed: round.closedAt !== null,
    revision: draft.revision,
    settings: settingsStored(draft.settings),
  };
};

export const actions: Actions = {
  keepTyped,
  speichern: async (event) => {
    const form = await readForm(event);
    const body = { revision: form.number("revision") ?? 1, settings: readSettings(form) };
    const result = await api(event).call("changeRoundSettings", { params: draftParams(event), body });
    if (result.ok) redirect(303, draftPath(event));
    const { error: problem } = result;
    const isLate = problem.code === "refused" && problem.refusal === "round_draft_changed";
    if (!isLate) return failWith(result, form);
    // What was chosen stays; sent once more it is a change of the draft as it is now.
    const present = String(problem.facts?.["revision"] ?? body.revision);
    return failWith(result, { ...form, values: { ...form.values, revision: present } });
  },
};
