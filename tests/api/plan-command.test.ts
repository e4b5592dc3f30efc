import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTable } from "@augenhoehe/api/spreadsheet/read-table";
import { PlanJson } from "@augenhoehe/api/plan/plan-json";
import { textWidth } from "@augenhoehe/api/plan/text-width";
import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";
import { ROOT, csv, fixturePath, openDesk, planCommand, planHere, planned, run, type Desk } from "../support/plan.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const MESSY = [
  ...["--volunteers", fixturePath("volunteers.csv"), "--requests", fixturePath("requests.csv")],
  ...["--skip-unreadable", "--today", "2026-03-10"],
];

describe("at a terminal", () => {
  test("npm finds the lists where the coordinator stands, and writes the plan there", async () => {
    desk.put(
      "leute.csv",
      csv([
        ["Name", "Sprachen"],
        ["Ruth Lambertz", "Deutsch"],
      ]),
    );
    desk.put(
      "anfragen.csv",
      csv([
        ["Name", "Sprachen"],
        ["Feven", "Tigrinya, Deutsch B1"],
      ]),
    );
    const args = ["--volunteers", "leute.csv", "--requests", "anfragen.csv", "--out", "plan.csv"];
    const npm = ["--prefix", ROOT, "run", "--silent", "plan", "--", ...args];
    const { code, out, err } = await run("npm", npm, { folder: desk.path("") });
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(out).toContain("Beide sprechen Deutsch (im Alltag gut)");
    expect(err).toContain("Geschrieben: plan.csv");
    expect(readFileSync(desk.path("plan.csv"), "utf8")).toContain("Paar;Feven;2;Ruth Lambertz;2;");
  });

  test.each([80, 120])("the table fits into %i columns, with every reason in words", async (width) => {
    const { code, out, err } = await planCommand([...MESSY, "--width", String(width)]);
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => textWidth(line) > width)).toEqual([]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("8 Anfragen, 10 Freiwillige mit");
    for (const words of ["Rasha", "Annegret", "Beide wohnen in Rheydt", "Wer weiter wartet", "Womit gerechnet ist"]) {
      expect(out).toContain(words);
    }
    expect(err).toContain(
      "Zelle M9 („angefragt am“): „31.02.2026“ gibt es im Kalender nicht. Es zählt der heutige Tag.",
    );
    expect(err).toContain("nicht gelesen „Bemerkung“");
  });

  test("the plan speaks English where asked, down to the refusals", async () => {
    const { out, err } = await planHere([...MESSY, "--language", "en"]);
    expect(out).toContain("Both live in Rheydt");
    expect(out).toContain("Who waits on");
    expect(out + err).not.toMatch(/Zeile|Freiwillige|Warum|wohnen/);
    const { err: refused } = await planHere(["--language", "en", "--volunteers", "nowhere.csv", "--requests", "x.csv"]);
    expect(refused).toBe("There is no file nowhere.csv.\nNothing is planned.");
  });

  test("help names every option, and the defaults that the product has", async () => {
    const { code, out, err } = await planCommand(["--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const option of ["--volunteers", "--requests", "--districts", "--out", "--json", "--objective", "--today"]) {
      expect(out).toContain(option);
    }
    const { minimumPoints, waitingBonus } = DEFAULT_ROUND_SETTINGS;
    expect(out).toContain(`ohne Angabe ${minimumPoints})`);
    expect(out).toContain(`ohne Angabe ${waitingBonus.atMostPoints})`);
    const english = await planHere(["-h", "--language", "en"]);
    expect(english.out).toContain("no account, no database, no internet");
  });

  test("what was only guessed is counted, and listed where asked", async () => {
    const { err } = await planHere(MESSY);
    expect(err).toMatch(/\d+ Zellen sind dem Sinn nach gelesen/);
    expect(err).not.toContain("Ohne Niveau");
    const { err: listed } = await planHere([...MESSY, "--notes"]);
    expect(listed).toContain("Zelle G2 („Sprachen“): Ohne Niveau: Deutsch.");
  });

  test("nothing in a list can steer the terminal", async () => {
    const [red, bell, reversed] = ["\u001b[31m", "\u0007", "\u202e"];
    desk.put(
      "v.csv",
      csv([
        ["Name", "Sprachen", `Notiz${red}`],
        [`Ruth${red}${bell} Lam${reversed}bertz`, "Deutsch", ""],
      ]),
    );
    desk.put(
      "r.csv",
      csv([
        ["Name", "Sprachen", "Themen"],
        ["Feven", "Deutsch", `${red}Unfug${bell}`],
      ]),
    );
    const { code, out, err } = await planCommand(["--volunteers", "v.csv", "--requests", "r.csv"], desk.path(""));
    expect(code).toBe(0);
    expect(out + err).toContain("Unfug");
    expect(out + err).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });

  test("it needs no network, no other process and no place to write", async () => {
    const offline =
      "data:text/javascript,import net from 'node:net'; import dns from 'node:dns';" +
      "net.Socket.prototype.connect = dns.lookup = () => { throw new Error('online'); };";
    const node = ["--permission", "--allow-fs-read=*", "--import", offline, `${ROOT}/apps/api/src/plan/plan.ts`];
    const { code, out } = await run(process.execPath, [...node, ...MESSY]);
    expect(code).toBe(0);
    expect(out).toContain("Die Paare");
  });
});

