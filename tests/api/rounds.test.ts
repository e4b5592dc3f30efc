import { eq } from "drizzle-orm";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { fuehrungszeugnisEntries, volunteers } from "@augenhoehe/api/db/schema/people";
import { matchingRounds } from "@augenhoehe/api/db/schema/rounds";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { openFrozen } from "@augenhoehe/api/matching-rounds/frozen-round";
import { sealFuehrungszeugnis } from "@augenhoehe/api/people/fuehrungszeugnis-entry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYBODY, USUAL, makeRound, pairsOf } from "../support/make-round.ts";
import { makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { languageCircle } from "../support/round-people.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const roundRow = (id: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const [row] = await tx.select().from(matchingRounds).where(eq(matchingRounds.id, id));
    return row;
  });
const actionsOf = (id: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const rows = await tx.select().from(activities).where(eq(activities.subjectId, id));
    return rows.map(({ action, facts }) => ({ action, facts }));
  });

describe("a new round", () => {
  it("plans everybody who waits with the mentors who are free, and says so in names, points and reasons", async () => {
    const circle = languageCircle(scene, "ti");
    const [near, far] = [
      await circle.mentor({ lastName: "Nah" }),
      await circle.mentor({ district: "odenkirchen-mitte" }),
    ];
    const [rania, other] = [await circle.asker(), await circle.asker({ chosenName: "Salma", reachKm: null })];
    const round = await makeRound(scene.coordinator.client, circle);
    const plan = await round.plan();
    expect(new Set(Object.values(pairsOf(plan)))).toEqual(new Set([near.id, far.id]));
    expect(pairsOf(plan)[rania.requestId]).toBe(near.id);
    const pair = plan.pairs.find(({ requestId }) => requestId === rania.requestId);
    expect(pair).toMatchObject({
      chosenName: "Rania",
      districtName: "Eicken",
      mentorId: near.id,
      name: `${near.firstName} Nah`,
      mentorDistrict: "eicken",
      pinned: false,
      priority: false,
      mentorPlace: 1,
      bonus: 0,
      standing: { state: "ready" },
    });
    expect(pair?.score.parts.map(({ criterion, reason }) => [criterion, reason.code])).toEqual([
      ["language", "shared_language"],
      ["district", "same_district"],
      ["availability", "common_times"],
      ["interests", "shared_topics"],
    ]);
    expect(plan).toMatchObject({
      revision: 1,
      proved: true,
      total: 2,
      sendable: 2,
      unserved: [],
      lastStep: null,
      lastChange: null,
    });
    expect(plan.figures).toMatchObject({ requests: 2, served: 2, priorityRequests: 0, pinned: 0 });
    expect(plan.figures.points).toBe(plan.pairs.reduce((sum, { score }) => sum + score.total, 0));
    expect(plan.pairs.map(({ requestId }) => requestId)).toContain(other.requestId);
    expect(JSON.stringify(plan)).not.toMatch(/1512|rania@example/);
  });

  it("shows where both live on a map, true to scale, with a line for every pair of districts", async () => {
    const circle = languageCircle(scene, "so");
    await circle.mentor({ district: "rheydt" });
    await circle.asker({ reachKm: null });
    const { map } = await (await makeRound(scene.coordinator.client, circle)).plan();
    expect(map.lines).toEqual([{ from: "eicken", to: "rheydt", pairs: 1 }]);
    expect(map.districts).toHaveLength(44);
    const [eicken, rheydt] = ["eicken", "rheydt"].map((key) => map.districts.find((district) => district.key === key));
    expect(eicken).toMatchObject({ name: "Eicken", requests: 1 });
    expect(rheydt?.y ?? 0).toBeGreaterThan(eicken?.y ?? 1);
    for (const axis of ["x", "y"] as const) {
      const spots = map.districts.map((district) => district[axis]);
      expect([Math.min(...spots), Math.max(...spots)]).toEqual([0, 1]);
    }
    expect(map.ratio).toBeGreaterThan(0.3);
    expect(map.ratio).toBeLessThan(3);
  });

  it("is made of those who fit the filter: language, district, and the days on which they asked", async () => {
    const circle = languageCircle(scene, "ps");
    await circle.mentor({ capacity: 5 });
    const here = await circle.asker({ reachKm: null });
    const elsewhere = await circle.asker({ district: "rheydt", reachKm: null });
    await world.inTenant(scene.network.id, (tx) =>
      tx
        .update(mentorRequests)
        .set({ submittedAt: new Date("2026-10-10T23:30:00Z") })
        .where(eq(mentorRequests.id, elsewhere.requestId)),
    );
    const idsWith = async (filter: Partial<typeof EVERYBODY>) =>
      Object.keys(
        pairsOf(await (await makeRound(scene.coordinator.client, { filter: { ...circle.filter, ...filter } })).plan()),
      );
    expect(await idsWith({})).toHaveLength(2);
    expect(await idsWith({ districts: ["rheydt"] })).toEqual([elsewhere.requestId]);
    expect(await idsWith({ waitingSince: "2026-10-12" })).toEqual([here.requestId]);
    expect(await idsWith({ waitingSince: "2026-10-11", waitingUntil: "2026-10-11" })).toEqual([elsewhere.requestId]);
    const body = {
      name: "Leer",
      filter: { ...EVERYBODY, ...circle.filter, districts: ["wickrath-mitte"] },
      settings: USUAL,
    };
    expect(refusalOf(await scene.coordinator.client.call("createRound", { body }))).toBe("round_empty");
  });

  it("leaves out who is not open, who has a proposal, and who is protected, and everybody of other providers", async () => {
    const circle = languageCircle(scene, "am");
    const [busy, free] = [await circle.mentor({ capacity: 2 }), await circle.mentor()];
    await circle.mentor({ provider: scene.network.otherProvider });
    await scene.ask({ languages: [{ code: "am", level: "native" }] });
    await scene.propose(await circle.asker(), busy);
    await circle.asker({}, { protected: true });
    const waiting = await circle.asker();
    const round = await makeRound(scene.coordinator.client, circle);
    const row = await roundRow(round.id);
    const { input } = openFrozen(world.deps.vault, round.id, row?.frozenSealed ?? "");
    expect(input.requests.map(({ id }) => id)).toEqual([waiting.requestId]);
    expect(row?.requests).toBe(1);
    const mentors = input.mentors.map(({ id }) => id);
    expect(mentors).toContain(free.id);
    const foreign = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(volunteers).where(eq(volunteers.providerId, scene.network.otherProvider.id)),
    );
    expect(foreign.length).toBeGreaterThan(0);
    for (const { id } of foreign) expect(mentors).not.toContain(id);
  });

  it("is frozen sealed and without names; the log holds counts", async () => {
    const circle = languageCircle(scene, "ckb");
    await circle.mentor({ firstName: "Gudrun", lastName: "Kanarienvogel" });
    await circle.asker({ chosenName: "Zaubername" });
    const round = await makeRound(scene.coordinator.client, circle);
    const row = await roundRow(round.id);
    expect(row?.frozenSealed.startsWith("v1.")).toBe(true);
    const opened = JSON.stringify(openFrozen(world.deps.vault, round.id, row?.frozenSealed ?? ""));
    expect(opened).not.toMatch(/Gudrun|Kanarienvogel|Zaubername|1512/);
    expect(await actionsOf(round.id)).toEqual([
      { action: "round_created", facts: { requests: 1, mentors: row?.mentors } },
    ]);
    const [log] = expectOk(
      await scene.coordinator.client.call("listActivities", { query: { subjectId: round.id } }),
    ).items;
    expect(log).toMatchObject({ action: "round_created", subjectKind: "round", subjectName: "Herbstrunde" });
  });

  it("counts beforehand who could be part of it", async () => {
    const circle = languageCircle(scene, "wo");
    const before = expectOk(await scene.coordinator.client.call("readRoundPool"));
    await circle.mentor({ capacity: 3 });
    await circle.mentor({ status: "paused" });
    await circle.asker();
    await circle.asker({}, { protected: true });
    const pool = expectOk(await scene.coordinator.client.call("readRoundPool"));
    expect([pool.requests, pool.mentors, pool.freePlaces]).toEqual([
      before.requests + 1,
      before.mentors + 1,
      before.freePlaces + 3,
    ]);
    expect(pool.languages).toContainEqual({ code: "wo", requests: 1 });
    expect(pool.districts.find(({ key }) => key === "eicken")?.name).toBe("Eicken");
    expect(pool.defaults.objective).toBe("served-first");
  });

  it("asks for whole sentences: a name, days that exist, settings within their bounds", async () => {
    const body = {
      name: " ",
      filter: { ...EVERYBODY, waitingSince: "2026-02-31" },
      settings: { ...USUAL, minimumPoints: 101, waitingBonus: { pointsPerWeek: -1, atMostPoints: 1001 } },
    };
    const refused = await scene.coordinator.client.callUnchecked("createRound", { body });
    expect(Object.keys(fieldCodesOf(refused)).toSorted()).toEqual([
      "filter.waitingSince",
      "name",
      "settings.minimumPoints",
      "settings.waitingBonus.atMostPoints",
      "settings.waitingBonus.pointsPerWeek",
    ]);
  });

  it("serves first whom staff had marked, and looks at a Führungszeugnis where minors are involved", async () => {
    const circle = languageCircle(scene, "ln");
    const [without, valid] = [await circle.mentor(), await circle.mentor()];
    const entry = { inspectedOn: "2026-10-01", certificateDate: "2026-09-01", listedConviction: false };
    await world.inTenant(scene.network.id, (tx) =>
      tx.insert(fuehrungszeugnisEntries).values({
        networkId: scene.network.id,
        volunteerId: valid.id,
        entrySealed: sealFuehrungszeugnis(world.deps.vault, valid.id, entry),
        recordedAt: world.clock.now,
      }),
    );
    const family = await circle.asker({ forWhom: "with_child" }, { involvesMinors: true, priority: true });
    const urgent = await circle.asker({}, { priority: true });
    const later = await circle.asker();
    const plan = await (await makeRound(scene.coordinator.client, circle)).plan();
    expect(pairsOf(plan)).toEqual({ [family.requestId]: valid.id, [urgent.requestId]: without.id });
    expect(plan.pairs.map(({ priority }) => priority)).toEqual([true, true]);
    expect(plan.figures).toMatchObject({ priorityRequests: 2, priorityServed: 2, served: 2 });
    expect(plan.unserved).toMatchObject([{ requestId: later.requestId, priority: false, because: "taken_by_others" }]);
  });
});
