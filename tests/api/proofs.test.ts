import { eq } from "drizzle-orm";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { readTable } from "@augenhoehe/api/spreadsheet/read-table";
import { holdCourse } from "../support/held-courses.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
let scene: TrainingScene;
let spring: string;
let people: { anna: string; ben: string; gerda: string };

/**
 * Anna and Ben have a place in Caritas's course of spring; Gerda of Diakonie makes up one evening. The third evening
 * was cancelled, the fourth is still to come. Today is the second of November 2026.
 */
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  const anna = (await scene.volunteer({ firstName: "Anna", lastName: "Ägidius" })).id;
  const ben = (await scene.volunteer({ firstName: "=Ben", lastName: "Berg" })).id;
  const gerda = (await scene.volunteer({ firstName: "Gerda", lastName: "Gast", provider: scene.diakonie })).id;
  people = { anna, ben, gerda };
  spring = await holdCourse(world, scene, {
    title: "Grundkurs im Frühjahr",
    enrolled: [{ volunteerId: anna }, { volunteerId: ben }],
    dates: [
      {
        at: "2026-03-03T17:00:00Z",
        minutes: 120,
        came: [{ volunteerId: anna }, { volunteerId: ben, late: 15, early: 15 }],
      },
      {
        at: "2026-04-07T16:00:00Z",
        minutes: 100,
        place: "Gemeindesaal",
        came: [
          { volunteerId: anna, mark: "absent" },
          { volunteerId: gerda, guest: true },
        ],
      },
      { at: "2026-04-14T16:00:00Z", minutes: 120, cancelled: true, came: [{ volunteerId: anna }] },
      { at: "2026-12-01T17:00:00Z", minutes: 120 },
    ],
  });
  await holdCourse(world, scene, {
    title: "Kurs der Diakonie",
    provider: scene.diakonie,
    dates: [{ at: "2026-03-05T17:00:00Z", minutes: 90, came: [{ volunteerId: anna }] }],
  });
});
afterAll(() => world.close());

const lastExport = async () =>
  (
    await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.action, "proof_exported")).orderBy(activities.at),
    )
  ).map(({ facts, actorAccountId, providerId }) => ({ facts, hasActor: actorAccountId !== null, providerId }));

async function fileOf(client: TestClient, name: "exportRosterProof" | "exportFunderProof", format: "csv" | "xlsx") {
  const { status, raw } = await client.call(name, { query: { format } });
  expect(status).toBe(200);
  return raw.rawPayload;
}

