import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { fuehrungszeugnisEntries } from "@augenhoehe/api/db/schema/people";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import type { Suggestions } from "@augenhoehe/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeMatchingScene, type MatchingScene, type SceneMentor } from "../support/matching-scene.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const suggestionsFor = async (requestId: string, limit = 50): Promise<Suggestions> =>
  expectOk(await scene.coordinator.client.call("readSuggestions", { params: { id: requestId }, query: { limit } }));
const pairingOf = async (requestId: string, mentor: { id: string }) =>
  expectOk(await scene.coordinator.client.call("readPairing", { params: { id: requestId, volunteerId: mentor.id } }));
const idsIn = (found: Suggestions) => found.suggestions.map(({ volunteerId }) => volunteerId);
const countOf = (found: Suggestions, code: string) => found.excluded.find((entry) => entry.code === code)?.mentors ?? 0;

const entrySealed = (mentor: SceneMentor, entry: object) =>
  world.inTenant(scene.network.id, (tx) =>
    tx.insert(fuehrungszeugnisEntries).values({
      networkId: scene.network.id,
      volunteerId: mentor.id,
      entrySealed: world.deps.vault.seal(JSON.stringify(entry), {
        table: "fuehrungszeugnis_entries",
        column: "entry_sealed",
        rowId: mentor.id,
      }),
      recordedAt: world.clock.now,
    }),
  );

