import { describe, expect, it } from "vitest";
import { EMPTY_SESSION_ROW } from "#lib/forms/session-row.ts";
import { storedRows, swapModules, typedRows, withoutRow, withRows } from "./course-rows.ts";
import type { SubmittedForm } from "./form.ts";

const row = (moduleKey: string, startsAt: string, id = "") => ({ ...EMPTY_SESSION_ROW, id, moduleKey, startsAt });
const rows = [row("law", "2027-01-12T18:00", "stored"), row("role", "2027-01-19T18:00"), row("", "")];

/** As much of a submitted form as rows need. */
const formOf = (values: Record<string, string>): SubmittedForm => {
  const text = (name: string) => values[name] ?? "";
  return {
    values,
    text,
    optional: (name) => values[name] ?? null,
    number: (name) => (text(name) === "" ? null : Number(text(name))),
    flag: (name) => name in values,
    list: () => [],
    choice: () => null,
    choices: () => [],
    languages: () => [],
    slots: () => null,
    file: () => null,
  };
};

describe("the dates in the form of a course", () => {
  it("come back as they were written, struck out ones too, and leave the other fields alone", () => {
    const struck = [...rows.slice(0, 1).map((date) => ({ ...date, remove: true })), ...rows.slice(1)];
    const { values } = withRows(formOf({ title: "Herbst", "sessions.7.place": "gone" }), struck);
    expect(values).toMatchObject({ title: "Herbst", sessionRows: "3" });
    expect(values["sessions.7.place"]).toBeUndefined();
    const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
    expect(typedRows(formOf(written))).toEqual(struck);
  });

  it("exchange their modules and keep their days", () => {
    const swapped = swapModules(rows, 1);
    expect(swapped.map(({ moduleKey }) => moduleKey)).toEqual(["role", "law", ""]);
    expect(swapped.map(({ startsAt }) => startsAt)).toEqual(rows.map(({ startsAt }) => startsAt));
    expect(swapModules(swapped, 1)).toEqual(rows);
    expect(swapModules(rows, 0)).toEqual(rows);
    expect(swapModules(rows, 9)).toEqual(rows);
  });

  it("can be dropped while they are new; one that is in the calendar can only be struck out", () => {
    expect(withoutRow(rows, 1)).toEqual([rows[0], rows[2]]);
    expect(withoutRow(rows, 0)).toEqual(rows);
  });

  it("never ask for more rows than the api takes, whatever the browser sends", () => {
    expect(typedRows(formOf({ sessionRows: "1e9" }))).toHaveLength(40);
    expect(typedRows(formOf({ sessionRows: "-3" }))).toEqual([]);
    expect(typedRows(formOf({ sessionRows: "many" }))).toEqual([]);
  });

  it("are shown in wall-clock time on either side of the change of the clocks, without the cancelled ones", () => {
    const session = (startsAt: string, endsAt: string, cancelled = false) => ({
      id: startsAt,
      moduleKey: "law",
      moduleTitle: "Recht",
      startsAt,
      endsAt,
      place: "Rathaus",
      cancelled,
      freeSeats: 0,
      attended: null,
      booking: null,
    });
    const shown = storedRows(
      [
        session("2026-03-24T17:00:00.000Z", "2026-03-24T19:00:00.000Z"),
        session("2026-03-31T16:00:00.000Z", "2026-03-31T17:30:00.000Z"),
        session("2026-04-07T16:00:00.000Z", "2026-04-07T18:00:00.000Z", true),
      ],
      "Europe/Berlin",
    );
    expect(shown.map(({ startsAt, minutes }) => [startsAt, minutes])).toEqual([
      ["2026-03-24T18:00", "120"],
      ["2026-03-31T18:00", "90"],
    ]);
  });
});
