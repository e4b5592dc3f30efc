import { createHash } from "node:crypto";
import { fail, type ActionFailure, type RequestEvent } from "@sveltejs/kit";
import type { CourseForStaff, CourseInput, CourseWarning, SessionWarning } from "@augenhoehe/contract";
import type { z } from "zod";
import type { FormFailure } from "#lib/forms/kept.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, type ApiRefused, type ApiResult } from "./api.ts";
import { typedRows } from "./course-rows.ts";
import { failWith, type SubmittedForm } from "./form.ts";
import { formats, type Formats } from "./format.ts";
import { readOwnNetwork } from "./own-network.ts";
import { courseWarningMessage, sessionWarningMessage } from "./plan-warning-words.ts";

/** What there is to look at again, in words. */
export interface ShownWarnings {
  readonly rows: Readonly<Record<number, readonly string[]>>;
  readonly course: readonly string[];
  /** Stands for exactly these: a tick counts for what was seen. Null when nothing has to be confirmed. */
  readonly token: string | null;
}

export interface CourseFormAnswer extends FormFailure {
  readonly warnings?: ShownWarnings;
  /** What was done, when rows were filled or looked at. */
  readonly told?: string;
  /** New whenever the rows were written by the server: what the browser shows gives way to it. */
  readonly written?: string;
  /** The row to go on with. */
  readonly focusRow?: number;
}

export interface CourseForm {
  readonly body: z.input<typeof CourseInput>;
  readonly curriculumId: string | null;
  /** The row of the form that each session of the body was read from: empty and struck out rows are left out. */
  readonly rows: readonly number[];
}

export function readCourseForm(form: SubmittedForm): CourseForm {
  const dates = typedRows(form).map((date, row) => ({ ...date, row }));
  const filled = dates.filter(
    ({ id, moduleKey, startsAt, remove }) => !remove && `${id}${moduleKey}${startsAt}` !== "",
  );
  return {
    curriculumId: form.optional("curriculumId"),
    rows: filled.map(({ row }) => row),
    body: {
      title: form.text("title"),
      places: form.number("places") ?? Number.NaN,
      registrationOpensAt: form.optional("registrationOpensAt"),
      registrationClosesAt: form.optional("registrationClosesAt"),
      offerHours: form.number("offerHours") ?? Number.NaN,
      trainerAccountIds: form.list("trainerAccountIds"),
      sessions: filled.map(({ id, moduleKey, startsAt, minutes, place }) => ({
        id: id === "" ? null : id,
        moduleKey,
        startsAt,
        minutes: minutes === "" ? Number.NaN : Number(minutes.replace(",", ".")),
        place,
      })),
    },
  };
}

/** The api counts the sessions it was sent; people count the rows they see. */
function failCourse(result: ApiRefused, form: SubmittedForm, rows: readonly number[]): ActionFailure<CourseFormAnswer> {
  if (result.error.code !== "invalid_input") return failWith(result, form);
  const issues = result.error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^sessions\.(\d+)/, (_, index: string) => `sessions.${rows[Number(index)] ?? index}`),
  }));
  return failWith({ ...result, error: { ...result.error, issues } }, form);
}

const NOTHING_STANDS: CourseForStaff["warnings"] = { sessions: [], course: [] };

interface SavedCourse {
  readonly id: string;
  readonly warnings: CourseForStaff["warnings"];
}

/**
 * Saves the course, or shows it again: with what is wrong, or with what to look at again until that is ticked. What
 * already stood in the calendar like this is not asked for a second time.
 */
export async function saveCourseForm<T>(
  event: RequestEvent,
  form: SubmittedForm,
  saved: SavedCourse | null,
  save: (course: CourseForm) => Promise<ApiResult<T>>,
): Promise<{ readonly saved: T } | { readonly answer: ActionFailure<CourseFormAnswer> }> {
  const course = readCourseForm(form);
  const warnings = await findWarnings(event, course, saved);
  const mustBeTicked = warnings !== null && warnings.token !== null && form.text("acknowledged") !== warnings.token;
  if (mustBeTicked) return { answer: fail(400, lookAgain(form, warnings)) };
  const result = await save(course);
  if (!result.ok) return { answer: failCourse(result, form, course.rows) };
  return { saved: result.data };
}

const lookAgain = (form: SubmittedForm, warnings: ShownWarnings): CourseFormAnswer => ({
  values: form.values,
  errors: { acknowledged: m.training_acknowledge_needed() },
  notice: m.training_look_again(),
  warnings,
});

/** Null where the dates cannot be looked at yet, because something about them is missing or wrong. */
export async function findWarnings(
  event: RequestEvent,
  { body, curriculumId, rows }: CourseForm,
  saved: SavedCourse | null,
): Promise<ShownWarnings | null> {
  const { trainerAccountIds, sessions } = body;
  const plan = { courseId: saved?.id ?? null, curriculumId, trainerAccountIds, sessions };
  const found = await api(event).call("checkCoursePlan", { body: plan });
  if (!found.ok) return null;
  const when = formats(event.locals.locale, (await readOwnNetwork(event)).timeZone);
  const standing = saved?.warnings ?? NOTHING_STANDS;
  const fresh = [
    ...found.data.sessions.flatMap((list, index) => {
      const known = standing.sessions.find(({ sessionId }) => sessionId === sessions[index]?.id)?.warnings ?? [];
      return list.filter((warning) => !isAmong(warning, known)).map((warning) => [sessions[index], warning]);
    }),
    ...found.data.course.filter((warning) => !isAmong(warning, standing.course)),
  ];
  return {
    rows: Object.fromEntries(found.data.sessions.map((list, index) => [rows[index] ?? index, inWords(list, when)])),
    course: found.data.course.map(courseWarningMessage),
    token: fresh.length === 0 ? null : createHash("sha256").update(JSON.stringify(fresh)).digest("hex").slice(0, 16),
  };
}

const inWords = (warnings: readonly SessionWarning[], when: Formats): string[] =>
  warnings.map((warning) => sessionWarningMessage(warning, when));

const isAmong = <T extends SessionWarning | CourseWarning>(warning: T, known: readonly T[]): boolean =>
  known.some((other) => JSON.stringify(other) === JSON.stringify(warning));