describe("suggestions for a request", () => {
  it("ranks who fits, best first, each with points, four reasons and the version of the weights", async () => {
    const good = await scene.mentor({ lastName: "Nah" });
    const far = await scene.mentor({ lastName: "Fern", district: "wickrath-mitte", slots: null, topics: ["offices"] });
    const { requestId } = await scene.openRequest({ reachKm: null });
    const found = await suggestionsFor(requestId);
    const [best, second] = found.suggestions;
    expect(best).toMatchObject({
      volunteerId: good.id,
      name: `${good.firstName} Nah`,
      districtName: "Eicken",
      openTandems: 0,
      openProposals: 0,
      capacity: 1,
    });
    expect(best?.score.parts.map(({ criterion, weight, reason }) => [criterion, weight, reason.code])).toEqual([
      ["language", 35, "shared_language"],
      ["district", 20, "same_district"],
      ["availability", 20, "common_times"],
      ["interests", 25, "shared_topics"],
    ]);
    expect(best?.score.parts[3]?.reason.facts).toEqual({
      topics: "german_practice,letters",
      asked: 2,
      interests: "cooking",
    });
    expect(second?.volunteerId).toBe(far.id);
    expect(best?.score.total).toBeGreaterThan(second?.score.total ?? 100);
    expect(second?.cautions.map(({ code }) => code)).toContain("no_asked_topic");
    expect(found).toMatchObject({ requestId, possible: 2, considered: 2 });
    expect(idsIn(await suggestionsFor(requestId, 1))).toEqual([good.id]);
  });

  it("counts in words why others are not possible, and what each wish costs", async () => {
    const before = await suggestionsFor((await scene.openRequest()).requestId);
    await scene.mentor({ gender: "male" });
    await scene.mentor({ certificateId: null });
    await scene.mentor({ status: "paused" });
    await scene.mentor({ languages: [{ code: "pl", level: "native" }] });
    const { requestId } = await scene.openRequest({
      wishes: { mentorGender: "female", mentorAgeBands: [], eveningOnly: false },
    });
    const found = await suggestionsFor(requestId);
    expect(found.considered).toBe(before.considered + 4);
    expect(countOf(found, "mentor_gender_wish")).toBe(1);
    expect(countOf(found, "not_eligible")).toBe(1);
    expect(countOf(found, "paused")).toBe(1);
    expect(countOf(found, "no_language_bridge")).toBe(1);
    expect(found.wishCosts.find(({ wish }) => wish === "mentorGender")).toEqual({
      wish: "mentorGender",
      moreMentors: 1,
    });
  });

  it("leaves out who has no free place, who left, and who said no to this person before, whatever the request", async () => {
    const [busy, said, gone] = [await scene.mentor(), await scene.mentor(), await scene.mentor({ status: "left" })];
    await scene.propose(await scene.openRequest(), busy);
    const asker = await scene.openRequest();
    const proposalId = await scene.propose(asker, said);
    expectOk(
      await said.client.call("answerProposalAsVolunteer", { params: { id: proposalId }, body: { answer: "no" } }),
    );
    const ids = idsIn(await suggestionsFor(asker.requestId));
    for (const { id } of [busy, said, gone]) expect(ids).not.toContain(id);
    expect((await pairingOf(asker.requestId, said)).exclusions).toEqual([{ code: "declined_pair", facts: {} }]);
    expect((await pairingOf(asker.requestId, busy)).exclusions).toEqual([
      { code: "at_capacity", facts: { open: 1, capacity: 1 } },
    ]);
  });

  it("a former pair never returns after the tandem ended, not even with a place free and the mentee back in the queue", async () => {
    const [asker, mentor] = [await scene.openRequest(), await scene.mentor({ capacity: 2 })];
    const tandemId = await scene.tandem(asker, mentor);
    const end = { params: { id: tandemId }, body: { reason: "did_not_fit" as const, backInQueue: true } };
    expectOk(await scene.coordinator.client.call("endTandem", end));
    expect(idsIn(await suggestionsFor(asker.requestId))).not.toContain(mentor.id);
    expect((await pairingOf(asker.requestId, mentor)).exclusions.map(({ code }) => code)).toContain("former_pair");
  });

  it("shows nobody of another provider or network, and is not theirs to read", async () => {
    const elsewhere = await scene.mentor({ provider: scene.network.otherProvider });
    const { requestId } = await scene.openRequest();
    expect(idsIn(await suggestionsFor(requestId))).not.toContain(elsewhere.id);
    const params = { id: requestId };
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      expect(refusalOf(await client.call("readSuggestions", { params, query: {} }))).toBe("not_found");
      expect(refusalOf(await client.call("searchMentors", { params, query: { search: "Vera" } }))).toBe("not_found");
      const pair = { params: { id: requestId, volunteerId: elsewhere.id } };
      expect(refusalOf(await client.call("readPairing", pair))).toBe("not_found");
    }
    const counsellor = await scene.staff("counsellor");
    expect(refusalOf(await counsellor.client.call("readSuggestions", { params, query: {} }))).toBe("not_permitted");
    expect((await world.anyone().call("readSuggestions", { params, query: {} })).status).toBe(401);
    const many = await scene.coordinator.client.callUnchecked("readSuggestions", { params, query: { limit: "5000" } });
    expect(fieldCodesOf(many)).toEqual({ limit: "too_big" });
  });

  it("asks for a Führungszeugnis only where minors are involved, and opens it only for those whom nothing else excludes", async () => {
    const [valid, old, listed, none] = [
      await scene.mentor(),
      await scene.mentor(),
      await scene.mentor(),
      await scene.mentor(),
    ];
    await entrySealed(valid, { inspectedOn: "2026-10-01", certificateDate: "2026-09-01", listedConviction: false });
    await entrySealed(old, { inspectedOn: "2020-10-01", certificateDate: "2020-09-01", listedConviction: false });
    await entrySealed(listed, { inspectedOn: "2026-10-01", certificateDate: "2026-09-01", listedConviction: true });
    const adults = idsIn(await suggestionsFor((await scene.openRequest()).requestId));
    for (const { id } of [valid, old, listed, none]) expect(adults).toContain(id);

    const unreadable = await scene.mentor({ status: "paused" });
    await world.inTenant(scene.network.id, (tx) =>
      tx.insert(fuehrungszeugnisEntries).values({
        networkId: scene.network.id,
        volunteerId: unreadable.id,
        entrySealed: "v1.cannot-be-opened",
        recordedAt: world.clock.now,
      }),
    );
    const withChild = await scene.openRequest({ forWhom: "with_child" }, { involvesMinors: true });
    const found = await suggestionsFor(withChild.requestId);
    expect(idsIn(found)).toContain(valid.id);
    for (const { id } of [old, listed, none]) expect(idsIn(found)).not.toContain(id);
    expect((await pairingOf(withChild.requestId, none)).exclusions).toEqual([
      { code: "fuehrungszeugnis_missing", facts: {} },
    ]);
  });

  it("lets only specially cleared mentors near somebody who is protected", async () => {
    const id = randomUUID();
    const sealed = (answer: string, rowId: string) =>
      world.deps.vault.seal(answer, { table: "volunteers", column: "protection_clearance_sealed", rowId });
    const cleared = await scene.mentor({ id, protectionClearanceSealed: sealed("yes", id) });
    const otherId = randomUUID();
    const refused = await scene.mentor({ id: otherId, protectionClearanceSealed: sealed("no", otherId) });
    const { requestId } = await scene.openRequest({}, { protected: true });
    const found = await suggestionsFor(requestId);
    expect(idsIn(found)).toEqual([cleared.id]);
    expect((await pairingOf(requestId, refused)).exclusions.map(({ code }) => code)).toEqual([
      "protection_clearance_missing",
    ]);
  });

  it("two requests that differ in the name alone get the same suggestions and points", async () => {
    const one = await suggestionsFor((await scene.openRequest({ chosenName: "Sabine" })).requestId);
    const other = await suggestionsFor((await scene.openRequest({ chosenName: "Fatima" })).requestId);
    expect(other.suggestions).toEqual(one.suggestions);
  });
});

