import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mentees } from "@augenhoehe/api/db/schema/people";
import { mentorRequests, proposals } from "@augenhoehe/api/db/schema/matching";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { VISIBLE_OF_VOLUNTEER } from "@augenhoehe/domain";
import { CLARIFIED, makeMatchingScene, type MatchingScene, type SceneMentor } from "../support/matching-scene.ts";
import { RANIA } from "../support/newcomer.ts";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";

let world: TestWorld;
let scene: MatchingScene;

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const look = async (client: TestClient) => expectOk(await client.call("readMyRequest"));
const say = (client: TestClient, id: string, answer: "yes" | "no") =>
  client.call("answerMyProposal", { params: { id }, body: { answer } });
const mentorSays = async (mentor: SceneMentor, id: string, answer: "yes" | "no") =>
  expectOk(await mentor.client.call("answerProposalAsVolunteer", { params: { id }, body: { answer } }));
const requestRow = async (id: string) =>
  (await world.inTenant(scene.network.id, (tx) => tx.select().from(mentorRequests))).find((row) => row.id === id);

describe("what a newcomer sees of the search, stage by stage", () => {
  it("cannot tell a request that waits from one whose mentor is being asked, not by a single key or value", async () => {
    const rania = await scene.openRequest();
    const waiting = await look(rania.client);
    const id = await scene.propose(rania, await scene.mentor());
    expect((await requestRow(rania.requestId))?.status).toBe("in_proposal");
    expect(await look(rania.client)).toEqual(waiting);
    expect(waiting).toMatchObject({ status: "open", proposal: null, canChange: true, canWithdraw: true });
    expect(refusalOf(await say(rania.client, id, "yes"))).toBe("not_found");
  });

  it("learns nothing when the mentor says no or lets it pass", async () => {
    const rania = await scene.openRequest();
    const waiting = await look(rania.client);
    const mentor = await scene.mentor();
    await mentorSays(mentor, await scene.propose(rania, mentor), "no");
    expect(await look(rania.client)).toEqual(waiting);
  });

  it("sees exactly the allowed fields of a volunteer while an answer is asked, and none of the forbidden ones", async () => {
    const rania = await scene.openRequest();
    const mentor = await scene.mentor({ firstName: "Birgit", releasePhone: true });
    const id = await scene.propose(rania, mentor);
    await mentorSays(mentor, id, "yes");
    const mine = await look(rania.client);
    expect(mine.status).toBe("in_proposal");
    expect(Object.keys(mine.proposal?.volunteer ?? {}).toSorted()).toEqual(VISIBLE_OF_VOLUNTEER.proposed.toSorted());
    expect(mine.proposal?.volunteer).toMatchObject({ commonLanguages: ["de", "ar"], districtName: "Eicken" });
    expect(mine.tandem).toBeNull();
    expect(JSON.stringify(mine)).not.toContain("Birgit");
    expect(mine.canChange).toBe(false);
  });

  it("sees nothing of the person any more once the answer is yes, until the coordinator confirms", async () => {
    const rania = await scene.openRequest();
    await scene.bothSaidYes(rania, await scene.mentor({ firstName: "Birgit" }));
    const mine = await look(rania.client);
    expect(mine).toMatchObject({ saidYes: true, proposal: null, tandem: null });
    expect(JSON.stringify(mine)).not.toContain("Birgit");
  });

  it("sees first name, released channels and the first meeting in a tandem, and not the channels kept back", async () => {
    const rania = await scene.openRequest();
    const mentor = await scene.mentor({ firstName: "Birgit", lastName: "Geheim", releaseEmail: true });
    await scene.tandem(rania, mentor);
    const { tandem, ...mine } = await look(rania.client);
    expect(tandem).toEqual({
      mentorName: "Birgit",
      channels: [{ kind: "email", value: mentor.email }],
      firstMeeting: {
        startsAt: "2026-11-20T15:00:00.000Z",
        place: "Stadtbibliothek, Café im Erdgeschoss",
        accompaniedBy: "Frau Lindner",
      },
    });
    expect(mine).toMatchObject({ status: "in_tandem", canChange: false, canWithdraw: false, tandemEnded: false });
    expect(JSON.stringify({ tandem, mine })).not.toContain("Geheim");
  });

  it("sees nothing of the mentor from the next look on when the tandem has ended", async () => {
    const rania = await scene.openRequest();
    const mentor = await scene.mentor({ firstName: "Birgit", releaseEmail: true });
    const id = await scene.tandem(rania, mentor);
    const ended = { params: { id }, body: { reason: "moved" as const, backInQueue: false } };
    expectOk(await scene.coordinator.client.call("endTandem", ended));
    const mine = await look(rania.client);
    expect(mine).toMatchObject({ status: "closed", tandem: null, proposal: null, tandemEnded: true });
    expect(JSON.stringify(mine)).not.toContain("Birgit");
    expect(JSON.stringify(mine)).not.toContain("Stadtbibliothek");
  });
});

