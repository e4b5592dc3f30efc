import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consents, mentees } from "@augenhoehe/api/db/schema/people";
import { mentorRequests } from "@augenhoehe/api/db/schema/matching";
import { CLARIFIED, makeMatchingScene, type MatchingScene, type Staff } from "../support/matching-scene.ts";
import { RANIA } from "../support/newcomer.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;
let counsellor: Staff;

const SPOKEN = { textVersion: 1, locale: "ar", way: "in_person" } as const;

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeMatchingScene(world);
  counsellor = await scene.staff("counsellor");
});
afterAll(() => world.close());

describe("a request taken down at a desk", () => {
  it("belongs to the counsellor's provider, with the consent as it was given and who wrote it down", async () => {
    const answers = { ...RANIA, chosenName: "Rania Tisch" };
    const entered = expectOk(
      await counsellor.client.call("createRequestOnBehalf", { body: { answers, consent: SPOKEN } }),
    );
    const rows = await world.inTenant(scene.network.id, async (tx) => ({
      request: (await tx.select().from(mentorRequests)).find(({ id }) => id === entered.id),
      people: await tx.select().from(mentees),
      given: await tx.select().from(consents),
    }));
    expect(rows.request).toMatchObject({ providerId: scene.network.intake.id, via: "desk", status: "submitted" });
    expect(rows.people.find(({ id }) => id === rows.request?.menteeId)?.chosenName).toBe("Rania Tisch");
    expect(rows.given.find(({ menteeId }) => menteeId === rows.request?.menteeId)).toMatchObject({
      ...SPOKEN,
      recordedBy: counsellor.account.id,
      givenAt: world.clock.now,
    });
    const phone = world.anyone();
    const receipt = { body: { networkSlug: scene.network.slug, receipt: entered.receipt } };
    expectOk(await phone.call("signInWithReceipt", receipt));
    expect(expectOk(await phone.call("readMyRequest")).answers.chosenName).toBe("Rania Tisch");
  });

  it("is told to the coordinators by a link, and to the person by a neutral mail without the number", async () => {
    const email = "desk@example.org";
    const body = { answers: { ...RANIA, email, locale: "en" as const }, consent: SPOKEN };
    const { id, receipt } = expectOk(await counsellor.client.call("createRequestOnBehalf", { body }));
    await world.mailbox.deliver();
    const told = world.mailbox.to(scene.coordinator.account.email).map(({ text }) => text);
    expect(told.filter((text) => text.includes(`/team/anfragen/${id}`))).toHaveLength(1);
    const [mail] = world.mailbox.to(email);
    expect(mail?.subject).toBe("Your message has arrived");
    expect(mail?.text).not.toContain(receipt.slice(0, 8));
    expect(world.mailbox.to(scene.otherProvider.account.email)).toEqual([]);
  });

  it("is clarified at once by a coordinator, not by a counsellor", async () => {
    const body = { answers: RANIA, consent: SPOKEN, clarification: { ...CLARIFIED, priority: true } };
    const { id } = expectOk(await scene.coordinator.client.call("createRequestOnBehalf", { body }));
    const rows = await world.inTenant(scene.network.id, (tx) => tx.select().from(mentorRequests));
    expect(rows.find((row) => row.id === id)).toMatchObject({ status: "clarified", priority: true });
    expect(refusalOf(await counsellor.client.call("createRequestOnBehalf", { body }))).toBe("not_permitted");
  });

  it("tells nobody by mail about somebody who must be protected", async () => {
    await world.mailbox.deliver();
    const before = world.mailbox.all.length;
    const answers = { ...RANIA, email: "hidden@example.org" };
    const body = { answers, consent: SPOKEN, clarification: { ...CLARIFIED, protected: true } };
    expectOk(await scene.coordinator.client.call("createRequestOnBehalf", { body }));
    await world.mailbox.deliver();
    expect(world.mailbox.all).toHaveLength(before);
  });

  it("is refused without the current consent text, or when somebody pretends it was given online", async () => {
    const rows = () => world.inTenant(scene.network.id, (tx) => tx.select().from(mentorRequests));
    const before = (await rows()).length;
    for (const consent of [
      { ...SPOKEN, textVersion: 2 },
      { ...SPOKEN, way: "online" as const },
    ]) {
      const reply = await counsellor.client.call("createRequestOnBehalf", { body: { answers: RANIA, consent } });
      expect(refusalOf(reply)).toBe("consent_missing");
    }
    expect(await rows()).toHaveLength(before);
  });

  it("names the field that cannot be used", async () => {
    const answers = { ...RANIA, chosenName: "", languages: [], phone: "abc" };
    const reply = await counsellor.client.call("createRequestOnBehalf", { body: { answers, consent: SPOKEN } });
    expect(fieldCodesOf(reply)).toEqual({ "answers.chosenName": "required", "answers.languages": "required" });
    const phone = { answers: { ...RANIA, phone: "abc" }, consent: SPOKEN };
    expect(fieldCodesOf(await counsellor.client.call("createRequestOnBehalf", { body: phone }))).toEqual({
      phone: "invalid_phone",
    });
  });

  it("is for coordinators and counsellors only", async () => {
    const body = { answers: RANIA, consent: SPOKEN };
    const trainer = await scene.staff("trainer");
    const mentor = await scene.mentor();
    for (const { client } of [trainer, mentor]) {
      expect(refusalOf(await client.call("createRequestOnBehalf", { body }))).toBe("not_permitted");
    }
    expect((await world.anyone().call("createRequestOnBehalf", { body })).status).toBe(401);
  });
});
