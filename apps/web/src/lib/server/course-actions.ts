import { fail, type RequestEvent } from "@sveltejs/kit";
import type { CourseForStaff } from "@augenhoehe/contract";
import { EMPTY_SESSION_ROW, type SessionRow } from "#lib/forms/session-row.ts";
import { m } from "#lib/paraglide/messages.js";
import { findWarnings, readCourseForm, type CourseFormAnswer } from "./course-form.ts";
import { swapModules, typedRows, withoutRow, withRows } from "./course-rows.ts";
import { keepTyped, readForm, type SubmittedForm } from "./form.ts";

type ChangeRows = (rows: readonly SessionRow[], row: number) => readonly SessionRow[];

/** Buttons of the form that change its rows and save nothing. */
const rewriteRows = (change: ChangeRows, focus: (row: number, rows: readonly SessionRow[]) => number) => {
  return async (event: RequestEvent): Promise<CourseFormAnswer> => {
    const form = await readForm(event);
    const row = form.number("row") ?? 0;
    const rows = change(typedRows(form), row);
    return { ...withRows(form, rows), written: crypto.randomUUID(), focusRow: focus(row, rows) };
  };
};

export const ROW_ACTIONS = {
  keepTyped,
  moreRows: rewriteRows(
    (rows) => [...rows, { ...EMPTY_SESSION_ROW, place: rows.at(-1)?.place ?? "" }],
    (_, rows) => rows.length - 1,
  ),
  removeRow: rewriteRows(withoutRow, (row, rows) => Math.min(row, rows.length - 1)),
  swapUp: rewriteRows(swapModules, (row) => row - 1),
};

interface SavedCourse {
  readonly id: string;
  readonly warnings: CourseForStaff["warnings"];
}

/** Shows what there is to look at again, without saving. */
export async function checkDates(event: RequestEvent, form: SubmittedForm, saved: SavedCourse | null) {
  const warnings = await findWarnings(event, readCourseForm(form), saved);
  const answer = { values: form.values, errors: {} };
  if (warnings === null) return fail(400, { ...answer, notice: m.training_check_incomplete() });
  const isFine = warnings.course.length === 0 && Object.values(warnings.rows).every((list) => list.length === 0);
  return {
    ...answer,
    notice: null,
    warnings: { ...warnings, token: null },
    told: isFine ? m.training_check_fine() : m.training_check_found(),
  };
}