describe("how long a request usually waits", () => {
  it("is said in weeks from the fifth tandem on; fewer would tell about single people", async () => {
    const own = await createTestApp();
    const quiet = await makeMatchingScene(own);
    const rania = await quiet.openRequest();
    const askers = [];
    for (let count = 0; count < 5; count++) askers.push(await quiet.openRequest());
    const threeWeeksAgo = new Date(own.clock.now.getTime() - 21 * 86_400_000);
    await own.inTenant(quiet.network.id, (tx) => tx.update(mentorRequests).set({ submittedAt: threeWeeksAgo }));
    const usual: (number | null)[] = [];
    for (const asker of askers) {
      usual.push(expectOk(await rania.client.call("readMyRequest")).usualWeeks);
      await quiet.tandem(asker, await quiet.mentor());
    }
    usual.push(expectOk(await rania.client.call("readMyRequest")).usualWeeks);
    expect(usual).toEqual([null, null, null, null, null, 3]);
    await own.close();
  });
});

describe("a newcomer who changes something", () => {
  it("changes the search while it waits, and the log says which answers, not what they are", async () => {
    const rania = await scene.ask();
    const changed = { district: "rheydt", topics: ["offices"], slots: null };
    expectOk(await rania.client.call("changeMyRequest", { body: changed }));
    expect((await look(rania.client)).answers).toEqual({ ...RANIA, ...changed, phone: "+49 1512 3456789" });
    const log = await world.inTenant(scene.network.id, (tx) => tx.select().from(activities));
    const entry = log.find(({ subjectId, action }) => subjectId === rania.requestId && action === "request_changed");
    expect(entry).toMatchObject({ actorKind: "mentee", facts: { answers: "district,slots,topics" } });
  });

  it("may still change while only the mentor is asked: a refusal would give the question away", async () => {
    const rania = await scene.openRequest();
    await scene.propose(rania, await scene.mentor());
    expectOk(await rania.client.call("changeMyRequest", { body: { interests: ["music"] } }));
    expect((await requestRow(rania.requestId))?.interests).toEqual(["music"]);
  });

  it("cannot change the search in a tandem, but takes back a released phone number at any time", async () => {
    const rania = await scene.openRequest();
    await scene.tandem(rania, await scene.mentor());
    const refused = await rania.client.call("changeMyRequest", { body: { topics: ["offices"] } });
    expect(refused.status).toBe(409);
    expect(refusalOf(refused)).toBe("request_in_tandem");
    expectOk(await rania.client.call("changeMyRequest", { body: { releasePhone: false } }));
    expect((await look(rania.client)).answers.releasePhone).toBe(false);
  });

  it("may need a Führungszeugnis for the mentor as soon as a child comes along, and then keeps needing it", async () => {
    const rania = await scene.openRequest();
    expectOk(await rania.client.call("changeMyRequest", { body: { forWhom: "with_child" } }));
    expect((await requestRow(rania.requestId))?.involvesMinors).toBe(true);
    expectOk(await rania.client.call("changeMyRequest", { body: { forWhom: "self" } }));
    expect((await requestRow(rania.requestId))?.involvesMinors).toBe(true);
  });

  it("learns at the field what cannot be used", async () => {
    const rania = await scene.ask();
    const phone = await rania.client.call("changeMyRequest", { body: { phone: "0151" } });
    expect(fieldCodesOf(phone)).toEqual({ phone: "invalid_phone" });
    const district = await rania.client.call("changeMyRequest", { body: { district: "atlantis" } });
    expect(fieldCodesOf(district)).toEqual({ district: "unknown_key" });
    const status = await rania.client.callUnchecked("changeMyRequest", { body: { status: "open" } });
    expect(fieldCodesOf(status)).toEqual({ status: "unknown_field" });
  });
});

