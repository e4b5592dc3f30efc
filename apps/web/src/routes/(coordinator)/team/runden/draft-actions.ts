import { error, fail, redirect, type ActionFailure, type RequestEvent } from "@sveltejs/kit";
import { EXCLUSION_CODES } from "@augenhoehe/domain/matching";
import type { FormFailure, TypedValues } from "#lib/forms/kept.ts";
import { excludedCountLabel } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, type ApiRefused } from "#lib/server/api.ts";
import { failWith, readForm, type SubmittedForm } from "#lib/server/form.ts";
import type { Conflict } from "./conflict.ts";
import { EDIT_FIELDS, readEdit } from "./edit-form.ts";

type DraftEvent = RequestEvent<{ id: string; draftId: string }>;

export type DraftFailure = FormFailure & { readonly conflict: Conflict | null };

export const draftPath = ({ params: { id, draftId } }: DraftEvent): string => `/team/runden/${id}/${draftId}`;

/** One decision by hand; the plan's page then says what it did. */
export async function changeDraft(event: DraftEvent) {
  const form = await readForm(event);
  const edit = readEdit(form);
  if (edit === null) error(400, m.shell_error_fault_text());
  const revision = form.number("revision") ?? 1;
  const result = await api(event).call("editRoundDraft", { params: draftParams(event), body: { revision, edit } });
  if (result.ok) redirect(303, draftPath(event));
  return failDraft(result, form);
}

export async function undoStep(event: DraftEvent) {
  const form = await readForm(event);
  const body = { revision: form.number("revision") ?? 1 };
  const result = await api(event).call("undoRoundStep", { params: draftParams(event), body });
  if (result.ok) redirect(303, `${draftPath(event)}?zurueckgenommen`);
  return failDraft(result, form);
}

export const draftParams = ({ params: { id, draftId } }: DraftEvent) => ({ id, draftId });

/** A refusal with its facts in the sentence; a change that came too late keeps its fields. */
export function failDraft(result: ApiRefused, form: SubmittedForm): ActionFailure<DraftFailure> {
  const { error: problem, status } = result;
  const failure = (notice: string, conflict: Conflict | null = null) =>
    fail(status, { values: form.values, errors: {}, notice, conflict });
  if (problem.code === "refused") {
    if (problem.refusal === "round_draft_changed")
      return failure(m.rounds_conflict_title(), { fields: editFields(form.values) });
    const places = Number(problem.facts?.["places"] ?? 0);
    if (problem.refusal === "round_mentor_full" && places > 0) return failure(m.rounds_mentor_full({ count: places }));
    const code = EXCLUSION_CODES.find((known) => known === problem.facts?.["exclusion"]);
    if (code !== undefined) return failure(m.rounds_excluded_plain({ reason: excludedCountLabel(code) }));
  }
  const { data } = failWith(result, form);
  return fail(status, { ...data, conflict: null });
}

const editFields = (values: TypedValues): Record<string, string> =>
  Object.fromEntries(
    EDIT_FIELDS.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
