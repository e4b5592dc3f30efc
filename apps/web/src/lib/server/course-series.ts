import { DAYS } from "@augenhoehe/domain";
import type { ActionFailure, RequestEvent } from "@sveltejs/kit";
import { EMPTY_SESSION_ROW } from "#lib/forms/session-row.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, requireData } from "./api.ts";
import type { CourseFormAnswer } from "./course-form.ts";
import { typedRows, withRows } from "./course-rows.ts";
import { failWith, type SubmittedForm } from "./form.ts";
import { formats, type Formats } from "./format.ts";

/** "Four Tuesdays": typed into the rows, where each date can still be changed; nothing is saved yet. */
export async function fillSeries(
  event: RequestEvent,
  form: SubmittedForm,
): Promise<CourseFormAnswer | ActionFailure<CourseFormAnswer>> {
  const result = await api(event).call("planCourseSeries", {
    body: {
      curriculumId: form.optional("curriculumId"),
      weekdays: form.choices("series.weekdays", DAYS),
      firstDay: form.optional("series.firstDay"),
      everyWeeks: form.number("series.everyWeeks") ?? 1,
      from: form.text("series.from"),
      to: form.optional("series.to"),
      count: form.number("series.count"),
      leaveOutHolidays: form.flag("series.leaveOutHolidays"),
    },
  });
  if (!result.ok) {
    if (result.error.code !== "invalid_input") return failWith(result, form);
    const issues = result.error.issues.map((issue) => ({ ...issue, path: `series.${issue.path}` }));
    return failWith({ ...result, error: { ...result.error, issues } }, form);
  }
  const { sessions, leftOut } = result.data;
  const place = form.text("series.place");
  const before = typedRows(form);
  const rows = sessions.map(({ moduleKey, startsAt, minutes }, row) => ({
    ...EMPTY_SESSION_ROW,
    moduleKey,
    startsAt,
    minutes: String(minutes),
    place: place === "" ? (before[row]?.place ?? "") : place,
  }));
  const filled = withRows(form, rows);
  const when = formats(event.locals.locale);
  return {
    ...filled,
    told: [m.training_series_filled({ count: rows.length }), ...leftOutWords(leftOut, when)].join(" "),
    written: crypto.randomUUID(),
  };
}

/** One date for each module of the curriculum that was chosen; days and places that were typed stay. */
export async function showModules(event: RequestEvent, form: SubmittedForm): Promise<CourseFormAnswer> {
  const { items } = requireData(event, await api(event).call("listCurricula"));
  const chosen = items.find(({ id }) => id === form.text("curriculumId"));
  const before = typedRows(form);
  const rows = (chosen?.modules ?? []).map(({ key, hours }, row) => ({
    ...(before[row] ?? EMPTY_SESSION_ROW),
    moduleKey: key,
    minutes: String(Math.round(hours * 60)),
  }));
  return { ...withRows(form, rows.length === 0 ? before : rows), written: crypto.randomUUID() };
}

function leftOutWords(leftOut: readonly { day: string; name: string }[], when: Formats): string[] {
  if (leftOut.length === 0) return [];
  const days = leftOut.map(({ day, name }) => m.training_series_left_out_day({ day: when.date(day), name }));
  return [m.training_series_left_out({ days: when.list(days) })];
}
