import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { openProtection, sealProtection } from "@augenhoehe/api/db/repositories/protected-mentees";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { mentees } from "@augenhoehe/api/db/schema/people";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLARIFIED, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { RANIA } from "../support/newcomer.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const rowOf = (id: string) =>
  world.inTenant(scene.network.id, async (tx) => {
    const [row] = await tx
      .select({ request: mentorRequests, mentee: mentees })
      .from(mentorRequests)
      .innerJoin(mentees, eq(mentees.id, mentorRequests.menteeId))
      .where(eq(mentorRequests.id, id));
    if (row === undefined) throw new Error("No such request");
    return row;
  });
const logOf = (subjectId: string) =>
  world.inTenant(scene.network.id, (tx) => tx.select().from(activities).where(eq(activities.subjectId, subjectId)));

describe("the list of requests", () => {
  it("shows who waits longest first, those with priority before, and says how long", async () => {
    const today = world.clock.now;
    world.clock.advance({ days: -3 });
    const first = await scene.ask({ chosenName: "Anfang" });
    world.clock.now = today;
    const second = await scene.ask({ chosenName: "Bald" });
    const third = await scene.openRequest({ chosenName: "Vorrang" }, { priority: true });
    const { items, total } = expectOk(await scene.coordinator.client.call("listRequests", { query: {} }));
    expect(items.map(({ id }) => id)).toEqual([third.requestId, first.requestId, second.requestId]);
    expect(total).toBe(3);
    expect(items[1]).toMatchObject({
      chosenName: "Anfang",
      status: "submitted",
      waitingDays: 3,
      districtName: "Eicken",
    });
    expect(Object.keys(items[0] ?? {}).sort()).toEqual([
      "chosenName",
      "districtName",
      "id",
      "kind",
      "languages",
      "priority",
      "status",
      "submittedAt",
      "topics",
      "waitingDays",
    ]);
  });

  it("filters by status, language, district and part of a name, where % and _ stand for themselves", async () => {
    const { client } = await scene.staff("counsellor");
    const tigrinya = await scene.ask({
      chosenName: "100% Selam_",
      languages: [{ code: "ti", level: "native" }],
      district: "rheydt",
    });
    const found = async (query: object) =>
      expectOk(await client.callUnchecked("listRequests", { query })).items.map(({ id }) => id);
    expect(await found({ language: "ti" })).toEqual([tigrinya.requestId]);
    expect(await found({ district: "rheydt" })).toEqual([tigrinya.requestId]);
    expect(await found({ search: "selam" })).toEqual([tigrinya.requestId]);
    expect(await found({ search: "100%" })).toEqual([tigrinya.requestId]);
    expect(await found({ search: "am_" })).toEqual([tigrinya.requestId]);
    expect(await found({ search: "a_m" })).toEqual([]);
    expect(await found({ status: "in_tandem" })).toEqual([]);
    expect((await found({ status: "waiting" })).length).toBeGreaterThan(3);
    expect(fieldCodesOf(await client.callUnchecked("listRequests", { query: { sort: "points", page: "0" } }))).toEqual({
      page: "too_small",
      sort: "invalid_choice",
    });
  });

  it("is empty for another provider and another network, and nobody else's to read", async () => {
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      expect(expectOk(await client.call("listRequests", { query: {} }))).toMatchObject({ items: [], total: 0 });
    }
    expect(refusalOf(await (await scene.staff("trainer")).client.call("listRequests", { query: {} }))).toBe(
      "not_permitted",
    );
    expect((await world.anyone().call("listRequests", { query: {} })).status).toBe(401);
  });
});

describe("reading a request", () => {
  it("gives the answers, the consent, what was settled and whom it could be handed to", async () => {
    const { requestId } = await scene.ask();
    const { client } = await scene.staff("counsellor");
    const request = expectOk(await client.call("readRequest", { params: { id: requestId } }));
    expect(request.answers).toEqual({ ...RANIA, phone: "+49 1512 3456789" });
    expect(request).toMatchObject({
      status: "submitted",
      clarification: CLARIFIED,
      via: "self",
      consent: { textVersion: 1, locale: "ar", way: "online" },
      proposals: [],
      tandemId: null,
      closedReason: null,
    });
    expect(request.otherProviders.map(({ id }) => id)).toContain(scene.otherProvider.account.providerId);
    expect(request.otherProviders.map(({ id }) => id)).not.toContain(scene.network.intake.id);
  });

  it("a foreign request, an unknown one and none at all are the same answer", async () => {
    const { requestId } = await scene.ask();
    const unknown = await scene.coordinator.client.call("readRequest", { params: { id: randomUUID() } });
    const garbled = await scene.coordinator.client.callUnchecked("readRequest", { params: { id: "1 or 1=1" } });
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      const foreign = await client.call("readRequest", { params: { id: requestId } });
      expect([foreign.status, foreign.body]).toEqual([unknown.status, unknown.body]);
    }
    expect([garbled.status, garbled.body]).toEqual([404, unknown.body]);
  });
});

