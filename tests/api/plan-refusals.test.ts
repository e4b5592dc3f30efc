import { mkdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { csv, openDesk, planCommand, planHere, type Desk } from "../support/plan.ts";

let desk: Desk;
let good: string[];
beforeEach(() => {
  desk = openDesk();
  const volunteers = desk.put(
    "v.csv",
    csv([
      ["Name", "Sprachen"],
      ["Ruth Lambertz", "Deutsch"],
    ]),
  );
  const requests = desk.put(
    "r.csv",
    csv([
      ["Name", "Sprachen"],
      ["Feven", "Deutsch"],
    ]),
  );
  good = ["--volunteers", volunteers, "--requests", requests];
});
afterEach(() => desk.clear());

const withVolunteers = (path: string): string[] => ["--volunteers", path, ...good.slice(2)];
const withRequests = (path: string): string[] => [...good.slice(0, 2), "--requests", path];

describe("a wrong call ends with 2 and one sentence", () => {
  test.each([
    ["nothing at all", [], "--volunteers fehlt"],
    ["only one list", ["--volunteers", "v.csv"], "--requests fehlt"],
    ["an unknown option", ["--volunteer", "v.csv"], "Die Option --volunteer gibt es nicht."],
    ["a short unknown option", ["-x"], "Die Option -x gibt es nicht."],
    ["a file without its option", ["v.csv"], "„v.csv“ gehört zu keiner Option."],
    ["an option without its value", ["--volunteers"], "Nach --volunteers fehlt die Angabe."],
    ["the next option for a value", ["--volunteers", "--json"], "Nach --volunteers fehlt die Angabe."],
    ["an empty value", ["--volunteers="], "Nach --volunteers fehlt die Angabe."],
    ["a switch with a value", ["--json=ja"], "--json steht allein, ohne Angabe."],
    ["an option twice", ["--out", "a.csv", "--out", "b.csv"], "--out steht zweimal da."],
    ["an unknown objective", ["--objective", "best"], "Möglich: served-first, value"],
    ["an unknown language", ["--language", "fr"], "Möglich: de, en"],
    ["half a point as minimum", ["--minimum-points", "0,5"], "Möglich: 0–100"],
    ["too many points", ["--minimum-points", "101"], "Möglich: 0–100"],
    ["three decimals", ["--bonus-per-week", "0.125"], "--bonus-per-week kann nicht „0.125“ sein."],
    ["a negative bonus", ["--bonus-at-most=-1"], "--bonus-at-most kann nicht „-1“ sein."],
    ["a day that is none", ["--today", "2026-02-30"], "--today kann nicht „2026-02-30“ sein."],
    ["a table too narrow", ["--width", "20"], "Möglich: 60–400"],
  ])("%s", async (_, args, sentence) => {
    const needed = args.some((arg) => arg.startsWith("--volunteer")) || args.length === 0 ? args : [...good, ...args];
    const { code, out, err } = await planHere(needed);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).toMatch(/\nEs ist nichts geplant\.$/);
  });
});