describe("the roster for the accident insurer", () => {
  it("has one row for each person and date, with names of everybody in the own courses", async () => {
    const { items, total, sums } = expectOk(await scene.coordinator.call("readRosterProof", { query: {} }));
    expect(total).toBe(5);
    expect(
      items.map(({ name, startsAt, mark, minutes, guest }) => [name, startsAt.slice(0, 10), mark, minutes, guest]),
    ).toEqual([
      ["=Ben Berg", "2026-03-03", "present", 90, false],
      ["Anna Ägidius", "2026-03-03", "present", 120, false],
      ["=Ben Berg", "2026-04-07", "unmarked", 0, false],
      ["Gerda Gast", "2026-04-07", "present", 100, true],
      ["Anna Ägidius", "2026-04-07", "absent", 0, false],
    ]);
    expect(items[3]).toMatchObject({
      providerName: "Diakonie",
      courseTitle: "Grundkurs im Frühjahr",
      moduleTitle: "Soziale Sicherung für Geflüchtete",
      place: "Gemeindesaal",
      endsAt: "2026-04-07T17:40:00.000Z",
    });
    expect(sums).toEqual({ sessions: 2, people: 3, visits: 3, visitMinutes: 310 });
  });

  it("counts days where the network is: both ends of a period belong to it", async () => {
    const rowsOf = async (from: string, to: string) =>
      expectOk(await scene.coordinator.call("readRosterProof", { query: { from, to } })).total;
    expect(await rowsOf("2026-01-01", "2026-03-03")).toBe(2);
    expect(await rowsOf("2026-03-04", "2026-04-06")).toBe(0);
    expect(await rowsOf("2026-04-07", "2026-04-07")).toBe(3);
  });

  it("shows the newest entry after a correction", async () => {
    const correct = (mark: "present" | "absent") =>
      world.inTenant(scene.network.id, (tx) =>
        tx.update(attendances).set({ mark }).where(eq(attendances.volunteerId, people.gerda)),
      );
    await correct("absent");
    const { sums } = expectOk(await scene.coordinator.call("readRosterProof", { query: { courseId: spring } }));
    expect(sums).toEqual({ sessions: 2, people: 2, visits: 2, visitMinutes: 210 });
    await correct("present");
  });

  it("on paper it says who printed it and when, and that it was printed is in the log", async () => {
    const printed = expectOk(await scene.coordinator.call("printRosterProof", { query: { courseId: spring } }));
    expect(printed).toMatchObject({ printedAt: "2026-11-02T09:00:00.000Z", providerName: "Caritas Musterstadt e. V." });
    expect(printed.printedBy).toMatch(/^Person \d+$/);
    expect(printed.rows).toHaveLength(5);
    expect((await lastExport()).at(-1)).toEqual({
      facts: { proof: "roster", format: "print", rows: 5 },
      hasActor: true,
      providerId: scene.caritas.id,
    });
  });

  it("as CSV it opens in a German spreadsheet, and nobody's name runs as a formula", async () => {
    const bytes = await fileOf(scene.coordinator, "exportRosterProof", "csv");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parseCsv(bytes, { bom: true, delimiter: ";", columns: true });
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({
      Datum: "03.03.2026",
      Von: "18:00",
      Bis: "20:00",
      Maßnahme: "Grundkurs im Frühjahr",
      Modul: "Aufgaben der Stadtverwaltung für Geflüchtete",
      Ort: "Haus der Begegnung",
      Nachname: "Berg",
      Vorname: "'=Ben",
      Träger: "Caritas",
      Teilnahme: "anwesend",
      Minuten: "90",
      "Als Gast": "nein",
    });
    expect(rows[3]).toMatchObject({ Von: "18:00", Bis: "19:40", Teilnahme: "anwesend", "Als Gast": "ja" });
    expect((await lastExport()).at(-1)?.facts).toEqual({ proof: "roster", format: "csv", rows: 5 });
  });

  it("as XLSX it says the same", async () => {
    const { encoding, columns, rows } = await readTable(await fileOf(scene.coordinator, "exportRosterProof", "xlsx"));
    expect(encoding).toBe("xlsx");
    expect(columns.slice(0, 3)).toEqual(["Datum", "Von", "Bis"]);
    expect(rows.map(({ cells }) => cells[10])).toEqual(["90", "120", "0", "100", "0"]);
  });
});

