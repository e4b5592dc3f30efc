import { fail, isHttpError, type ActionFailure } from "@sveltejs/kit";
import { LANGUAGE_CODES, LANGUAGE_LEVELS, SLOTS, type Slot, type SpokenLanguage } from "@augenhoehe/domain";
import type { FieldIssue } from "@augenhoehe/contract";
import type { RequestEvent } from "@sveltejs/kit";
import type { FormFailure, TypedValues } from "#lib/forms/kept.ts";
import { fieldMessage } from "#lib/messages/field-message.ts";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import type { ApiRefused } from "./api.ts";
import { readFormData, TOO_LARGE } from "./read-form-data.ts";

/** Never sent back into a page. */
const SECRET_FIELDS = new Set(["password", "passwordAgain", "coordinator.password", "code", "secret"]);

/** A submitted form, read field by field into plain values; everything typed is kept for the case that it fails. */
export interface SubmittedForm {
  readonly values: TypedValues;
  text(name: string): string;
  /** `null` when left empty. */
  optional(name: string): string | null;
  /** `null` when left empty; `NaN` when it is no number, which the api answers with `not_a_number`. */
  number(name: string): number | null;
  flag(name: string): boolean;
  list(name: string): string[];
  /** One of `choices`, or `null`: an unknown choice counts as none. */
  choice<const T extends string>(name: string, choices: readonly T[]): T | null;
  choices<const T extends string>(name: string, choices: readonly T[]): T[];
  /** Rows of `LanguageLevels`, without the empty ones. */
  languages(name: string): SpokenLanguage[];
  /** Ticks of `WeekGrid`; `null` when none, which means "not told". */
  slots(name: string): Slot[] | null;
  file(name: string): File | null;
}

export async function readForm(event: RequestEvent): Promise<SubmittedForm> {
  const data = await readFormData(event.request);
  const values = typedValues(data);
  const list = (name: string) => data.getAll(name).filter((value) => typeof value === "string");
  const text = (name: string) => list(name)[0]?.trim() ?? "";
  const optional = (name: string) => (text(name) === "" ? null : text(name));
  const choice = <const T extends string>(name: string, choices: readonly T[]) =>
    choices.find((allowed) => allowed === text(name)) ?? null;
  return {
    values,
    text,
    optional,
    list,
    choice,
    number: (name) => (text(name) === "" ? null : Number(text(name).replace(",", "."))),
    flag: (name) => data.has(name),
    choices: (name, choices) => choices.filter((allowed) => list(name).includes(allowed)),
    languages: (name) =>
      Array.from({ length: languageRows(values, name) }, (_, row) => ({
        code: choice(`${name}.${row}.code`, LANGUAGE_CODES),
        level: choice(`${name}.${row}.level`, LANGUAGE_LEVELS) ?? "conversational",
      })).flatMap(({ code, level }) => (code === null ? [] : [{ code, level }])),
    slots: (name) => {
      const ticked = SLOTS.filter((slot) => list(name).includes(slot));
      return ticked.length === 0 ? null : ticked;
    },
    file: (name) => {
      const file = data.get(name);
      return file instanceof File && file.size > 0 ? file : null;
    },
  };
}

/** A form with a file in it; null when more was sent than any page takes, and nothing of it could be read. */
export async function readUpload(event: RequestEvent): Promise<SubmittedForm | null> {
  try {
    return await readForm(event);
  } catch (mistake) {
    if (isHttpError(mistake, TOO_LARGE)) return null;
    throw mistake;
  }
}

function typedValues(data: FormData): TypedValues {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    if (SECRET_FIELDS.has(name)) continue;
    const typed = data.getAll(name).filter((value) => typeof value === "string");
    if (typed.length > 0) values[name] = typed.length === 1 ? (typed[0] ?? "") : typed;
  }
  return values;
}

function languageRows(values: TypedValues, name: string): number {
  const rows = Object.keys(values).map((key) => (key.startsWith(`${name}.`) ? Number(key.split(".").at(-2)) : -1));
  return Math.max(-1, ...rows.filter(Number.isInteger)) + 1;
}

/** The api's answer as SvelteKit's `fail`: sentences in the person's language at each field, everything typed kept. */
export function failWith(result: ApiRefused, form: SubmittedForm): ActionFailure<FormFailure> {
  const { error } = result;
  const failure = (errors: Record<string, string>, notice: string | null) =>
    fail(result.status, { values: form.values, errors, notice });
  switch (error.code) {
    case "invalid_input":
      return failure(firstPerField(error.issues), null);
    case "refused":
      return failure({}, refusalMessage(error.refusal));
    case "too_many_requests":
      return failure({}, m.shell_error_too_many());
    case "body_too_large":
      return failure({}, m.shell_error_too_large());
    case "sign_in_required":
      return failure({}, m.shell_error_signed_out());
    case "unavailable":
      return failure({}, m.shell_error_unavailable());
    case "internal":
      return failure({}, m.shell_error_fault_with_id({ requestId: error.requestId }));
  }
}

function firstPerField(issues: readonly FieldIssue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, code, facts } of issues) errors[path] ??= fieldMessage(code, facts);
  return errors;
}

/** For rules that only the form knows (two passwords alike); the api checks everything else. */
export const failAt = (
  form: Pick<SubmittedForm, "values"> | null,
  errors: Record<string, string>,
): ActionFailure<FormFailure> => fail(400, { values: form?.values ?? {}, errors, notice: null });

/**
 * The action `keepTyped` of every page with a `page-form`: shows the same page with what was typed, in the language
 * of `?lang=` or with one more row. Nothing is checked, nothing is saved.
 */
export async function keepTyped(event: RequestEvent): Promise<FormFailure> {
  const form = await readForm(event);
  return { values: form.values, errors: {}, notice: null };
}
