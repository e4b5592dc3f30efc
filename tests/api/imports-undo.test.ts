import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consents, importedRows, mentees, volunteers } from "@augenhoehe/api/db/schema/people";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { accounts, mails } from "@augenhoehe/api/db/schema/platform";
import { coordinatorOf, fixture, openOwnNetwork, previewOf, rowAt, takeOver } from "../support/lists.ts";
import { makeAccount, signInAs } from "../support/make-network.ts";
import { openForeignNetwork } from "../support/newcomer.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());

async function opened() {
  const network = await openOwnNetwork(world);
  return { network, anna: await coordinatorOf(world, network) };
}

const protect = (client: TestClient, id: string) =>
  client.call("clarifyRequest", {
    params: { id },
    body: {
      kind: "tandem",
      ...{ interpreterAgreed: false, involvesMinors: false, inReceptionCentre: false },
      ...{ protected: true, priority: false },
    },
  });

describe("requests from a list", () => {
  test("are taken over only when the coordinator says that the people agreed", async () => {
    const { network, anna } = await opened();
    const { id } = await previewOf(anna, "requests", fixture("requests.csv"));
    const apply = (body: { rows: "all"; consentGiven?: boolean }) => anna.call("applyImport", { params: { id }, body });
    expect(refusalOf(await apply({ rows: "all" }))).toBe("consent_missing");
    expect(refusalOf(await apply({ rows: "all", consentGiven: false }))).toBe("consent_missing");
    expect(expectOk(await apply({ rows: "all", consentGiven: true }))).toEqual({
      created: 8,
      unchanged: 1,
      leftOut: 1,
    });
    const [rows, agreed, sent] = await world.inTenant(network.id, async (tx) => [
      await tx.select().from(mentorRequests).innerJoin(mentees, eq(mentees.id, mentorRequests.menteeId)),
      await tx.select().from(consents),
      await tx.select().from(mails),
    ]);
    expect([rows.length, agreed.length, sent.length]).toEqual([8, 0, 0]);
    const mamadou = rows.find(({ mentees: { chosenName } }) => chosenName === "Mamadou");
    expect(mamadou?.mentor_requests).toMatchObject({
      ...{ status: "submitted", via: "import", importId: id, kind: "tandem", district: "eicken", priority: false },
      submittedAt: new Date("2026-03-01T11:00:00Z"),
    });
    expect(mamadou?.mentees).toMatchObject({ locale: "en", gender: "male", ageBand: "18_26", releaseEmail: false });
    const place = { table: "mentees", column: "other_contact_sealed", rowId: mamadou?.mentees.id ?? "" };
    expect(world.deps.vault.open(mamadou?.mentees.otherContactSealed ?? "", place)).toBe("0151/…");
    const hevi = rows.find(({ mentees: { chosenName } }) => chosenName === "Hêvî");
    expect(hevi?.mentor_requests).toMatchObject({ forWhom: "with_child", involvesMinors: true });
    const detail = expectOk(await anna.call("readRequest", { params: { id: mamadou?.mentor_requests.id ?? "" } }));
    expect(detail).toMatchObject({ via: "import", consent: null, status: "submitted" });
  });

  test("somebody hidden from this coordinator is not recognised in another list", async () => {
    const { network, anna } = await opened();
    await takeOver(anna, "requests", fixture("requests.csv"));
    const preview = await previewOf(anna, "requests", fixture("requests.csv"));
    expectOk(await protect(anna, rowAt(preview, 2).subjectId ?? ""));
    const berta = await coordinatorOf(world, network);
    const probe = "Name;Telefon;Sprachen\nRasha;0171 3920051;Arabisch\nOleksandr;0171 3920052;Ukrainisch\n";
    expect((await previewOf(berta, "requests", probe)).rows.map(({ status }) => status)).toEqual(["new", "known"]);
    expect((await previewOf(anna, "requests", probe)).rows.map(({ status }) => status)).toEqual(["known", "known"]);
  });
});

