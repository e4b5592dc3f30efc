import type { SessionSummary } from "@augenhoehe/contract";
import type { z } from "zod";
import type { FormFailure, TypedValues } from "#lib/forms/kept.ts";
import { SESSION_ROWS_MAX, type SessionRow } from "#lib/forms/session-row.ts";
import type { SubmittedForm } from "./form.ts";

/** The dates of the form as they were typed, row by row. */
export function typedRows(form: SubmittedForm): SessionRow[] {
  const count = Math.min(SESSION_ROWS_MAX, Math.max(0, Math.trunc(form.number("sessionRows") || 0)));
  return Array.from({ length: count }, (_, row) => {
    const text = (field: string) => form.text(`sessions.${row}.${field}`);
    return {
      id: text("id"),
      moduleKey: text("moduleKey"),
      startsAt: text("startsAt"),
      minutes: text("minutes"),
      place: text("place"),
      remove: form.flag(`sessions.${row}.remove`),
    };
  });
}

/** The same form with other rows; everything else stays as it was typed. */
export function withRows(form: SubmittedForm, rows: readonly SessionRow[]): FormFailure {
  const others = Object.entries(form.values).filter(([name]) => !name.startsWith("sessions."));
  const shown = rows.slice(0, SESSION_ROWS_MAX);
  const values: TypedValues = {
    ...Object.fromEntries(others),
    ...Object.fromEntries(shown.flatMap(valuesOf)),
    sessionRows: String(shown.length),
  };
  return { values, errors: {}, notice: null };
}

const valuesOf = ({ remove, ...texts }: SessionRow, row: number): [string, string][] => [
  ...Object.entries(texts).map(([field, value]): [string, string] => [`sessions.${row}.${field}`, value]),
  ...(remove ? [[`sessions.${row}.remove`, "yes"] as [string, string]] : []),
];

/** A date and the one before it exchange their modules; the days stay. */
export function swapModules(rows: readonly SessionRow[], row: number): SessionRow[] {
  const moduleKeyFor = (index: number): string | undefined =>
    index === row ? rows[row - 1]?.moduleKey : index === row - 1 ? rows[row]?.moduleKey : undefined;
  return rows.map((date, index) => ({ ...date, moduleKey: moduleKeyFor(index) ?? date.moduleKey }));
}

/** A date that is only in the form goes; one that is in the calendar is struck out instead. */
export const withoutRow = (rows: readonly SessionRow[], row: number): SessionRow[] =>
  rows.filter(({ id }, index) => index !== row || id !== "");

/** Sessions that still stand, as the form shows them: wall-clock time where the network is. */
export function storedRows(sessions: readonly z.infer<typeof SessionSummary>[], timeZone: string): SessionRow[] {
  return sessions
    .filter(({ cancelled }) => !cancelled)
    .map(({ id, moduleKey, startsAt, endsAt, place }) => ({
      id,
      moduleKey,
      startsAt: wallClock(startsAt, timeZone),
      minutes: String((new Date(endsAt).getTime() - new Date(startsAt).getTime()) / 60_000),
      place,
      remove: false,
    }));
}

/** What an `<input type="datetime-local">` shows of an instant. */
export const wallClock = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(new Date(instant))
    .replace(" ", "T");
