import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { coordinatorOf, fixture, openOwnNetwork, takeOver } from "../support/lists.ts";
import { fixturePath, openDesk, pairsOf, planned, type Desk } from "../support/plan.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

let world: TestWorld;
let desk: Desk;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => desk.clear());

const KINDS = ["volunteers", "requests"] as const;
type Kind = (typeof KINDS)[number];

/** Puts both files on the desk, as the options that name them. */
async function put(file: (kind: Kind) => ReturnType<TestClient["call"]>): Promise<string[]> {
  const options = await Promise.all(
    KINDS.map(async (kind) => {
      const { status, raw } = await file(kind);
      if (status !== 200) throw new Error(`The list of ${kind} answered ${status}`);
      return [`--${kind}`, desk.put(kind, raw.rawPayload)];
    }),
  );
  return [...options.flat(), "--today", "2026-11-02"];
}

test("the templates of the import are lists of the plan, every column and every cell", async () => {
  const anna = await coordinatorOf(world, await openOwnNetwork(world));
  const plan = await planned(await put((kind) => anna.call("downloadImportTemplate", { query: { kind } })));
  expect(plan.notes).toEqual([]);
  expect([...plan.volunteers.columns, ...plan.requests.columns].filter(({ field }) => field === null)).toEqual([]);
  expect(plan.totals).toMatchObject({ requests: 1, volunteers: 1, places: 2 });
  expect(plan.unserved[0]?.why?.excluded.map(({ code }) => code)).toEqual(["for_whom_not_offered"]);
});

test.each(["csv", "xlsx"] as const)(
  "what the product exports as %s is planned like the lists it came from",
  async (format) => {
    const anna = await coordinatorOf(world, await openOwnNetwork(world));
    for (const kind of KINDS) await takeOver(anna, kind, fixture(`${kind}.csv`));
    const exported = await planned(
      await put((kind) =>
        anna.call(kind === "volunteers" ? "exportVolunteers" : "exportRequests", { query: { format } }),
      ),
    );
    expect(exported.notes.filter(({ severity }) => severity === "error")).toEqual([]);
    const lists = ["--volunteers", fixturePath("volunteers.csv"), "--requests", fixturePath("requests.csv")];
    const original = await planned([...lists, "--skip-unreadable", "--today", "2026-11-02"]);
    expect(exported.totals.requests).toBe(original.totals.requests);
    expect(pairsOf(exported)).toContain("علي – Ziad Haddad");
    expect(pairsOf(original)).toContain("علي – Ziad Haddad");
  },
);
