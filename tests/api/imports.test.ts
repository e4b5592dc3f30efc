import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { imports, volunteers } from "@augenhoehe/api/db/schema/people";
import { accounts, activities } from "@augenhoehe/api/db/schema/platform";
import {
  coordinatorOf,
  fixture,
  openOwnNetwork,
  previewOf,
  remarksAt,
  rowAt,
  sent,
  takeOver,
} from "../support/lists.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { volunteersXlsx } from "../support/volunteers-xlsx.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());

async function opened() {
  const network = await openOwnNetwork(world);
  return { network, anna: await coordinatorOf(world, network) };
}

describe("reading a list", () => {
  test("a messy list from an old spreadsheet is read with a reason at every cell", async () => {
    const { network, anna } = await opened();
    const preview = await previewOf(anna, "volunteers", fixture("volunteers.csv"), "Ehrenamt 2026.csv");
    expect(preview).toMatchObject({ encoding: "windows-1252", delimiter: ";", fileName: "Ehrenamt 2026.csv" });
    expect(preview.counts).toEqual({ new: 8, known: 1, error: 3 });
    expect(preview.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual(["Bemerkung"]);
    expect(rowAt(preview, 2)).toMatchObject({ name: "Annegret Küppers", status: "new", subjectId: null });
    expect(rowAt(preview, 3).understood).toMatchObject({
      phone: "+49 171 3920011",
      districtName: "Eicken",
      languages: [
        { code: "tr", level: "conversational" },
        { code: "kmr", level: "conversational" },
      ],
      slots: ["mon_morning", "tue_morning", "wed_morning"],
    });
    expect(remarksAt(preview, 3)).toContain("Sprachen: language_assumed (Kürdisch)");
    expect(remarksAt(preview, 7)).toContain("Telefon: phone_not_understood (0151/…)");
    expect(remarksAt(preview, 8)).toContain("Nachname: name_missing");
    expect(remarksAt(preview, 9)).toContain("E-Mail: email_not_understood (hans-josef.esser(at)example.org)");
    expect(remarksAt(preview, 10)).toEqual(
      expect.arrayContaining([
        "Stadtteil: not_understood (Kleinkleckersdorf)",
        "Sprachen: not_understood (Klingonisch)",
      ]),
    );
    expect(remarksAt(preview, 11)).toContain("row: same_as_line (2)");
    expect(remarksAt(preview, 12)).toContain('Nachname: looks_like_formula (=HYPERLINK("x"))');
    expect(await world.inTenant(network.id, (tx) => tx.select().from(volunteers))).toEqual([]);
  });

  test("requests come from a tab-separated file with a line break inside a cell", async () => {
    const { anna } = await opened();
    const preview = await previewOf(anna, "requests", fixture("requests.csv"));
    expect(preview).toMatchObject({ encoding: "utf-8", delimiter: "\t" });
    expect(preview.counts).toEqual({ new: 8, known: 1, error: 1 });
    expect(rowAt(preview, 5)).toMatchObject({ name: "علي", status: "new" });
    expect(rowAt(preview, 4).understood).toMatchObject({ forWhom: ["with_child"], wishedGender: "female" });
    expect(rowAt(preview, 10).name).toBe("Giorgi (über Frau P.)");
    expect(remarksAt(preview, 6)).toContain("Telefon: kept_as_other_contact (0151/…)");
    expect(remarksAt(preview, 7)).toContain("Telefon: without_contact");
    expect(remarksAt(preview, 8)).toContain("Name: name_missing");
    expect(remarksAt(preview, 9)).toContain("angefragt am: impossible_date (31.02.2026)");
  });

  test("a workbook is read like the same list as text", async () => {
    const { anna } = await opened();
    const fromText = await previewOf(anna, "volunteers", fixture("volunteers.csv"));
    const fromWorkbook = await previewOf(anna, "volunteers", await volunteersXlsx(), "liste.xlsx");
    expect(fromWorkbook.encoding).toBe("xlsx");
    expect(fromWorkbook.columns).toEqual(fromText.columns);
    expect(fromWorkbook.rows.map(({ understood }) => understood)).toEqual(
      fromText.rows.map(({ understood }) => understood),
    );
  });

  test("columns about identity are never mapped, and their cells are thrown away on reading", async () => {
    const { network, anna } = await opened();
    const preview = await previewOf(anna, "volunteers", fixture("foreign-mentors.csv"));
    expect(preview.columns.filter(({ isNeverRead }) => isNeverRead)).toEqual([
      { header: "characteristics", field: null, isNeverRead: true, filledRows: 0, samples: [] },
    ]);
    expect(preview.columns.filter(({ field }) => field !== null).map(({ header }) => header)).toEqual([
      "first name",
      "last name",
      "email address",
    ]);
    expect(remarksAt(preview, 2)).toEqual(["row: german_assumed"]);
    const [kept] = await world.inTenant(network.id, (tx) => tx.select().from(imports));
    const place = { table: "imports", column: "cells_sealed", rowId: preview.id };
    expect(kept?.cellsSealed).not.toContain("mentor.11");
    expect(world.deps.vault.open(kept?.cellsSealed ?? "", place)).not.toContain('"Lesbian, Non-binary, Gay"');
  });

  test("Aufenthaltsstatus, religion and origin cannot be mapped by hand either", async () => {
    const { anna } = await opened();
    const list = "Name;Sprachen;Aufenthaltsstatus;Religion;Herkunftsland\nAmal;Arabisch;Duldung;x;y\n";
    const { id, columns } = await previewOf(anna, "requests", list);
    expect(columns.map(({ isNeverRead }) => isNeverRead)).toEqual([false, false, true, true, true]);
    const mapping = ["chosenName", "languages", "otherContact", "contactPerson", "topics"] as const;
    const reply = await anna.call("remapImport", { params: { id }, body: { mapping: [...mapping] } });
    expect(fieldCodesOf(reply)).toEqual({
      "mapping.2": "never_read",
      "mapping.3": "never_read",
      "mapping.4": "never_read",
    });
  });

  test("a wrong guess is corrected, and the rows are read anew", async () => {
    const { anna } = await opened();
    const list = "Spitzname;Kann sprechen;Name\nAmal;Arabisch;egal\n";
    const { id, rows } = await previewOf(anna, "requests", list);
    expect(rows[0]).toMatchObject({ name: "egal", status: "error" });
    const remap = (mapping: ("chosenName" | "languages" | "capacity" | null)[]) =>
      anna.call("remapImport", { params: { id }, body: { mapping } });
    const corrected = expectOk(await remap(["chosenName", "languages", null]));
    expect(corrected.rows[0]).toMatchObject({ name: "Amal", status: "new" });
    expect(expectOk(await anna.call("readImport", { params: { id }, query: {} })).rows).toEqual(corrected.rows);
    expect(fieldCodesOf(await remap(["chosenName", "chosenName", null]))).toEqual({ "mapping.1": "duplicate" });
    expect(fieldCodesOf(await remap(["capacity", null, null]))).toEqual({ "mapping.0": "invalid_choice" });
    expect(fieldCodesOf(await remap([null, null, null, "languages"]))).toEqual({ "mapping.3": "invalid_choice" });
  });

  test("a long list is shown page by page, and only its errors where asked", async () => {
    const { anna } = await opened();
    const people = Array.from({ length: 120 }, (_, index) => (index % 10 === 0 ? ";Deutsch" : `P${index};Arabisch`));
    const { id, total, rows } = await previewOf(anna, "requests", ["Name;Sprachen", ...people].join("\n"));
    expect([total, rows.length]).toEqual([120, 50]);
    const third = expectOk(await anna.call("readImport", { params: { id }, query: { page: 3 } }));
    expect(third.rows.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, index) => 102 + index));
    const errors = expectOk(await anna.call("readImport", { params: { id }, query: { status: "error" } }));
    expect(errors).toMatchObject({ total: 12, counts: { new: 108, known: 0, error: 12 } });
    expect(errors.rows.every(({ status }) => status === "error")).toBe(true);
  });

  test("files that are no lists are refused, never a fault", async () => {
    const { anna } = await opened();
    const broken = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(2000, 7)]);
    for (const content of [broken, Buffer.from("a\u0000b;c\n1;2"), Buffer.from("\n\n"), Buffer.from(";;;\n1;2;3")]) {
      expect(refusalOf(await anna.call("previewImport", sent("volunteers", content)))).toBe("file_unreadable");
    }
    const tooLong = `Name;Sprachen\n${"Amal;Arabisch\n".repeat(5001)}`;
    expect(refusalOf(await anna.call("previewImport", sent("requests", tooLong)))).toBe("file_too_many_rows");
    expect(refusalOf(await anna.call("previewImport", sent("requests", "")))).toBe("file_unreadable");
    const oversize = sent("requests", Buffer.alloc(12 * 1024 * 1024, 65));
    expect(errorOf(await anna.call("previewImport", oversize)).code).toBe("body_too_large");
    const slightly = sent("requests", Buffer.alloc(10.5 * 1024 * 1024, 65));
    expect(fieldCodesOf(await anna.call("previewImport", slightly))).toEqual({ contentBase64: "too_long" });
  });

  test("after a month a preview is forgotten, and of a list taken over the cells", async () => {
    const { network, anna } = await opened();
    await previewOf(anna, "requests", fixture("requests.csv"));
    const { id } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    world.clock.advance({ days: 31 });
    const later = await coordinatorOf(world, network);
    expect(expectOk(await later.call("listImports")).items.map((item) => item.id)).toEqual([id]);
    const read = expectOk(await later.call("readImport", { params: { id }, query: {} }));
    expect(read).toMatchObject({ cellsKept: false, rows: [], columns: [], created: 8 });
    expect(expectOk(await later.call("undoImport", { params: { id } }))).toEqual({ removed: 8, kept: [] });
  });
});