describe("the figures for funders", () => {
  it("tell dates, hours, units and people of each measure, and nobody's name", async () => {
    const reply = await scene.coordinator.call("readFunderProof", { query: {} });
    const { measures, sums, providerName } = expectOk(reply);
    expect(providerName).toBe("Caritas Musterstadt e. V.");
    expect(measures).toHaveLength(1);
    expect(measures[0]).toMatchObject({
      courseId: spring,
      title: "Grundkurs im Frühjahr",
      trainers: 1,
      places: ["Haus der Begegnung", "Gemeindesaal"],
      minutes: 220,
      unitMinutes: 60,
      participants: 3,
      participantMinutes: 310,
    });
    expect(measures[0]?.units).toBeCloseTo(220 / 60, 10);
    expect(measures[0]?.dates.map((date) => [date.minutes, date.participants, date.participantMinutes])).toEqual([
      [120, 2, 210],
      [100, 1, 100],
    ]);
    expect(sums).toEqual({ measures: 1, sessions: 2, minutes: 220, people: 3, visits: 3, visitMinutes: 310 });
    expect(reply.raw.payload).not.toMatch(/Anna|Berg|Gerda/);
  });

  it("as CSV have a row for each date, one for the measure, one for all", async () => {
    const bytes = await fileOf(scene.coordinator, "exportFunderProof", "csv");
    const rows = parseCsv(bytes, { bom: true, delimiter: ";", columns: true });
    const columns = ["Zeile", "Zeitstunden", "Unterrichtseinheiten", "Teilnehmende", "Teilnahmen", "Teilnahmestunden"];
    const figures = (row: unknown) => columns.map((column) => z.record(z.string(), z.string()).parse(row)[column]);
    expect(rows.map(figures)).toEqual([
      ["Termin", "2", "2", "2", "2", "3,5"],
      ["Termin", "1,67", "1,67", "1", "1", "1,67"],
      ["Summe der Maßnahme", "3,67", "3,67", "3", "3", "5,17"],
      ["Summe aller Maßnahmen", "3,67", "", "3", "3", "5,17"],
    ]);
    expect(bytes.toString("utf8")).not.toMatch(/Anna|Berg|Gerda/);
    expect((await lastExport()).at(-1)?.facts).toEqual({ proof: "measures", format: "csv", rows: 4 });
  });

  it("as XLSX they are the same figures", async () => {
    const { rows } = await readTable(await fileOf(scene.coordinator, "exportFunderProof", "xlsx"));
    expect(rows.map(({ cells }) => cells[12])).toEqual(["3.5", "1.67", "5.17", "5.17"]);
  });

  it("on paper say who printed them; a period without dates has none", async () => {
    const query = { from: "2025-01-01", to: "2025-12-31" };
    const printed = expectOk(await scene.coordinator.call("printFunderProof", { query }));
    expect(printed).toMatchObject({ measures: [], printedAt: "2026-11-02T09:00:00.000Z" });
    expect(printed.sums).toEqual({ measures: 0, sessions: 0, minutes: 0, people: 0, visits: 0, visitMinutes: 0 });
    expect((await lastExport()).at(-1)?.facts).toEqual({ proof: "measures", format: "print", rows: 0 });
  });
});

describe("what can be chosen", () => {
  it("are the own courses of which something was held, and their years", async () => {
    expect(expectOk(await scene.coordinator.call("listProofCourses"))).toEqual({
      courses: [{ id: spring, title: "Grundkurs im Frühjahr" }],
      years: [2026],
    });
  });
});

describe("who may", () => {
  it("coordinators of the organising provider: another one sees only that provider's courses", async () => {
    const { items } = expectOk(await scene.otherCoordinator.call("readRosterProof", { query: {} }));
    expect(items.map(({ courseTitle, name }) => [courseTitle, name])).toEqual([["Kurs der Diakonie", "Anna Ägidius"]]);
    const foreign = await scene.otherCoordinator.call("readRosterProof", { query: { courseId: spring } });
    expect(expectOk(foreign)).toMatchObject({ items: [], total: 0, sums: { sessions: 0, people: 0 } });
    const figures = await scene.otherCoordinator.call("readFunderProof", { query: { courseId: spring } });
    expect(expectOk(figures).measures).toEqual([]);
  });

  it("nobody of another network sees anything of it", async () => {
    const elsewhere = await makeTrainingScene(world);
    const roster = await elsewhere.coordinator.call("readRosterProof", { query: { courseId: spring } });
    expect(expectOk(roster)).toMatchObject({ items: [], sums: { sessions: 0 } });
    expect(expectOk(await elsewhere.coordinator.call("listProofCourses")).courses).toEqual([]);
  });

  it("neither trainers nor volunteers nor anybody without signing in", async () => {
    const volunteer = await scene.volunteer();
    for (const name of ["readRosterProof", "printRosterProof", "readFunderProof", "printFunderProof"] as const) {
      expect(refusalOf(await scene.trainer.call(name, { query: {} }))).toBe("not_permitted");
      expect(refusalOf(await volunteer.client.call(name, { query: {} }))).toBe("not_permitted");
      expect(errorOf(await world.anyone().call(name, { query: {} }))).toEqual({ code: "sign_in_required" });
    }
    const exported = await scene.trainer.call("exportRosterProof", { query: { format: "csv" } });
    expect(exported.status).toBe(403);
  });
});
