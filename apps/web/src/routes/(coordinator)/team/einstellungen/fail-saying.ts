import { fail, type ActionFailure } from "@sveltejs/kit";
import type { FormFailure } from "#lib/forms/kept.ts";
import { fieldMessage } from "#lib/messages/field-message.ts";
import type { ApiRefused } from "#lib/server/api.ts";
import type { SubmittedForm } from "#lib/server/form.ts";

/** A refusal whose facts belong into its sentence. */
export const failSaying = ({ status }: ApiRefused, form: SubmittedForm, notice: string): ActionFailure<FormFailure> =>
  fail(status, { values: form.values, errors: {}, notice });

/** Errors of one entry of a longer list, at the form's own fields: `districts.7.name` at `name`. */
export function failBelow(
  { status, error }: ApiRefused,
  form: SubmittedForm,
  path: string,
): ActionFailure<FormFailure> | null {
  if (error.code !== "invalid_input" || !error.issues.every((issue) => issue.path.startsWith(path))) return null;
  const errors = Object.fromEntries(
    error.issues
      .toReversed()
      .map((issue) => [issue.path.slice(path.length).split(".")[0] ?? "", fieldMessage(issue.code, issue.facts)]),
  );
  return fail(status, { values: form.values, errors, notice: null });
}
