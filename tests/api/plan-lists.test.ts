import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { decodeWindows1252 } from "@augenhoehe/api/spreadsheet/decode-windows-1252";
import { writeTable } from "@augenhoehe/api/spreadsheet/write-table";
import { csv, fixturePath, openDesk, pairsOf, planHere, planned, type Desk } from "../support/plan.ts";
import { volunteersXlsx } from "../support/volunteers-xlsx.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const VOLUNTEERS = [
  ["Name", "Sprachen", "Stadtteil", "Zeiten", "Themen", "Interessen", "Geschlecht", "Max. Tandems"],
  ["Ziad Haddad", "Arabisch, Deutsch C1", "Köln-Süd", "Wochenende", "Ämter", "Fußball, Imkern", "m", "1"],
  ["Käthe Größler", "Deutsch, Französisch C1", "Köln-Süd", "Di+Do abends", "Briefe", "Nähen", "w", "2"],
  ["Olha Bondar", "Ukrainisch, Deutsch B2", "Ehrenfeld", "vormittags", "Kita", "Nähen", "w", "1"],
];
const REQUESTS = [
  ["Name", "Sprachen", "Stadtteil", "Zeiten", "Themen", "Interessen", "Für wen", "angefragt am"],
  ["Samir", "Arabisch", "Köln-Süd", "Sa", "Ämter", "Imkern", "ich", "01.03.2026"],
  ["Aïcha", "Französisch", "Köln-Süd", "Do abends", "Briefe", "", "ich", "11.02.2026"],
  ["Iryna", "Ukrainisch", "Ehrenfeld", "Mo vormittags", "Kita", "Nähen", "mit Kind", "14.11.2025"],
  ["Selam", "Tigrinya", "Ehrenfeld", "abends", "Briefe", "", "ich", "05.01.2026"],
];

const windows1252 = (text: string): Buffer =>
  Buffer.from(
    Array.from(text, (letter) => {
      const byte = [...Array(256).keys()].find((code) => decodeWindows1252(Uint8Array.of(code)) === letter);
      if (byte === undefined) throw new Error(`Windows-1252 has no ${letter}`);
      return byte;
    }),
  );
const xlsx = ([columns = [], ...rows]: readonly (readonly string[])[]) => writeTable("xlsx", columns, rows);

const lists = (volunteers = VOLUNTEERS, requests = REQUESTS): string[] => [
  ...["--volunteers", desk.put("freiwillige.csv", csv(volunteers))],
  ...["--requests", desk.put("anfragen.csv", csv(requests))],
];
/** One more column, with the same cell in each row. */
const withColumn = (rows: readonly (readonly string[])[], header: string, cell: string): string[][] =>
  rows.map((cells, index) => [...cells, index === 0 ? header : cell]);

