import type { ActionFailure } from "@sveltejs/kit";
import type { CourseInput, ModuleSummary, SessionSummary } from "@augenhoehe/contract";
import type { z } from "zod";
import { SESSION_ROWS_MAX, type SessionRow } from "#lib/forms/session-row.ts";
import type { FormFailure } from "#lib/forms/kept.ts";
import { fieldMessage } from "#lib/messages/field-message.ts";
import type { ApiRefused } from "./api.ts";
import { failAt, failWith, type SubmittedForm } from "./form.ts";

export interface CourseForm {
  readonly body: z.input<typeof CourseInput>;
  /** The row of the form that each session of the body was read from: empty and struck out rows are left out. */
  readonly rows: readonly number[];
}

export function readCourseForm(form: SubmittedForm): CourseForm {
  const filled = Array.from({ length: SESSION_ROWS_MAX }, (_, row) => row).filter(
    (row) => !form.flag(`sessions.${row}.remove`) && form.text(`sessions.${row}.moduleKey`) !== "",
  );
  return {
    rows: filled,
    body: {
      title: form.text("title"),
      places: form.number("places") ?? Number.NaN,
      trainerAccountIds: form.list("trainerAccountIds"),
      sessions: filled.map((row) => ({
        id: form.optional(`sessions.${row}.id`),
        moduleKey: form.text(`sessions.${row}.moduleKey`),
        startsAt: form.text(`sessions.${row}.startsAt`),
        minutes: form.number(`sessions.${row}.minutes`) ?? Number.NaN,
        place: form.text(`sessions.${row}.place`),
      })),
    },
  };
}

/** The api counts the sessions it was sent; people count the rows they see. */
export function failCourse(
  result: ApiRefused,
  form: SubmittedForm,
  rows: readonly number[],
): ActionFailure<FormFailure> {
  if (result.error.code !== "invalid_input") return failWith(result, form);
  const issues = result.error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^sessions\.(\d+)/, (_, index: string) => `sessions.${rows[Number(index)] ?? index}`),
  }));
  return failWith({ ...result, error: { ...result.error, issues } }, form);
}

/** "Four Tuesdays": one session a week for each module, typed into the rows; nothing is saved yet. */
export function fillSeries(form: SubmittedForm, modules: readonly Pick<z.infer<typeof ModuleSummary>, "key">[]) {
  const first = form.text("series.first");
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(first)) {
    return failAt(form, { "series.first": fieldMessage(first === "" ? "required" : "invalid_date") });
  }
  const rows = modules.map(({ key }, week) => ({
    moduleKey: key,
    startsAt: weeksLater(first, week),
    minutes: form.text("series.minutes"),
    place: form.text("series.place"),
  }));
  const typed = rows.flatMap((row, index) =>
    Object.entries(row).map(([name, value]) => [`sessions.${index}.${name}`, value] as const),
  );
  const values = { ...form.values, ...Object.fromEntries(typed), sessionRows: String(rows.length) };
  return { values, errors: {}, notice: null } satisfies FormFailure;
}

/** The same clock time so many weeks later, whatever the clocks do in between. */
function weeksLater(local: string, weeks: number): string {
  const day = new Date(`${local.slice(0, 10)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + weeks * 7);
  return day.toISOString().slice(0, 10) + local.slice(10, 16);
}

/** Sessions that still stand, as the form shows them: wall-clock time where the network is. */
export function sessionRows(sessions: readonly z.infer<typeof SessionSummary>[], timeZone: string): SessionRow[] {
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return sessions
    .filter(({ cancelled }) => !cancelled)
    .map(({ id, moduleKey, startsAt, endsAt, place }) => ({
      id,
      moduleKey,
      startsAt: local.format(new Date(startsAt)).replace(" ", "T"),
      minutes: (new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000,
      place,
    }));
}

/** The same form with everything typed and one more empty row. */
export function addRow(form: SubmittedForm): FormFailure {
  const rows = Math.min(SESSION_ROWS_MAX, (form.number("sessionRows") ?? 0) + 1);
  return { values: { ...form.values, sessionRows: String(rows) }, errors: {}, notice: null };
}