describe("people of the same list", () => {
  test("an address that somebody else signs in with keeps the row out", async () => {
    const { network, anna } = await opened();
    const other = await coordinatorOf(world, network, network.otherProvider);
    await takeOver(other, "volunteers", "Vorname;Nachname;E-Mail\nZiad;Haddad;ziad@example.org\n");
    const preview = await previewOf(anna, "volunteers", "Vorname;Nachname;E-Mail\nZiad;Haddad;ZIAD@example.org\n");
    expect(rowAt(preview, 2)).toMatchObject({ status: "error", subjectId: null });
    expect(remarksAt(preview, 2)).toContain("E-Mail: email_taken");
  });

  test("who has neither phone nor address is recognised by name, and the coordinator is told why", async () => {
    const { anna } = await opened();
    await takeOver(anna, "volunteers", "Vorname;Nachname;Telefon\nVera;Muster;0171 3920011\nUlla;Ohne;\n");
    const again = await previewOf(anna, "volunteers", "Name;Telefon\nMuster, Vera;+49 171 3920011\nUlla Ohne;\n");
    expect(again.counts).toEqual({ new: 0, known: 2, error: 0 });
    expect(remarksAt(again, 3)).toContain("row: same_name_without_contact");
    const namesake = await previewOf(anna, "volunteers", "Vorname;Nachname;Telefon\nVera;Muster;0171 3920099\n");
    expect(namesake.counts).toEqual({ new: 1, known: 0, error: 0 });
  });
});