describe("lists as people keep them", () => {
  test("everybody gets somebody who speaks their language, and whoever cannot is named with what would help", async () => {
    const plan = await planned(lists());
    expect(pairsOf(plan).toSorted()).toEqual(["Aïcha – Käthe Größler", "Iryna – Olha Bondar", "Samir – Ziad Haddad"]);
    expect(plan.totals).toMatchObject({ requests: 4, volunteers: 3, places: 4, served: 3 });
    expect(plan.unserved).toMatchObject([
      {
        request: { name: "Selam", row: 5 },
        waitingWeeks: 9,
        why: { code: "nobody_possible", excluded: [{ code: "no_language_bridge", volunteers: 3 }, {}] },
      },
    ]);
    expect(plan.unserved[0]?.why?.doors.map(({ code }) => code)).toContain("interpreter");
  });

  test.each([
    ["semicolons, UTF-8", (rows: string[][]) => csv(rows)],
    ["commas, UTF-8 with BOM", (rows: string[][]) => `\uFEFF${csv(rows, ",")}`],
    ["tabs, Windows-1252", (rows: string[][]) => windows1252(csv(rows, "\t"))],
    ["a workbook", xlsx],
  ])("%s: the same people, the same plan", async (_, dressed) => {
    const expected = await planned(lists());
    const volunteers = desk.put("a.list", await dressed(VOLUNTEERS));
    const requests = desk.put("b.list", await dressed(REQUESTS));
    const plan = await planned(["--volunteers", volunteers, "--requests", requests]);
    expect(plan.pairs).toEqual(expected.pairs);
    expect(plan.unserved).toEqual(expected.unserved);
  });

  test("in which order the rows stand decides nothing", async () => {
    const wide = (count: number, rows: readonly string[][]) => [
      ...rows.slice(0, 1),
      ...Array.from({ length: count }, (_, index) => {
        const [name = "", ...cells] = rows[1 + (index % (rows.length - 1))] ?? [];
        return [`${name} ${index}`, ...cells];
      }),
    ];
    const [volunteers, requests] = [wide(30, VOLUNTEERS), wide(40, REQUESTS)];
    const turned = ([header = [], ...rows]: readonly string[][]) => [header, ...rows.toReversed()];
    const told = async (args: readonly string[]) => {
      const { pairs, unserved, recruit, totals } = await planned(args);
      const names = unserved.map(({ request, why }) => [request.name, why?.code]);
      return {
        pairs: pairs.map(({ request, volunteer, points }) => [request.name, volunteer.name, points]),
        names,
        recruit,
        totals,
      };
    };
    expect(await told(lists(turned(volunteers), turned(requests)))).toEqual(await told(lists(volunteers, requests)));
  });

  test("the messy lists of the import are planned without the rows that cannot be read", async () => {
    const args = ["--volunteers", fixturePath("volunteers.csv"), "--requests", fixturePath("requests.csv")];
    const refused = await planHere(args);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toContain('volunteers.csv, Zelle A12 („Nachname“): „=HYPERLINK("x")“ ist eine Formel');
    expect(refused.err).toContain("requests.csv, Zelle A8 („Name“): Der Name fehlt.");
    const plan = await planned([...args, "--skip-unreadable"]);
    expect(plan.volunteers).toMatchObject({ people: 10, leftOut: 2 });
    expect(plan.requests).toMatchObject({ people: 8, leftOut: 2 });
    expect(plan.pairs.map(({ request }) => request.name)).toContain("علي");
    expect(plan.notes.filter(({ isWarning }) => isWarning).map(({ line, code }) => `${line} ${code}`)).toEqual(
      expect.arrayContaining(["10 not_understood", "11 same_as_line", "9 impossible_date", "3 language_assumed"]),
    );
  });

  test("a workbook is planned like the same list as text", async () => {
    const rest = ["--requests", fixturePath("requests.csv"), "--skip-unreadable"];
    const fromText = await planned(["--volunteers", fixturePath("volunteers.csv"), ...rest]);
    const fromWorkbook = await planned(["--volunteers", desk.put("liste.xlsx", await volunteersXlsx()), ...rest]);
    expect(fromWorkbook.pairs).toEqual(fromText.pairs);
  });

  test("the same person in two rows has one place, not two", async () => {
    const twice = [
      ["Name", "Sprachen", "Mail"],
      ["Ziad Haddad", "Arabisch", "ziad@example.org"],
      ["Z. Haddad", "Arabisch, Deutsch", "Ziad@Example.org"],
    ];
    const plan = await planned(lists(twice));
    expect(plan.totals.places).toBe(1);
    expect(plan.notes).toContainEqual(expect.objectContaining({ line: 3, code: "same_as_line", facts: { line: 2 } }));
  });
});

describe("what is never read", () => {
  test("residence status, religion and origin change nothing, and no cell of theirs is anywhere", async () => {
    const expected = await planned(lists());
    const told = ["Duldung Kanarienvogel", "Religion Kanarienvogel"] as const;
    const args = lists(
      withColumn(VOLUNTEERS, "Religion", told[1]),
      withColumn(withColumn(REQUESTS, "Aufenthaltsstatus", told[0]), "Herkunftsland", told[0]),
    );
    const plan = await planned([...args, "--out", desk.path("plan.csv")]);
    expect(plan.pairs).toEqual(expected.pairs);
    expect(JSON.stringify(plan)).not.toContain("Kanarienvogel");
    expect(
      plan.requests.columns.filter(({ neverRead }) => neverRead).map(({ header, field }) => [header, field]),
    ).toEqual([
      ["Aufenthaltsstatus", null],
      ["Herkunftsland", null],
    ]);
    const { out, err } = await planHere([...args, "--notes"]);
    expect(out + err).not.toContain("Kanarienvogel");
    expect(err).toContain("nie gelesen „Aufenthaltsstatus“ und „Herkunftsland“");
  });

  test("addresses and numbers are in no plan", async () => {
    const args = lists(
      withColumn(VOLUNTEERS, "Telefon", "0171 3920011"),
      withColumn(REQUESTS, "E-Mail", "wer@example.org"),
    );
    const { out, err } = await planHere([...args, "--json", "--notes"]);
    expect(out + err).not.toMatch(/3920011|wer@example/);
  });
});