describe("the life of a request", () => {
  it("is clarified, opened, closed with a reason and opened again; each step is in the log with who and when", async () => {
    const { requestId } = await scene.ask();
    const { client, account } = await scene.staff("coordinator");
    const params = { id: requestId };
    expect(refusalOf(await client.call("openRequest", { params }))).toBe("request_not_clarified");
    expectOk(await client.call("clarifyRequest", { params, body: { ...CLARIFIED, interpreterAgreed: true } }));
    expect((await rowOf(requestId)).request).toMatchObject({ status: "clarified", interpreterAgreed: true });
    expectOk(await client.call("openRequest", { params }));
    expect((await rowOf(requestId)).request).toMatchObject({ status: "open", openedAt: world.clock.now });
    expect(refusalOf(await client.call("openRequest", { params }))).toBe("request_already_open");
    expect(refusalOf(await client.call("reopenRequest", { params }))).toBe("request_not_closed");
    expectOk(await client.call("closeRequest", { params, body: { reason: "moved" } }));
    expect((await rowOf(requestId)).request).toMatchObject({ status: "closed", closedReason: "moved" });
    expect(refusalOf(await client.call("closeRequest", { params, body: { reason: "moved" } }))).toBe("request_closed");
    expect(refusalOf(await client.call("clarifyRequest", { params, body: CLARIFIED }))).toBe("request_closed");
    expectOk(await client.call("reopenRequest", { params }));
    expect((await rowOf(requestId)).request).toMatchObject({ status: "open", closedAt: null, closedReason: null });
    const steps = (await logOf(requestId)).filter(({ actorAccountId }) => actorAccountId === account.id);
    expect(steps.map(({ action }) => action).sort()).toEqual([
      "request_clarified",
      "request_closed",
      "request_opened",
      "request_reopened",
    ]);
    expect(JSON.stringify(steps)).not.toContain("Rania");
  });

  it("is changed on the person's word, with bad fields told one by one", async () => {
    const { requestId } = await scene.ask();
    const { client } = await scene.staff("counsellor");
    const change = (changes: object) =>
      client.callUnchecked("updateRequest", { params: { id: requestId }, body: { ...RANIA, ...changes } });
    expectOk(await change({ chosenName: "Rania K.", slots: ["mon_morning"], phone: "02161 12345" }));
    const { request, mentee } = await rowOf(requestId);
    expect([request.slots, mentee.chosenName]).toEqual([1, "Rania K."]);
    expect(fieldCodesOf(await change({ district: "atlantis", topics: ["letters", "flying"] }))).toEqual({
      district: "unknown_key",
      topics: "unknown_key",
    });
    expect(fieldCodesOf(await change({ phone: "12" }))).toEqual({ phone: "invalid_phone" });
    expect(fieldCodesOf(await change({ chosenName: "", religion: "none" }))).toMatchObject({ chosenName: "required" });
  });

  it("is not changed, closed or handed over while a proposal waits", async () => {
    const asker = await scene.openRequest();
    await scene.propose(asker, await scene.mentor());
    const params = { id: asker.requestId };
    const { client } = scene.coordinator;
    const replies = [
      await client.call("updateRequest", { params, body: RANIA }),
      await client.call("closeRequest", { params, body: { reason: "other" } }),
      await client.call("handOverRequest", {
        params,
        body: { providerId: scene.network.otherProvider.id, consentGiven: true },
      }),
    ];
    expect(replies.map(refusalOf)).toEqual(["request_in_proposal", "request_in_proposal", "request_in_proposal"]);
  });

  it("belongs to coordinators of the own provider: a counsellor reads and changes, but does not decide", async () => {
    const { requestId } = await scene.ask();
    const params = { id: requestId };
    const counsellor = await scene.staff("counsellor");
    expect(refusalOf(await counsellor.client.call("clarifyRequest", { params, body: CLARIFIED }))).toBe(
      "not_permitted",
    );
    expect(refusalOf(await counsellor.client.call("openRequest", { params }))).toBe("not_permitted");
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      const replies = [
        await client.call("updateRequest", { params, body: RANIA }),
        await client.call("clarifyRequest", { params, body: CLARIFIED }),
        await client.call("openRequest", { params }),
        await client.call("closeRequest", { params, body: { reason: "other" } }),
        await client.call("reopenRequest", { params }),
      ];
      expect(new Set(replies.map(refusalOf))).toEqual(new Set(["not_found"]));
    }
    expect((await rowOf(requestId)).request.status).toBe("submitted");
  });
});

