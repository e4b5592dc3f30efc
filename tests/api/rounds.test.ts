import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { activities, networks } from "@augenhoehe/api/db/schema/platform";
import { fuehrungszeugnisEntries, volunteers } from "@augenhoehe/api/db/schema/people";
import { matchingRounds, roundDrafts } from "@augenhoehe/api/db/schema/rounds";
import { mentorRequests, proposals } from "@augenhoehe/api/db/schema/matching";
import { openFrozen } from "@augenhoehe/api/matching-rounds/frozen-round";
import { sealFuehrungszeugnis } from "@augenhoehe/api/people/fuehrungszeugnis-entry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYBODY, USUAL, makeRound, openRoundAs, pairsOf } from "../support/make-round.ts";
import { signInAs } from "../support/make-network.ts";
import { CLARIFIED, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { openOtherProcess } from "../support/other-process.ts";
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

describe("what is frozen", () => {
  it("gives the same plan after everything around it has changed: weights, mentors, answers, a year", async () => {
    const circle = languageCircle(scene, "ur");
    const [first, second] = [await circle.mentor(), await circle.mentor({ district: "rheydt", slots: null })];
    const [one, two] = [
      await circle.asker({ reachKm: null }),
      await circle.asker({ topics: ["offices"], reachKm: null }),
    ];
    const round = await makeRound(scene.coordinator.client, circle);
    const before = await round.plan();
    await world.inTenant(scene.network.id, async (tx) => {
      await tx
        .update(networks)
        .set({ weights: { language: 0, district: 0, availability: 100, interests: 0 }, weightsVersion: 9 });
      await tx
        .update(volunteers)
        .set({ district: "wickrath-mitte", slots: null, topics: [], capacity: 0 })
        .where(eq(volunteers.id, first.id));
      await tx.update(volunteers).set({ status: "paused", languages: [] }).where(eq(volunteers.id, second.id));
      await tx
        .update(mentorRequests)
        .set({ district: null, languages: [], topics: [] })
        .where(eq(mentorRequests.id, one.requestId));
    });
    world.clock.advance({ days: 365 });
    const other = await openOtherProcess(world);
    const after = await openRoundAs(await signInAs(other.world, scene.coordinator.account), round.params).plan();
    world.clock.advance({ days: -365 });
    await world.inTenant(scene.network.id, (tx) =>
      tx
        .update(networks)
        .set({ weights: { language: 35, district: 20, availability: 20, interests: 25 }, weightsVersion: 1 }),
    );
    await other.close();
    expect(after).toEqual(before);
    expect(Object.keys(pairsOf(before)).toSorted()).toEqual([one.requestId, two.requestId].toSorted());
  });

  it("forgets whoever was put under protection or handed over since: in no list, no number, no answer", async () => {
    const circle = languageCircle(scene, "ha");
    const mentor = await circle.mentor();
    const [hidden, waits] = [
      await circle.asker({ chosenName: "Verborgen" }),
      await circle.asker({ topics: [], interests: [] }),
    ];
    const round = await makeRound(scene.coordinator.client, circle);
    await round.edit({ kind: "pin", requestId: hidden.requestId, mentorId: mentor.id });
    expect(pairsOf(await round.plan())).toEqual({ [hidden.requestId]: mentor.id });
    const params = { id: hidden.requestId };
    expectOk(
      await scene.coordinator.client.call("clarifyRequest", { params, body: { ...CLARIFIED, protected: true } }),
    );
    const plan = await round.plan();
    expect(pairsOf(plan)).toEqual({ [waits.requestId]: mentor.id });
    expect(plan.figures).toMatchObject({ requests: 1, served: 1, pinned: 0 });
    expect(JSON.stringify(plan)).not.toContain("Verborgen");
    expect(JSON.stringify(plan)).not.toContain(hidden.requestId);
    const pair = { params: { ...round.params, requestId: hidden.requestId } };
    expect(refusalOf(await scene.coordinator.client.call("readRoundPair", pair))).toBe("not_found");
    const edit = { kind: "unpin" as const, requestId: hidden.requestId };
    const body = { revision: 2, edit };
    expect(refusalOf(await scene.coordinator.client.call("editRoundDraft", { params: round.params, body }))).toBe(
      "not_found",
    );
    await round.edit({ kind: "pin", requestId: waits.requestId, mentorId: mentor.id });
    await round.edit({ kind: "prioritise", requestId: waits.requestId });
    const undone = { params: round.params, body: { revision: 4 } };
    expectOk(await scene.coordinator.client.call("undoRoundStep", undone));
    const again = await round.plan();
    expect([pairsOf(again), again.figures.pinned, again.figures.priorityRequests]).toEqual([
      { [waits.requestId]: mentor.id },
      1,
      0,
    ]);
    const send = { params: round.params, body: { revision: 5, requestIds: [hidden.requestId] } };
    expect(refusalOf(await scene.coordinator.client.call("sendRound", send))).toBe("not_found");
  });
});

describe("rounds of a provider", () => {
  it("stand in a list, the newest first; others' do not", async () => {
    const circle = languageCircle(scene, "yo");
    await circle.mentor();
    await circle.asker();
    world.clock.advance({ minutes: 1 });
    const older = await makeRound(scene.coordinator.client, circle);
    world.clock.advance({ minutes: 1 });
    const newer = await makeRound(scene.colleague.client, circle);
    const list = expectOk(await scene.coordinator.client.call("listRounds", { query: {} }));
    expect(list.items.slice(0, 2).map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(list.items[0]).toMatchObject({
      name: "Herbstrunde",
      createdBy: scene.colleague.account.displayName,
      closedAt: null,
      requests: 1,
      drafts: 1,
      sent: 0,
    });
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      expect(expectOk(await client.call("listRounds", { query: {} })).items).toEqual([]);
      expect(refusalOf(await client.call("readRoundPlan", { params: newer.params, query: {} }))).toBe("not_found");
    }
    const detail = expectOk(await scene.coordinator.client.call("readRound", { params: { id: newer.id } }));
    expect(detail).toMatchObject({ weightsVersion: 1, filter: { ...EVERYBODY, languages: ["yo"] } });
    expect(detail.drafts).toMatchObject([{ id: newer.draftId, revision: 1, steps: 0, figures: { served: 1 } }]);
  });

  it("a closed round is read and changes no more", async () => {
    const circle = languageCircle(scene, "ig");
    const [mentor, asker] = [await circle.mentor(), await circle.asker()];
    const { client } = scene.coordinator;
    const round = await makeRound(client, circle);
    const { id, params } = round;
    expectOk(await client.call("renameRound", { params: { id }, body: { name: "Winterrunde" } }));
    expectOk(await client.call("closeRound", { params: { id } }));
    expect((await roundRow(id))?.closedAt).toEqual(world.clock.now);
    expect((await round.plan()).total).toBe(1);
    const edit = { kind: "pin" as const, requestId: asker.requestId, mentorId: mentor.id };
    const refusals = [
      await client.call("renameRound", { params: { id }, body: { name: "Noch einmal" } }),
      await client.call("closeRound", { params: { id } }),
      await client.call("createRoundDraft", { params: { id }, body: { name: "Kopie", copyOf: round.draftId } }),
      await client.call("renameRoundDraft", { params, body: { name: "Anders" } }),
      await client.call("deleteRoundDraft", { params }),
      await client.call("editRoundDraft", { params, body: { revision: 1, edit } }),
      await client.call("undoRoundStep", { params, body: { revision: 1 } }),
      await client.call("changeRoundSettings", {
        params,
        body: { revision: 1, settings: { ...USUAL, minimumPoints: 1 } },
      }),
      await client.call("sendRound", { params, body: { revision: 1, requestIds: "all" } }),
    ];
    expect(refusals.map(refusalOf)).toEqual(refusals.map(() => "round_closed"));
    expect((await actionsOf(id)).map(({ action }) => action)).toEqual([
      "round_created",
      "round_renamed",
      "round_closed",
    ]);
  });

  it("a deleted round is gone with everything frozen in it; its proposals stay", async () => {
    const circle = languageCircle(scene, "ff");
    await circle.mentor();
    await circle.asker();
    const { client } = scene.coordinator;
    const round = await makeRound(client, circle);
    const { sent } = await round.send();
    expect(sent).toHaveLength(1);
    expectOk(await client.call("deleteRound", { params: { id: round.id } }));
    expect(await roundRow(round.id)).toBeUndefined();
    const left = await world.inTenant(scene.network.id, async (tx) => ({
      drafts: await tx.select().from(roundDrafts).where(eq(roundDrafts.roundId, round.id)),
      proposals: await tx
        .select()
        .from(proposals)
        .where(eq(proposals.id, sent[0]?.proposalId ?? randomUUID())),
    }));
    expect([left.drafts.length, left.proposals.length]).toEqual([0, 1]);
    expect(refusalOf(await client.call("readRound", { params: { id: round.id } }))).toBe("not_found");
    expect(refusalOf(await client.call("deleteRound", { params: { id: round.id } }))).toBe("not_found");
  });
});