describe("words and places without a network", () => {
  test("a hobby that both lists name joins two people; one that a single list names is said to be left out", async () => {
    const plan = await planned(lists());
    const samir = plan.pairs.find(({ request }) => request.name === "Samir");
    expect(samir?.reasons.at(-1)?.sentence).toBe("Bietet Begleitung zu Ämtern; gemeinsame Interessen: Imkern");
    const alone = await planned(
      lists(
        VOLUNTEERS,
        REQUESTS.map((cells) => cells.map((cell) => (cell === "Imkern" ? "" : cell))),
      ),
    );
    expect(alone.notes).toContainEqual(
      expect.objectContaining({ line: 2, header: "Interessen", code: "not_understood", facts: { text: "Imkern" } }),
    );
  });

  test("equal names are one district; how far it is to another one is unknown until a list says it", async () => {
    const args = lists(VOLUNTEERS, [
      ...REQUESTS.slice(0, 1),
      ["Nour", "Arabisch", "Deutz", "Sa", "Ämter", "", "ich", ""],
    ]);
    const [unknown] = (await planned(args)).pairs;
    expect(unknown?.reasons[1]).toMatchObject({
      code: "district_unknown",
      sentence: "Deutz und Köln-Süd: wie weit, ist nicht bekannt",
    });
    const byCoordinates = csv([
      ["Stadtteil", "Breite", "Länge"],
      ["Köln-Süd", "50,9230", "6,9600"],
      ["Deutz", "50.9360", "6.9760"],
    ]);
    const mapped = await planned([...args, "--districts", desk.put("karte.csv", byCoordinates)]);
    expect(mapped.pairs[0]?.reasons[1]).toMatchObject({ sentence: "Etwa 2 km voneinander entfernt" });
    const byNeighbours = csv([
      ["name", "neighbours"],
      ["Köln-Süd", "Altstadt, Ehrenfeld"],
      ["Altstadt", "Deutz"],
      ["Deutz", ""],
      ["Ehrenfeld", ""],
    ]);
    const stepped = await planned([...args, "--districts", desk.put("nachbarn.csv", byNeighbours)]);
    expect(stepped.pairs[0]?.reasons[1]).toMatchObject({ sentence: "Etwa 4 km voneinander entfernt" });
    expect(stepped.assumptions.map(({ code }) => code)).not.toContain("districts_by_name");
  });

  test("a district that the list of districts does not have is a place of its own, and said so", async () => {
    const districts = desk.put("karte.csv", csv([["Stadtteil"], ["Ehrenfeld"]]));
    const plan = await planned([...lists(), "--districts", districts]);
    expect(plan.pairs.find(({ request }) => request.name === "Samir")?.reasons[1]).toMatchObject({
      code: "same_district",
      sentence: "Beide wohnen in Köln-Süd",
    });
    expect(plan.assumptions.find(({ code }) => code === "districts_not_in_file")?.sentence).toContain("Köln-Süd");
  });
});

describe("what no list says", () => {
  test("everybody counts as ready, and where children are involved the plan asks for the Führungszeugnis", async () => {
    const plan = await planned(lists());
    expect(plan.assumptions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["everybody_ready", "places_as_told", "minors", "protected_by_hand"]),
    );
    const cautions = plan.pairs.map(({ request, cautions }) => [request.name, cautions.map(({ code }) => code)]);
    expect(Object.fromEntries(cautions)).toMatchObject({
      Iryna: ["one_common_time", "with_minors"],
      Aïcha: ["one_common_time"],
    });
  });

  test("that interpreting is needed does not make it agreed, until the coordinator says so", async () => {
    const args = lists(VOLUNTEERS, withColumn(REQUESTS, "Dolmetscher nötig", "ja"));
    const before = await planned(args);
    expect(before.unserved.map(({ request }) => request.name)).toEqual(["Selam"]);
    expect(before.assumptions.map(({ code }) => code)).toContain("interpreting_not_agreed");
    const agreed = await planned([...args, "--interpreters-agreed"]);
    expect(agreed.unserved).toEqual([]);
    expect(agreed.pairs.find(({ request }) => request.name === "Selam")?.reasons[0]?.code).toBe("interpreter_bridge");
  });
});