describe("taking a list back", () => {
  test("removes everybody it created with their accounts, and the list can come again", async () => {
    const { network, anna } = await opened();
    const { id } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    expect(expectOk(await anna.call("undoImport", { params: { id } }))).toEqual({ removed: 8, kept: [] });
    const left = await world.inTenant(network.id, async (tx) => ({
      volunteers: await tx.select().from(volunteers),
      rows: await tx.select().from(importedRows),
      accounts: (await tx.select().from(accounts)).filter(({ volunteerId }) => volunteerId !== null),
    }));
    expect(left).toEqual({ volunteers: [], rows: [], accounts: [] });
    expect(refusalOf(await anna.call("undoImport", { params: { id } }))).toBe("import_not_applied");
    const read = expectOk(await anna.call("readImport", { params: { id }, query: {} }));
    expect(read).toMatchObject({ created: 0, counts: { new: 8, known: 1, error: 3 } });
    expect(read.undoneAt).not.toBeNull();
    const again = await anna.call("applyImport", { params: { id }, body: { rows: "all" } });
    expect(expectOk(again).created).toBe(8);
  });

  test("keeps volunteers somebody has worked with or who came themselves, and names them", async () => {
    const { network, anna } = await opened();
    const { id } = await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    const preview = await previewOf(anna, "volunteers", fixture("volunteers.csv"));
    const [met, changed, came] = [2, 3, 4].map((line) => rowAt(preview, line).subjectId ?? "");
    const interview = { heldOn: "2026-10-01", note: "freundlich" };
    expectOk(await anna.call("recordInterview", { params: { id: met ?? "" }, body: interview }));
    const detail = expectOk(await anna.call("readVolunteer", { params: { id: changed ?? "" } }));
    expectOk(await anna.call("updateVolunteer", { params: { id: changed ?? "" }, body: detail.profile }));
    const [account] = await world.inTenant(network.id, (tx) =>
      tx
        .select()
        .from(accounts)
        .where(eq(accounts.volunteerId, came ?? "")),
    );
    if (account === undefined) throw new Error("An imported volunteer has no account");
    await signInAs(world, account);
    const undone = expectOk(await anna.call("undoImport", { params: { id } }));
    expect(undone.removed).toBe(5);
    expect(undone.kept.map(({ name }) => name).toSorted()).toEqual(["Annegret Küppers", "Sevgi Yildiz", "Ziad Haddad"]);
    expect(refusalOf(await anna.call("undoImport", { params: { id } }))).toBe("import_undo_blocked");
    const people = await world.inTenant(network.id, (tx) => tx.select().from(volunteers));
    expect(people).toHaveLength(3);
  });

  test("keeps requests that are settled; a person under another's protection is kept and not named", async () => {
    const { network, anna } = await opened();
    const berta = await coordinatorOf(world, network);
    const { id } = await takeOver(anna, "requests", fixture("requests.csv"));
    const preview = await previewOf(anna, "requests", fixture("requests.csv"));
    expectOk(await protect(berta, rowAt(preview, 2).subjectId ?? ""));
    const close = { params: { id: rowAt(preview, 3).subjectId ?? "" }, body: { reason: "moved" as const } };
    expectOk(await anna.call("closeRequest", close));
    const undone = expectOk(await anna.call("undoImport", { params: { id } }));
    expect(undone).toMatchObject({ removed: 6, kept: [{ name: "Oleksandr" }] });
    const names = await world.inTenant(network.id, (tx) => tx.select({ name: mentees.chosenName }).from(mentees));
    expect(names.map(({ name }) => name).toSorted()).toEqual(["Oleksandr", "Rasha"]);
  });

  test("a list that has created people cannot be read differently or thrown away", async () => {
    const { anna } = await opened();
    const { id } = await takeOver(anna, "requests", fixture("requests.csv"));
    const mapping = { params: { id }, body: { mapping: [] } };
    expect(refusalOf(await anna.call("remapImport", mapping))).toBe("import_applied_already");
    expect(refusalOf(await anna.call("discardImport", { params: { id } }))).toBe("import_applied_already");
  });

  test("a preview is thrown away for good", async () => {
    const { anna } = await opened();
    const { id } = await previewOf(anna, "requests", fixture("requests.csv"));
    expect(refusalOf(await anna.call("undoImport", { params: { id } }))).toBe("import_not_applied");
    expectOk(await anna.call("discardImport", { params: { id } }));
    expect(refusalOf(await anna.call("readImport", { params: { id }, query: {} }))).toBe("not_found");
    expect(expectOk(await anna.call("listImports")).items).toEqual([]);
  });
});

describe("whose lists", () => {
  const everything = async (client: TestClient, id: string) => [
    await client.call("readImport", { params: { id }, query: {} }),
    await client.call("remapImport", { params: { id }, body: { mapping: [] } }),
    await client.call("applyImport", { params: { id }, body: { rows: "all", consentGiven: true } }),
    await client.call("undoImport", { params: { id } }),
    await client.call("discardImport", { params: { id } }),
  ];

  test("another provider and another network find nothing under the same id", async () => {
    const { network, anna } = await opened();
    const { id } = await takeOver(anna, "requests", fixture("requests.csv"));
    const neighbour = await coordinatorOf(world, network, network.otherProvider);
    const stranger = await coordinatorOf(world, await openForeignNetwork(world));
    for (const client of [neighbour, stranger]) {
      expect((await everything(client, id)).map(refusalOf)).toEqual(Array(5).fill("not_found"));
      expect(expectOk(await client.call("listImports")).items).toEqual([]);
    }
    expect(expectOk(await anna.call("listImports")).items).toMatchObject([{ id, created: 8, kind: "requests" }]);
  });

  test("volunteers, trainers and counsellors have no lists, and without a session there is nothing", async () => {
    const { network, anna } = await opened();
    const { id } = await previewOf(anna, "requests", fixture("requests.csv"));
    for (const role of ["trainer", "counsellor"] as const) {
      const client = await signInAs(
        world,
        await makeAccount(world, { network, provider: network.intake, roles: [role] }),
      );
      const replies = [
        ...(await everything(client, id)),
        await client.call("listImports"),
        await client.call("previewImport", { body: { kind: "requests", fileName: "x", contentBase64: "" } }),
        await client.call("exportVolunteers", { query: { format: "csv" } }),
        await client.call("exportRequests", { query: { format: "csv" } }),
        await client.call("downloadImportTemplate", { query: { kind: "requests" } }),
      ];
      expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(403));
    }
    expect((await everything(world.anyone(), id)).map(({ status }) => status)).toEqual(Array(5).fill(401));
  });
});
