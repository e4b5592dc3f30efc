import { error, redirect } from "@sveltejs/kit";
import { refusalMessage } from "#lib/messages/refusal-message.ts";
import { m } from "#lib/paraglide/messages.js";
import { api, type ApiRefused } from "#lib/server/api.ts";
import { failAt, failWith, keepTyped, readForm, type SubmittedForm } from "#lib/server/form.ts";
import { isSameMark, readButton, type TypedMark } from "../mark-value.ts";
import { peopleOf, readSession } from "../session-view.ts";
import type { Actions, PageServerLoad } from "./$types";

const MARKS = ["present", "absent", "unmarked"] as const;

export const load: PageServerLoad = async (event) => {
  const { roster, view } = await readSession(event);
  if (!view.mayMark) error(403, refusalMessage(view.cancelled ? "session_cancelled" : "not_permitted"));
  return { ...view, pageForm: true, people: peopleOf(roster, view.sessionId) };
};

export const actions: Actions = {
  keepTyped,
  enter: async (event) => {
    const form = await readForm(event);
    // What the page showed goes along, so that a name nobody touched takes no later correction back.
    const before = new Map(
      form
        .text("people")
        .split(" ")
        .flatMap((id) => readButton(form.text(`before.${id}`)))
        .map((mark) => [mark.volunteer, mark] as const),
    );
    const rows = [...before.keys()].map((id) => readRow(form, id));
    const errors = Object.fromEntries(
      rows.flatMap(({ volunteer, mark, late, early }) =>
        mark !== "present" && (late !== 0 || early !== 0)
          ? [[`late.${volunteer}`, m.attendance_paper_only_present()]]
          : [],
      ),
    );
    if (Object.keys(errors).length > 0) return failAt(form, errors);
    const changed = rows.filter((row) => !isSameMark(before.get(row.volunteer) ?? row, row));
    const back = `/kursleitung/${event.params.id}/${event.params.session}?gespeichert=`;
    if (changed.length === 0) redirect(303, `${back}0`);
    const result = await api(event).call("markAttendance", {
      params: { id: event.params.session },
      body: {
        source: "paper",
        reason: form.optional("reason"),
        marks: changed.map(({ volunteer, mark, late, early }) => ({
          volunteerId: volunteer,
          mark,
          lateMinutes: late,
          leftEarlyMinutes: early,
        })),
      },
    });
    if (!result.ok) return failWith(atTheirFields(result, changed), form);
    redirect(303, `${back}${changed.length}`);
  },
};

/** The api counts marks; people look for the name. */
function atTheirFields(result: ApiRefused, changed: readonly TypedMark[]): ApiRefused {
  const { error: problem } = result;
  if (problem.code !== "invalid_input") return result;
  const fieldOf = (path: string): string => {
    const [list, index, field] = path.split(".");
    const volunteer = changed[Number(index)]?.volunteer;
    if (list !== "marks" || volunteer === undefined) return path;
    return `${field === "leftEarlyMinutes" ? "early" : "late"}.${volunteer}`;
  };
  const issues = problem.issues.map((issue) => ({ ...issue, path: fieldOf(issue.path) }));
  return { ...result, error: { ...problem, issues } };
}

const minutes = (form: SubmittedForm, name: string): number => form.number(name) ?? 0;

const readRow = (form: SubmittedForm, id: string): TypedMark => ({
  volunteer: id,
  mark: form.choice(`mark.${id}`, MARKS) ?? "unmarked",
  late: minutes(form, `late.${id}`),
  early: minutes(form, `early.${id}`),
});
