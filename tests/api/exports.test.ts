import { afterAll, beforeAll, expect, test } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { readTable } from "@augenhoehe/api/spreadsheet/read-table";
import { coordinatorOf, fixture, openOwnNetwork, previewOf, rowAt, takeOver } from "../support/lists.ts";
import { makeVolunteer } from "../support/make-volunteer.ts";
import { ask, RANIA } from "../support/newcomer.ts";
import { expectOk } from "../support/replies.ts";
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

type Format = "csv" | "xlsx";
const fileOf = async (client: TestClient, kind: "volunteers" | "requests", format: Format = "csv") => {
  const name = kind === "volunteers" ? "exportVolunteers" : "exportRequests";
  const { status, raw } = await client.call(name, { query: { format } });
  if (status !== 200) throw new Error(`The export answered ${status}`);
  return { content: raw.rawPayload, headers: raw.headers };
};

test.each(["csv", "xlsx"] as const)(
  "volunteers written as %s read back as the same people, unchanged",
  async (format) => {
    const { anna } = await opened();
    await takeOver(anna, "volunteers", fixture("volunteers.csv"));
    const { content, headers } = await fileOf(anna, "volunteers", format);
    expect(headers["content-disposition"]).toContain(`freiwillige-2026-11-02.${format}`);
    const preview = await previewOf(anna, "volunteers", content);
    expect(preview.counts).toEqual({ new: 0, known: 8, error: 0 });
    expect(preview.rows.flatMap(({ remarks }) => remarks)).toEqual([]);
    expect(preview.columns.every(({ field }) => field !== null)).toBe(true);
  },
);

test("requests read back elsewhere as what they were", async () => {
  const { anna } = await opened();
  await takeOver(anna, "requests", fixture("requests.csv"));
  const { content } = await fileOf(anna, "requests");
  expect((await previewOf(anna, "requests", content)).counts).toEqual({ new: 0, known: 8, error: 0 });
  const { anna: elsewhere } = await opened();
  await takeOver(elsewhere, "requests", content);
  const again = await fileOf(elsewhere, "requests");
  expect((await readTable(again.content)).rows.map(({ cells }) => cells).toSorted()).toEqual(
    (await readTable(content)).rows.map(({ cells }) => cells).toSorted(),
  );
});

test("a request somebody sent on their own phone reads back too", async () => {
  const { network, anna } = await opened();
  await ask(world, network);
  const { content } = await fileOf(anna, "requests");
  const preview = await previewOf(anna, "requests", content);
  expect(preview.counts).toEqual({ new: 0, known: 1, error: 0 });
  const { languages, slots, topics, interests, gender, ageBand, reachKm } = RANIA;
  expect(rowAt(preview, 2).understood).toMatchObject({
    ...{ languages, slots, interests, gender, ageBand, reachKm, districtName: "Eicken" },
    ...{ topics: [...topics], phone: "+49 1512 3456789", email: "rania@example.org" },
  });
});

test("names that a spreadsheet would run are guarded, phone numbers stay whole", async () => {
  const { network, anna } = await opened();
  const provider = network.intake;
  const name = { firstName: "=1+1", lastName: "@SUM(A1)" };
  const { id } = await makeVolunteer(world, { network, provider, ...name, email: "f@example.org" });
  await takeOver(anna, "volunteers", "Vorname;Nachname;Telefon\nVera;Muster;0171 3920011\n");
  const text = (await fileOf(anna, "volunteers")).content.toString("utf8");
  expect(text.startsWith("\ufeffVorname;Nachname;")).toBe(true);
  expect(text).toContain("'=1+1;'@SUM(A1);f@example.org");
  expect(text).toContain("Vera;Muster;;+49 171 3920011;");
  for (const format of ["csv", "xlsx"] as const) {
    const { content } = await fileOf(anna, "volunteers", format);
    const preview = await previewOf(anna, "volunteers", content);
    expect(preview.rows.find(({ subjectId }) => subjectId === id)).toMatchObject({
      status: "known",
      name: "=1+1 @SUM(A1)",
    });
  }
});

test("nobody under protection is in a file, not even for the coordinator in charge", async () => {
  const { anna } = await opened();
  await takeOver(anna, "requests", fixture("requests.csv"));
  const preview = await previewOf(anna, "requests", fixture("requests.csv"));
  const settled = { interpreterAgreed: false, involvesMinors: false, inReceptionCentre: false, priority: false };
  const body = { kind: "tandem" as const, ...settled, protected: true };
  expectOk(await anna.call("clarifyRequest", { params: { id: rowAt(preview, 2).subjectId ?? "" }, body }));
  const { content } = await fileOf(anna, "requests");
  expect(content.toString("utf8")).not.toContain("Rasha");
  expect(content.toString("utf8")).toContain("Oleksandr");
});

test("a filtered list is a filtered file, and the log says who took how many people along", async () => {
  const { network, anna } = await opened();
  await takeOver(anna, "volunteers", fixture("volunteers.csv"));
  const { raw } = await anna.call("exportVolunteers", { query: { format: "csv", district: "eicken" } });
  const { rows } = await readTable(raw.rawPayload);
  expect(rows.map(({ cells }) => cells[0])).toEqual(["Sevgi"]);
  const entries = await world.inTenant(network.id, (tx) => tx.select().from(activities));
  expect(entries.filter(({ action }) => action === "list_exported").map(({ facts }) => facts)).toEqual([
    { kind: "volunteers", format: "csv", people: 1 },
  ]);
});

test("people of another provider are in nobody else's file", async () => {
  const { network, anna } = await opened();
  await takeOver(anna, "volunteers", fixture("volunteers.csv"));
  const neighbour = await coordinatorOf(world, network, network.otherProvider);
  expect((await readTable((await fileOf(neighbour, "volunteers")).content)).rows).toEqual([]);
});

test.each(["volunteers", "requests"] as const)("the template for %s is understood without a remark", async (kind) => {
  const { anna } = await opened();
  const { raw } = await anna.call("downloadImportTemplate", { query: { kind } });
  const preview = await previewOf(anna, kind, raw.rawPayload);
  expect(preview.counts).toEqual({ new: 1, known: 0, error: 0 });
  expect(preview.rows.flatMap(({ remarks }) => remarks)).toEqual([]);
  expect(preview.columns.every(({ field }) => field !== null)).toBe(true);
});