describe("handing over", () => {
  it("moves everything to the receiving provider with the person's consent; the giving one sees nothing any more", async () => {
    const asker = await scene.openRequest();
    const params = { id: asker.requestId };
    const body = { providerId: scene.network.otherProvider.id, consentGiven: true as const };
    expect(
      fieldCodesOf(
        await scene.coordinator.client.callUnchecked("handOverRequest", {
          params,
          body: { ...body, consentGiven: false },
        }),
      ),
    ).toEqual({ consentGiven: "required" });
    expectOk(await scene.coordinator.client.call("handOverRequest", { params, body }));
    expect(refusalOf(await scene.coordinator.client.call("readRequest", { params }))).toBe("not_found");
    expect(expectOk(await scene.otherProvider.client.call("readRequest", { params })).answers.chosenName).toBe("Rania");
    expect(expectOk(await asker.client.call("readMyRequest")).status).toBe("open");
    const log = expectOk(
      await scene.otherProvider.client.call("listActivities", { query: { subjectId: asker.requestId } }),
    );
    expect(log.items.map(({ action, facts }) => [action, facts])).toEqual([
      ["request_received", { consentGiven: true }],
    ]);
  });

  it("goes nowhere without a provider of the network", async () => {
    const { requestId } = await scene.ask();
    for (const providerId of [randomUUID(), scene.foreignNetwork.intake.id, scene.network.intake.id]) {
      const reply = await scene.coordinator.client.call("handOverRequest", {
        params: { id: requestId },
        body: { providerId, consentGiven: true },
      });
      expect(refusalOf(reply)).toBe("not_found");
    }
  });
});

describe("somebody who must not be found", () => {
  it("is seen by the coordinator who set the flag alone: for everybody else there is no such person", async () => {
    const asker = await scene.openRequest({ chosenName: "Verborgen" }, { protected: true });
    const params = { id: asker.requestId };
    const { mentee } = await rowOf(asker.requestId);
    expect(mentee.protectionSealed).not.toMatch(/yes|no/);
    expect(openProtection(world.deps.vault, mentee)).toEqual({
      isProtected: true,
      inChargeId: scene.coordinator.account.id,
    });
    const unknown = await scene.colleague.client.call("readRequest", { params: { id: randomUUID() } });
    for (const { client } of [scene.colleague, await scene.staff("counsellor")]) {
      const hidden = await client.call("readRequest", { params });
      expect([hidden.status, hidden.body]).toEqual([unknown.status, unknown.body]);
      const { items, total } = expectOk(await client.call("listRequests", { query: { search: "Verborgen" } }));
      expect([items, total]).toEqual([[], 0]);
    }
    const desk = expectOk(await scene.colleague.client.call("readDesk"));
    expect(JSON.stringify(desk)).not.toContain("Verborgen");
    const log = expectOk(await scene.colleague.client.call("listActivities", { query: {} }));
    expect(log.items.some(({ subjectId }) => subjectId === asker.requestId)).toBe(false);

    const own = expectOk(await scene.coordinator.client.call("listRequests", { query: { search: "Verborgen" } }));
    expect(own.total).toBe(1);
    const ownDesk = expectOk(await scene.coordinator.client.call("readDesk"));
    expect(ownDesk.items.map(({ id }) => id)).toContain(asker.requestId);
  });

  it("looks like everybody else in a stolen table, down to the length of what is sealed", async () => {
    const hidden = await rowOf((await scene.openRequest({}, { protected: true })).requestId);
    const known = await rowOf((await scene.openRequest()).requestId);
    expect(hidden.mentee.protectionSealed).toHaveLength(known.mentee.protectionSealed.length);
    const whoeverInCharge = { isProtected: true, inChargeId: null };
    expect(sealProtection(world.deps.vault, known.mentee.id, whoeverInCharge)).toHaveLength(
      known.mentee.protectionSealed.length,
    );
  });

  it("gets no mail, and the mentor's mail names nobody; names and channels stand behind the sign-in", async () => {
    const asker = await scene.openRequest(
      { chosenName: "Verborgen", email: "hidden@example.org" },
      { protected: true },
    );
    const clearance = { table: "volunteers", column: "protection_clearance_sealed" };
    const id = randomUUID();
    const mentor = await scene.mentor({
      id,
      email: "cleared@freiwillig.example",
      protectionClearanceSealed: world.deps.vault.seal("yes", { ...clearance, rowId: id }),
    });
    await world.mailbox.deliver();
    const before = world.mailbox.to("hidden@example.org").length;
    await scene.tandem(asker, mentor);
    await world.mailbox.deliver();
    expect(world.mailbox.to("hidden@example.org")).toHaveLength(before);
    const texts = world.mailbox.to("cleared@freiwillig.example").map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.join()).not.toMatch(/Verborgen|1512/);
  });
});
