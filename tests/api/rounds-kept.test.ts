import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { activities, networks } from "@augenhoehe/api/db/schema/platform";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { matchingRounds, roundDrafts } from "@augenhoehe/api/db/schema/rounds";
import { mentorRequests, proposals } from "@augenhoehe/api/db/schema/matching";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERYBODY, USUAL, makeRound, openRoundAs, pairsOf } from "../support/make-round.ts";
import { signInAs } from "../support/make-network.ts";
import { CLARIFIED, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { startSecondProcess } from "../support/second-process.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
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
    const other = await startSecondProcess(world);
    const after = await openRoundAs(await signInAs(other, scene.coordinator.account), round.params).plan();
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

  it("whoever was handed over to another provider is theirs now, and in nobody else's plan", async () => {
    const circle = languageCircle(scene, "sw");
    await circle.mentor();
    const { requestId } = await circle.asker({ chosenName: "Weitergereicht" });
    const round = await makeRound(scene.coordinator.client, circle);
    const body = { providerId: scene.network.otherProvider.id, consentGiven: true as const };
    expectOk(await scene.coordinator.client.call("handOverRequest", { params: { id: requestId }, body }));
    const plan = await round.plan();
    expect([plan.pairs, plan.unserved, plan.figures.requests]).toEqual([[], [], 0]);
    expect(JSON.stringify(plan)).not.toContain("Weitergereicht");
    expect(await round.send()).toEqual({ sent: [], alreadySent: [], stale: [], left: 0 });
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