describe("two people side by side", () => {
  it("shows both with matching data only, the points, and the rank among those who are possible", async () => {
    const mentor = await scene.mentor();
    const asker = await scene.openRequest();
    const pairing = await pairingOf(asker.requestId, mentor);
    const found = await suggestionsFor(asker.requestId);
    expect(pairing.rank).toBe(idsIn(found).indexOf(mentor.id) + 1);
    expect(pairing.score).toEqual(found.suggestions.find(({ volunteerId }) => volunteerId === mentor.id)?.score);
    expect(pairing.exclusions).toEqual([]);
    expect(pairing.request).toMatchObject({
      chosenName: "Rania",
      districtName: "Eicken",
      slots: ["tue_evening", "sat_morning"],
    });
    expect(JSON.stringify(pairing)).not.toMatch(/1512|rania@example/);
  });

  it("says every reason why not, and the points all the same", async () => {
    const mentor = await scene.mentor({
      gender: "male",
      certificateId: null,
      agreementVersion: null,
      status: "paused",
    });
    const { requestId } = await scene.openRequest({
      wishes: { mentorGender: "female", mentorAgeBands: [], eveningOnly: false },
    });
    const pairing = await pairingOf(requestId, mentor);
    expect(pairing.exclusions).toEqual([
      { code: "not_eligible", facts: { missing: "agreement,certificate" } },
      { code: "paused", facts: {} },
      { code: "mentor_gender_wish", facts: {} },
    ]);
    expect(pairing.rank).toBeNull();
    expect(pairing.score.total).toBeGreaterThan(0);
  });

  it("finds volunteers of the own provider by part of their name, to ask about", async () => {
    const { id } = await scene.mentor({ firstName: "Käthe", lastName: "Öztürk-Müller" });
    const { requestId } = await scene.openRequest();
    const search = async (text: string) =>
      expectOk(
        await scene.coordinator.client.call("searchMentors", { params: { id: requestId }, query: { search: text } }),
      ).items;
    expect(await search("öztürk")).toEqual([{ volunteerId: id, name: "Käthe Öztürk-Müller" }]);
    expect(await search("käthe öz")).toHaveLength(1);
    expect(await search("%")).toEqual([]);
    expect(await search("")).toEqual([]);
  });

  it("an unknown volunteer and one of another provider are the same answer", async () => {
    const elsewhere = await scene.mentor({ provider: scene.network.otherProvider });
    const { requestId } = await scene.openRequest();
    for (const volunteerId of [elsewhere.id, randomUUID()]) {
      const reply = await scene.coordinator.client.call("readPairing", { params: { id: requestId, volunteerId } });
      expect([reply.status, reply.body]).toEqual([404, { code: "refused", refusal: "not_found" }]);
    }
  });
});

it("suggestions can be read whatever the request's state: a coordinator may look before opening", async () => {
  const { requestId } = await scene.ask();
  expect((await suggestionsFor(requestId)).requestId).toBe(requestId);
  const [row] = await world.inTenant(scene.network.id, (tx) =>
    tx.select().from(mentorRequests).where(eq(mentorRequests.id, requestId)),
  );
  expect(row?.status).toBe("submitted");
});