describe("for other programs", () => {
  test("JSON has the documented shape and stands alone on the standard output", async () => {
    const { code, out } = await planCommand([...MESSY, "--json"]);
    expect(code).toBe(0);
    const plan = PlanJson.parse(JSON.parse(out));
    expect(plan).toMatchObject({ format: "augenhoehe-plan", version: 1, language: "de", today: "2026-03-10" });
    expect(plan.settings).toEqual(DEFAULT_ROUND_SETTINGS);
    expect(plan.totals.served).toBe(plan.pairs.length);
    expect(plan.totals.requests).toBe(plan.pairs.length + plan.unserved.length);
    for (const { points, reasons } of plan.pairs) {
      expect(Math.round(reasons.reduce((sum, reason) => sum + reason.points, 0))).toBe(points);
    }
  });

  test.each(["csv", "xlsx"])("the plan is written as %s and reads back as what was printed", async (ending) => {
    const out = desk.path(`plan.${ending}`);
    const { pairs, unserved } = await planned([...MESSY, "--out", out]);
    const { columns, rows } = await readTable(readFileSync(out));
    expect(columns.slice(0, 5)).toEqual(["Stand", "Anfrage", "Zeile der Anfrage", "Mentor:in", "Zeile der Mentor:in"]);
    expect(rows.map(({ cells }) => cells.slice(0, 6))).toEqual([
      ...pairs.map(({ request, volunteer, points }) =>
        ["Paar", request.name, request.row, volunteer.name, volunteer.row, points].map(String),
      ),
      ...unserved.map(({ request }) => ["wartet weiter", request.name, String(request.row), "", "", ""]),
    ]);
    expect(rows[0]?.cells[7]).toBe(pairs[0]?.reasons.map(({ sentence }) => sentence).join("; "));
  });

  test("a name that a spreadsheet would run is in no plan and in no written file", async () => {
    desk.put(
      "v.csv",
      csv([
        ["Name", "Sprachen"],
        ["@SUM(1+1)*cmd", "Deutsch"],
        ["'=1+1", "Deutsch"],
        ["Ruth", "Deutsch"],
      ]),
    );
    desk.put(
      "r.csv",
      csv([
        ["Name", "Sprachen"],
        ["Feven", "Deutsch"],
      ]),
    );
    const lists = ["--volunteers", desk.path("v.csv"), "--requests", desk.path("r.csv")];
    const { code, err } = await planHere(lists);
    expect(code).toBe(1);
    expect(err).toContain("Zelle A2 („Name“): „@SUM(1+1)*cmd“ ist eine Formel, kein Name.");
    expect(err).toContain("Zelle A3 („Name“): „=1+1“ ist eine Formel, kein Name.");
    await planned([...lists, "--skip-unreadable", "--out", desk.path("plan.csv")]);
    expect(readFileSync(desk.path("plan.csv"), "utf8")).not.toMatch(/SUM|1\+1/);
  });
});
