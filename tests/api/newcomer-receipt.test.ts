import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatReceipt } from "@augenhoehe/domain";
import { mentees, requestDrafts } from "@augenhoehe/api/db/schema/people";
import { mails, sessions } from "@augenhoehe/api/db/schema/platform";
import { hashReceipt } from "@augenhoehe/api/people/receipt-number";
import { hashSecret } from "@augenhoehe/api/secrets";
import { CLARIFIED, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
let scene: MatchingScene;

beforeAll(async () => {
  world = await createTestApp();
  scene = await makeMatchingScene(world);
});
afterAll(() => world.close());

const open = (receipt: string, client = world.anyone(), networkSlug = scene.network.slug) =>
  client.call("signInWithReceipt", { body: { networkSlug, receipt } });

describe("a receipt number", () => {
  it("opens one's own request on another phone, typed in any way people type", async () => {
    const rania = await scene.ask();
    const arabicDigits = rania.receipt.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
    for (const typed of [formatReceipt(rania.receipt), ` ${rania.receipt} `, arabicDigits]) {
      const phone = world.anyone();
      expectOk(await open(typed, phone));
      expect(expectOk(await phone.call("readMyRequest")).id).toBe(rania.requestId);
    }
  });

  it("that is wrong, unknown, hidden or of another network gets one and the same answer", async () => {
    const rania = await scene.ask();
    const hidden = await scene.ask();
    const params = { id: hidden.requestId };
    expectOk(
      await scene.coordinator.client.call("clarifyRequest", { params, body: { ...CLARIFIED, protected: true } }),
    );
    const mistyped = `${rania.receipt.slice(0, -1)}${(Number(rania.receipt.at(-1)) + 1) % 10}`;
    const answers = [
      await open("1234"),
      await open(mistyped),
      await open(hidden.receipt),
      await open(rania.receipt, world.anyone(), scene.foreignNetwork.slug),
      await open(rania.receipt, world.anyone(), "nirgendwo"),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(answers[0]?.status);
      expect(answer.raw.payload).toBe(answers[0]?.raw.payload);
      expect(answer.raw.cookies).toEqual([]);
    }
    expect(refusalOf(await open("1234"))).toBe("sign_in_failed");
  });

  it("cannot be tried out, and whoever tries does not lock out its owner", async () => {
    const rania = await scene.ask();
    const thief = world.anyone();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 40; attempt++)
      statuses.push((await open("0000 0000 0000 0000 0000", thief)).status);
    expect(statuses).toContain(429);
    expect(errorOf(await open(rania.receipt, thief)).code).toBe("too_many_requests");
    expectOk(await open(rania.receipt));
  });

  it("opens a short session: after twenty quiet minutes the page is closed", async () => {
    const rania = await scene.ask();
    const phone = world.anyone();
    expectOk(await open(rania.receipt, phone));
    world.clock.advance({ minutes: 19 });
    expectOk(await phone.call("readMyRequest"));
    world.clock.advance({ minutes: 19 });
    expectOk(await phone.call("readMyRequest"));
    world.clock.advance({ minutes: 21 });
    expect(errorOf(await phone.call("readMyRequest"))).toEqual({ code: "sign_in_required" });
  });

  it("leaves nothing behind on a shared phone: a copied cookie opens nothing after closing", async () => {
    const rania = await scene.ask();
    const copied = world.anyone();
    for (const [name, value] of rania.client.cookies) copied.cookies.set(name, value);
    expectOk(await rania.client.call("signOutReceipt"));
    expect(rania.client.cookies.has("receipt")).toBe(false);
    expect(errorOf(await copied.call("readMyRequest"))).toEqual({ code: "sign_in_required" });
    expectOk(await world.anyone().call("signOutReceipt"));
  });

  it("is nowhere in the database, neither as digits nor as a plain hash that could be tried out", async () => {
    const rania = await scene.ask();
    const stored = await world.inTenant(scene.network.id, async (tx) => ({
      people: await tx.select().from(mentees),
      sessions: await tx.select().from(sessions),
      drafts: await tx.select().from(requestDrafts),
      mails: await tx.select().from(mails),
    }));
    const everything = JSON.stringify(stored);
    expect(everything).not.toContain(rania.receipt);
    expect(everything).not.toContain(hashSecret(rania.receipt));
    expect(everything).toContain(hashReceipt(world.deps.vault, rania.receipt));
  });
});

describe("a receipt that was lost", () => {
  it("is replaced by staff of the own provider: the new one opens, the old one and its open pages do not", async () => {
    const rania = await scene.ask();
    const counsellor = await scene.staff("counsellor");
    const params = { id: rania.requestId };
    const { receipt } = expectOk(await counsellor.client.call("renewReceipt", { params }));
    expect(errorOf(await rania.client.call("readMyRequest"))).toEqual({ code: "sign_in_required" });
    expect(refusalOf(await open(rania.receipt))).toBe("sign_in_failed");
    const phone = world.anyone();
    expectOk(await open(receipt, phone));
    expect(expectOk(await phone.call("readMyRequest")).id).toBe(rania.requestId);
  });

  it("is not replaced by anybody else: another provider, another network and nobody get the answer of an unknown id", async () => {
    const rania = await scene.ask();
    const params = { id: rania.requestId };
    for (const { client } of [scene.otherProvider, scene.otherNetwork]) {
      const foreign = await client.call("renewReceipt", { params });
      const unknown = await client.call("renewReceipt", { params: { id: "8d7f9b1e-0000-4000-8000-000000000000" } });
      expect(foreign.raw.payload).toBe(unknown.raw.payload);
      expect(refusalOf(foreign)).toBe("not_found");
    }
    expect((await rania.client.call("renewReceipt", { params })).status).toBe(401);
    expectOk(await open(rania.receipt));
  });
});
