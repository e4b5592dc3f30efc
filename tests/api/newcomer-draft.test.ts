import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consents, mentees, requestDrafts } from "@augenhoehe/api/db/schema/people";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { activities, mails } from "@augenhoehe/api/db/schema/platform";
import { DRAFT_KEPT_HOURS, parseReceipt } from "@augenhoehe/domain";
import { makeAccount } from "../support/make-network.ts";
import { CONSENT, RANIA, ask, openForeignNetwork, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { expectOk, errorOf, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let network: OpenNetwork;

beforeAll(async () => {
  world = await createTestApp();
  network = await openNetwork(world);
});
afterAll(() => world.close());

const begin = async () => {
  const client = world.anyone();
  expectOk(await client.call("startDraft", { body: { networkSlug: network.slug, locale: "ar" } }));
  return client;
};

describe("somebody who has begun to ask", () => {
  it("finds the answers again after closing the browser half-way", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: { languages: RANIA.languages } }));
    expectOk(await rania.call("saveDraft", { body: { topics: ["letters"] } }));
    const draft = expectOk(await rania.call("readDraft"));
    expect(draft.answers).toEqual({ locale: "ar", languages: RANIA.languages, topics: ["letters"] });
    expect(draft.networkSlug).toBe(network.slug);
  });

  it("is read by nobody in the database: every answer is sealed", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: { chosenName: "Rania-Klartext" } }));
    const rows = await world.inTenant(network.id, (tx) => tx.select().from(requestDrafts));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("Rania-Klartext");
  });

  it("learns of a number nobody can call at the field, and keeps the rest", async () => {
    const rania = await begin();
    const reply = await rania.call("saveDraft", { body: { chosenName: "Rania", phone: "12" } });
    expect(reply.status).toBe(400);
    expect(fieldCodesOf(reply)).toEqual({ phone: "invalid_phone" });
  });

  it("cannot live in a district or wish for a topic that the network does not have", async () => {
    const rania = await begin();
    const reply = await rania.call("saveDraft", { body: { district: "atlantis", topics: ["flying"] } });
    expect(fieldCodesOf(reply)).toEqual({ district: "unknown_key", topics: "unknown_key" });
  });

  it("finds nothing any more when the hours it is kept are over, and the row is swept out by the next one", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: { chosenName: "Rania" } }));
    world.clock.advance({ hours: DRAFT_KEPT_HOURS });
    expect((await rania.call("readDraft")).status).toBe(401);
    await begin();
    const rows = await world.inTenant(network.id, (tx) => tx.select().from(requestDrafts));
    expect(rows).toHaveLength(1);
  });

  it("can throw everything away", async () => {
    const rania = await begin();
    expectOk(await rania.call("discardDraft"));
    expect(errorOf(await rania.call("readDraft"))).toEqual({ code: "sign_in_required" });
  });

  it("cannot send without a name, a language and a word on how to be reached", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: { languages: RANIA.languages, chosenName: "Rania" } }));
    const reply = await rania.call("submitDraft", { body: { consent: CONSENT } });
    expect(reply.status).toBe(422);
    expect(refusalOf(reply)).toBe("draft_incomplete");
  });

  it("cannot agree to a text that is not the current one", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: RANIA }));
    const reply = await rania.call("submitDraft", { body: { consent: { ...CONSENT, textVersion: 9 } } });
    expect(refusalOf(reply)).toBe("consent_missing");
  });

  it("gets no draft in a network that does not exist", async () => {
    const reply = await world.anyone().call("startDraft", { body: { networkSlug: "nirgendwo", locale: "de" } });
    expect(refusalOf(reply)).toBe("not_found");
  });
});