describe("a newcomer who withdraws", () => {
  it("is forgotten by name and contact, ends an open proposal silently, and the coordinators are told", async () => {
    const rania = await scene.openRequest({ chosenName: "Rania Rückzug" });
    const mentor = await scene.mentor();
    const proposalId = await scene.propose(rania, mentor);
    await world.mailbox.deliver();
    const before = world.mailbox.to(mentor.email ?? "").length;
    expect(before).toBeGreaterThan(0);
    expectOk(await rania.client.call("withdrawMyRequest"));

    const request = await requestRow(rania.requestId);
    expect(request).toMatchObject({ status: "closed", closedReason: "withdrawn", district: null });
    const rows = await world.inTenant(scene.network.id, async (tx) => ({
      mentee: (await tx.select().from(mentees)).find(({ id }) => id === request?.menteeId),
      proposal: (await tx.select().from(proposals)).find(({ id }) => id === proposalId),
    }));
    expect(rows.proposal?.state).toBe("withdrawn");
    expect(rows.mentee).toMatchObject({
      chosenName: "—",
      gender: null,
      ageBand: null,
      phoneSealed: null,
      emailSealed: null,
      otherContactSealed: null,
      contactPersonSealed: null,
      releasePhone: false,
    });
    expect(errorOf(await rania.client.call("readMyRequest"))).toEqual({ code: "sign_in_required" });
    const again = await world.anyone().call("signInWithReceipt", {
      body: { networkSlug: scene.network.slug, receipt: rania.receipt },
    });
    expect(refusalOf(again)).toBe("sign_in_failed");
    await world.mailbox.deliver();
    expect(world.mailbox.to(mentor.email ?? "")).toHaveLength(before);
    const told = world.mailbox.to(scene.coordinator.account.email).at(-1);
    expect(told?.subject).toContain("zurückgezogen");
    expect(told?.text).toContain(rania.requestId);
    expect(told?.text).not.toContain("Rania");
    expect(world.mailbox.to(scene.otherProvider.account.email)).toEqual([]);
  });

  it("cannot withdraw from a tandem alone: the coordinator ends it with them", async () => {
    const rania = await scene.openRequest();
    await scene.tandem(rania, await scene.mentor());
    expect(refusalOf(await rania.client.call("withdrawMyRequest"))).toBe("request_in_tandem");
  });

  it("and somebody else's page stay apart: no cookie, a draft and an account are turned away", async () => {
    const draft = world.anyone();
    expectOk(await draft.call("startDraft", { body: { networkSlug: scene.network.slug, locale: "de" } }));
    for (const name of ["readMyRequest", "withdrawMyRequest"] as const) {
      expect(errorOf(await world.anyone().call(name))).toEqual({ code: "sign_in_required" });
      expect(refusalOf(await draft.call(name))).toBe("not_permitted");
      expect(errorOf(await scene.coordinator.client.call(name))).toEqual({ code: "sign_in_required" });
    }
  });
});

describe("somebody under protection", () => {
  it("has no request for anybody who holds the receipt or the open page, from the next look on", async () => {
    const rania = await scene.ask();
    const params = { id: rania.requestId };
    expectOk(
      await scene.coordinator.client.call("clarifyRequest", { params, body: { ...CLARIFIED, protected: true } }),
    );
    expect(errorOf(await rania.client.call("readMyRequest"))).toEqual({ code: "sign_in_required" });
    expect(errorOf(await rania.client.call("changeMyRequest", { body: { chosenName: "X" } }))).toEqual({
      code: "sign_in_required",
    });
  });
});