describe("taking over", () => {
  test("good rows become volunteers who can sign in by code; nobody gets mail", async () => {
    const { network, anna } = await opened();
    const { id, ...result } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    expect(result).toEqual({ created: 8, unchanged: 1, leftOut: 3 });
    const rows = await world.inTenant(network.id, (tx) =>
      tx.select().from(volunteers).where(eq(volunteers.email, "sevgi.yildiz@example.org")),
    );
    const [sevgi] = rows;
    expect(sevgi).toMatchObject({
      ...{ firstName: "Sevgi", lastName: "Yildiz", status: "applied", district: "eicken", capacity: 1, importId: id },
      ...{ topics: ["german_practice", "school_childcare"], interests: ["sewing"], releasePhone: false },
      createdAt: world.clock.now,
    });
    const place = { table: "volunteers", column: "phone_sealed", rowId: sevgi?.id ?? "" };
    expect(world.deps.vault.open(sevgi?.phoneSealed ?? "", place)).toBe("+491713920011");
    const [account] = await world.inTenant(network.id, (tx) =>
      tx
        .select()
        .from(accounts)
        .where(eq(accounts.volunteerId, sevgi?.id ?? "")),
    );
    expect(account).toMatchObject({ roles: ["volunteer"], email: "sevgi.yildiz@example.org", passwordHash: null });
    await world.mailbox.deliver();
    expect(world.mailbox.to("sevgi.yildiz@example.org")).toEqual([]);
    const entries = await world.inTenant(network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, id)),
    );
    expect(entries.map(({ action, facts }) => ({ action, facts }))).toEqual([
      { action: "import_applied", facts: { kind: "volunteers", consentGiven: true, ...result } },
    ]);
  });

  test("a repeat changes nothing, neither of the same import nor of the same file", async () => {
    const { network, anna } = await opened();
    const { id } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    const again = await anna.call("applyImport", { params: { id }, body: { rows: "all" } });
    expect(expectOk(again)).toEqual({ created: 0, unchanged: 9, leftOut: 3 });
    const { created } = await takeOver(anna, "volunteers", await volunteersXlsx());
    expect(created).toBe(0);
    const preview = await previewOf(anna, "volunteers", fixture("volunteers.csv"));
    const people = await world.inTenant(network.id, (tx) => tx.select({ id: volunteers.id }).from(volunteers));
    expect(people).toHaveLength(8);
    expect(people.map((person) => person.id)).toContain(rowAt(preview, 2).subjectId);
  });

  test("somebody who is here already stays as they are, whatever the list says", async () => {
    const { network, anna } = await opened();
    const header = "Vorname;Nachname;E-Mail;Stadtteil\n";
    await takeOver(anna, "volunteers", `${header}Ruth;Lambertz;ruth@example.org;Rheydt\n`);
    const second = await takeOver(anna, "volunteers", `${header}Ruth;Lambertz-Neu;Ruth@Example.org;Eicken\n`);
    expect(second).toMatchObject({ created: 0, unchanged: 1 });
    const [ruth] = await world.inTenant(network.id, (tx) => tx.select().from(volunteers));
    expect(ruth).toMatchObject({ lastName: "Lambertz", district: "rheydt" });
  });

  test("only the chosen lines come, the others can follow", async () => {
    const { anna } = await opened();
    const { id } = await previewOf(anna, "volunteers", fixture("volunteers.csv"));
    const apply = (rows: number[]) => anna.call("applyImport", { params: { id }, body: { rows } });
    expect(expectOk(await apply([2, 3, 8]))).toEqual({ created: 2, unchanged: 0, leftOut: 1 });
    expect(expectOk(await apply([3, 4]))).toEqual({ created: 1, unchanged: 1, leftOut: 0 });
    expect(expectOk(await anna.call("readImport", { params: { id }, query: {} }))).toMatchObject({
      created: 3,
      counts: { new: 5, known: 4, error: 3 },
    });
    expect(refusalOf(await apply([]))).toBe("import_nothing_chosen");
    expect(refusalOf(await apply([999]))).toBe("import_nothing_chosen");
  });

  test("two people pressing at the same moment create everybody once", async () => {
    const { network, anna } = await opened();
    const berta = await coordinatorOf(world, network);
    const first = await previewOf(anna, "volunteers", "Vorname;Nachname\nVera;Muster\nUlla;Ohne\n");
    const second = await previewOf(berta, "volunteers", "Vorname;Nachname\nVera;Muster\nUlla;Ohne\n");
    const replies = await Promise.all([
      anna.call("applyImport", { params: { id: first.id }, body: { rows: "all" } }),
      anna.call("applyImport", { params: { id: first.id }, body: { rows: "all" } }),
      berta.call("applyImport", { params: { id: second.id }, body: { rows: "all" } }),
    ]);
    expect(replies.map((reply) => expectOk(reply).created).toSorted()).toEqual([0, 0, 2]);
  });

  test("what was not read is no longer kept once the list is taken over", async () => {
    const { network, anna } = await opened();
    const { id } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    const [kept] = await world.inTenant(network.id, (tx) => tx.select().from(imports).where(eq(imports.id, id)));
    const place = { table: "imports", column: "cells_sealed", rowId: id };
    expect(world.deps.vault.open(kept?.cellsSealed ?? "", place)).not.toContain("Nummer nachfragen");
  });
});