describe("a request that is sent", () => {
  it("becomes a person, a request and a consent with the intake provider, and the draft is gone", async () => {
    const { client, receipt, requestId } = await ask(world, network, { chosenName: "Rania Eins" });
    expect(parseReceipt(receipt)).toBe(receipt);
    const rows = await world.inTenant(network.id, async (tx) => ({
      request: (await tx.select().from(mentorRequests)).find(({ id }) => id === requestId),
      people: await tx.select().from(mentees),
      given: await tx.select().from(consents),
      log: (await tx.select().from(activities)).filter(({ subjectId }) => subjectId === requestId),
    }));
    const person = rows.people.find(({ id }) => id === rows.request?.menteeId);
    expect(rows.request).toMatchObject({ providerId: network.intake.id, status: "submitted", via: "self" });
    expect(person).toMatchObject({ chosenName: "Rania Eins", locale: "ar", releasePhone: true, releaseEmail: false });
    expect(person?.receiptHash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(person)).not.toContain("23456789");
    expect(JSON.stringify(person)).not.toContain("rania@example.org");
    expect(rows.given.find(({ menteeId }) => menteeId === person?.id)).toMatchObject({
      textVersion: 1,
      locale: "ar",
      way: "online",
      recordedBy: null,
    });
    expect(rows.log.map(({ action, actorKind }) => [action, actorKind])).toEqual([["request_submitted", "mentee"]]);
    expect(refusalOf(await client.call("readDraft"))).toBe("not_permitted");
    const answers = expectOk(await client.call("readMyRequest")).answers;
    expect(answers).toEqual({ ...RANIA, chosenName: "Rania Eins", phone: "+49 1512 3456789" });
  });

  it("may involve minors until a coordinator has settled it, when a child is to come along", async () => {
    const { requestId } = await ask(world, network, { forWhom: "with_child" });
    const rows = await world.inTenant(network.id, (tx) => tx.select().from(mentorRequests));
    expect(rows.find(({ id }) => id === requestId)?.involvesMinors).toBe(true);
  });

  it("answers with the same receipt when the button is pressed twice, and exists once", async () => {
    const rania = await begin();
    expectOk(await rania.call("saveDraft", { body: { ...RANIA, chosenName: "Doppelt" } }));
    const draftCookies = new Map(rania.cookies);
    const [first, second] = await Promise.all([
      rania.call("submitDraft", { body: { consent: CONSENT } }),
      rania.call("submitDraft", { body: { consent: CONSENT } }),
    ]);
    expect(expectOk(second)).toEqual(expectOk(first));
    const people = await world.inTenant(network.id, (tx) => tx.select().from(mentees));
    expect(people.filter(({ chosenName }) => chosenName === "Doppelt")).toHaveLength(1);

    const late = world.anyone();
    for (const [name, value] of draftCookies) late.cookies.set(name, value);
    world.clock.advance({ minutes: 11 });
    expect((await late.call("submitDraft", { body: { consent: CONSENT } })).status).toBe(401);
  });

  it("is told to the person without the receipt, and to the provider's coordinators without the person", async () => {
    const own = await makeAccount(world, { network, provider: network.intake, roles: ["coordinator"] });
    const gone = await makeAccount(world, {
      ...{ network, provider: network.intake, roles: ["coordinator"], disabledAt: world.clock.now },
    });
    const foreign = await makeAccount(world, { network, provider: network.otherProvider, roles: ["coordinator"] });
    const counsellor = await makeAccount(world, { network, provider: network.intake, roles: ["counsellor"] });
    const address = "rania.post@example.org";
    const { receipt, requestId } = await ask(world, network, { chosenName: "Rania Post", email: address });
    await world.mailbox.deliver();

    const [personal, ...more] = world.mailbox.to(address);
    expect(more).toEqual([]);
    expect(personal?.subject).toBe("وصلت رسالتك");
    expect(personal?.fromName).toBeUndefined();
    expect(personal?.text).toContain("/quittung");
    for (const word of [receipt, receipt.slice(0, 4), "Rania Post", "Mentor", "Netzwerk"]) {
      expect(`${personal?.subject} ${personal?.text} ${personal?.html}`).not.toContain(word);
    }
    const [told] = world.mailbox.to(own.email);
    expect(told?.text).toContain(`/team/anfragen/${requestId}`);
    expect(told?.html).not.toContain("Rania");
    for (const silent of [gone, foreign, counsellor]) expect(world.mailbox.to(silent.email)).toEqual([]);
  });

  it("writes no mail to somebody who will look themself", async () => {
    const toPeople = async () => {
      const queued = await world.inTenant(network.id, (tx) => tx.select().from(mails));
      return queued.filter(({ recipientKind }) => recipientKind === "mentee").map(({ id }) => id);
    };
    const before = await toPeople();
    await ask(world, network, { phone: null, email: null, releasePhone: false });
    expect(await toPeople()).toEqual(before);
  });

  it("stays in its network", async () => {
    const foreign = await openForeignNetwork(world);
    const { requestId } = await ask(world, network);
    const rows = await world.inTenant(foreign.id, (tx) => tx.select().from(mentorRequests));
    expect(rows.map(({ id }) => id)).not.toContain(requestId);
  });
});