describe("a file that cannot be used ends with 1 and says which and why", () => {
  test.each([
    ["is not there", null, "gibt es nicht."],
    ["is empty", "", "ist keine Liste"],
    ["is no text", Buffer.from("a\u0000b;c\n1;2"), "ist keine Liste"],
    [
      "only looks like a workbook",
      Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(500, 7)]),
      "ist keine Liste",
    ],
    ["has headers only", "Name;Sprachen\n;\n", "In der Liste steht nichts, womit sich planen lässt."],
    ["has too many rows", `Name;Sprachen\n${"Feven;Deutsch\n".repeat(5001)}`, "hat mehr als 5000 Zeilen."],
    [
      "has no names",
      "Sprachen;Stadtteil\nDeutsch;Rheydt\n",
      "Es fehlt eine Spalte mit Namen, etwa „Name“. Gefunden: „Sprachen“ und „Stadtteil“.",
    ],
    ["has no languages", "Name;Stadtteil\nFeven;Rheydt\n", "Es fehlt eine Spalte mit Sprachen"],
    [
      "brings nobody who can be read",
      "Name;Sprachen\nFeven;Klingonisch\n",
      "Zelle B2 („Sprachen“): Keine Sprache verstanden.",
    ],
  ])("requests: %s", async (_, content, sentence) => {
    const path = content === null ? desk.path("weg.csv") : desk.put("requests", content);
    const { code, out, err } = await planHere(withRequests(path));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(path);
    expect(err).toContain(sentence);
    expect(err).toMatch(/\nEs ist nichts geplant\.$/);
  });

  test("a folder, and a file that is too large", async () => {
    mkdirSync(desk.path("ordner"));
    expect((await planHere(withVolunteers(desk.path("ordner")))).err).toContain("lässt sich nicht öffnen.");
    const large = desk.put("large.csv", Buffer.alloc(10 * 1024 * 1024 + 1, "a"));
    expect((await planHere(withVolunteers(large))).err).toContain("ist größer als 10 MB.");
  });

  test("every cell that keeps a row out is named by its place, and leaving those rows out is a choice", async () => {
    const rows = [
      ["Vorname", "Nachname", "Sprachen"],
      ["Ruth", "Lambertz", "Deutsch"],
      ["", "", "Deutsch"],
      ["Olga", "=1+1", "Klingonisch"],
    ];
    const args = withVolunteers(desk.put("v.csv", csv(rows)));
    const { code, err } = await planHere(args);
    expect(code).toBe(1);
    const file = desk.path("v.csv");
    expect(err.split("\n")).toEqual([
      `  ${file}, Zelle A3 („Vorname“): Der Name fehlt. Ohne Namen ist nicht zu sagen, um wen es geht.`,
      `  ${file}, Zelle B4 („Nachname“): „=1+1“ ist eine Formel, kein Name.`,
      `  ${file}, Zelle C4 („Sprachen“): Keine Sprache verstanden. Ohne Sprache lässt sich niemand zusammenbringen.`,
      expect.stringMatching(/^3 Zellen lassen sich nicht verwenden\. .*--skip-unreadable/),
      "Es ist nichts geplant.",
    ]);
    const left = await planHere([...args, "--skip-unreadable"]);
    expect(left.code).toBe(0);
    expect(left.out).toContain("2 Zeilen sind nicht im Plan");
  });

  test("a list of districts that would put somebody elsewhere is refused cell by cell, also where rows may be left out", async () => {
    const rows = [
      ["Stadtteil", "Breite", "Länge", "Nachbarn"],
      ["Rheydt", "51,17", "6,44", "Eicken, Nirgendwo"],
      ["Rheydt", "", "", ""],
      ["Eicken", "91", "6,4", ""],
      ["", "51", "", ""],
      ["Holt", "51,2", "", ""],
    ];
    const args = [...good, "--districts", desk.put("d.csv", csv(rows)), "--skip-unreadable"];
    const { code, err } = await planHere(args);
    expect(code).toBe(1);
    const cells = err.split("\n").flatMap((line) => /Zelle (\w+)/.exec(line)?.[1] ?? []);
    expect(cells.toSorted()).toEqual(["A3", "A5", "B4", "C5", "C6"]);
    const nameless = [...good, "--districts", desk.put("d.csv", "Breite;Länge\n51;6\n")];
    expect((await planHere(nameless)).err).toContain("Es fehlt eine Spalte mit Stadtteilen");
  });

  test("a plan is never written over one of the lists, nor into a format or a place that cannot be", async () => {
    const before = readFileSync(desk.path("v.csv"));
    const over = await planHere([...good, "--out", desk.path("v.csv")]);
    expect(over).toMatchObject({ code: 1, out: "" });
    expect(over.err).toContain("wird nicht überschrieben");
    expect(readFileSync(desk.path("v.csv"))).toEqual(before);
    const pdf = await planHere([...good, "--out", desk.path("plan.pdf")]);
    expect(pdf).toMatchObject({ code: 1, out: "" });
    expect(pdf.err).toContain("Schreiben lassen sich .xlsx und .csv.");
    const nowhere = await planHere([...good, "--out", desk.path("kein/ordner/plan.csv")]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.err).toContain("lässt sich nicht schreiben.");
  });
});

test("a process of its own ends with the same codes, its complaint on the error output alone", async () => {
  const wrongCall = await planCommand(["--nope"]);
  expect(wrongCall).toMatchObject({ code: 2, out: "" });
  expect(wrongCall.err).toContain("Die Option --nope gibt es nicht.");
  expect(await planCommand(withRequests(desk.path("weg.csv")))).toMatchObject({ code: 1, out: "" });
  expect((await planCommand(good)).code).toBe(0);
});
