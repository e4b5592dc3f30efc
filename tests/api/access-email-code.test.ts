import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accounts, emailCodes, mails } from "@augenhoehe/api/db/schema/platform";
import { makeAccount, makeNetwork, makeProvider, type TestAccount, type TestNetwork } from "../support/make-network.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { digitsIn, wrongDigits } from "../support/two-factors.ts";

let world: TestWorld;
let network: TestNetwork;
let trainer: TestAccount;
let browser: TestClient;
beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(async () => {
  network = await makeNetwork(world);
  const provider = await makeProvider(world, network);
  trainer = await makeAccount(world, { network, provider, roles: ["trainer"], displayName: "Ute" });
  world.clock.advanceToFull({ minutes: 15 });
  browser = world.anyone();
});
afterAll(() => world.close());

const ask = (client: TestClient, email: string) =>
  client.call("requestEmailCode", { body: { networkSlug: network.slug, email, locale: "de" } });
const confirm = (client: TestClient, code: string) =>
  client.call("confirmEmailCode", { body: { networkSlug: network.slug, code } });
async function codeInMail(email = trainer.email): Promise<string> {
  await world.mailbox.deliver();
  return digitsIn(world.mailbox.to(email).at(-1)?.text ?? "");
}

test("a trainer signs in with the code from the mail", async () => {
  expectOk(await ask(browser, trainer.email.toUpperCase()));
  expectOk(await confirm(browser, await codeInMail()));
  const me = expectOk(await browser.call("me"));
  expect(me).toMatchObject({ displayName: "Ute", roles: ["trainer"], network: { slug: network.slug } });
});

test("blanks between the digits do not matter", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  expectOk(await confirm(browser, `${code.slice(0, 3)} ${code.slice(3)}`));
});

test("the mail is in the reader's language, with text beside HTML, and its address is gone once it is sent", async () => {
  await browser.call("requestEmailCode", {
    body: { networkSlug: network.slug, email: trainer.email, locale: "ar" },
  });
  await world.mailbox.deliver();
  const [mail] = world.mailbox.to(trainer.email);
  expect(mail?.html).toContain('lang="ar" dir="rtl"');
  expect(mail?.text).toContain("10");
  const rows = await world.inTenant(network.id, (tx) => tx.select().from(mails));
  expect(rows).toMatchObject([{ status: "sent", payloadSealed: null, template: "email_code" }]);
});

test("an unknown address gets the same answers all the way, and no mail", async () => {
  const known = await ask(world.anyone(), trainer.email);
  const unknown = await ask(browser, "nobody@netz.example");
  expect({ status: unknown.status, body: unknown.body }).toEqual({ status: known.status, body: known.body });
  for (let attempt = 0; attempt < 5; attempt++) expect(refusalOf(await confirm(browser, "123456"))).toBe("code_wrong");
  expect(refusalOf(await confirm(browser, "123456"))).toBe("too_many_attempts");
  await world.mailbox.deliver();
  expect(world.mailbox.to("nobody@netz.example")).toEqual([]);
});

test("a code works once", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  expectOk(await confirm(browser, code));
  expect(refusalOf(await confirm(browser, code))).toBe("code_wrong");
});

test("a code is too old after ten minutes", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  world.clock.advance({ minutes: 10 });
  expect(refusalOf(await confirm(browser, code))).toBe("code_expired");
});

test("a code is worth nothing in another browser", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  expect(refusalOf(await confirm(world.anyone(), code))).toBe("code_wrong");
  expectOk(await confirm(browser, code));
});

test("after five wrong attempts even the right code is refused", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  for (let attempt = 0; attempt < 5; attempt++) {
    expect(refusalOf(await confirm(browser, wrongDigits(code)))).toBe("code_wrong");
  }
  expect(refusalOf(await confirm(browser, code))).toBe("too_many_attempts");
  const [row] = await world.inTenant(network.id, (tx) => tx.select().from(emailCodes));
  expect(row).toMatchObject({ attempts: 5, usedAt: null });
  expect(JSON.stringify(row)).not.toContain(code);
});

test("a new code replaces the one before", async () => {
  await ask(browser, trainer.email);
  const first = await codeInMail();
  await ask(browser, trainer.email);
  const second = await codeInMail();
  if (first !== second) expect(refusalOf(await confirm(browser, first))).toBe("code_wrong");
  expectOk(await confirm(browser, second));
});

test("whoever asks for codes in somebody's name from one place does not keep the owner from getting one", async () => {
  const pest = world.anyone();
  for (let call = 0; call < 5; call++) expectOk(await ask(pest, trainer.email));
  const sixth = await ask(pest, trainer.email);
  expect(sixth.status).toBe(429);
  expect(sixth.body).toMatchObject({ code: "too_many_requests" });
  await world.mailbox.deliver();
  expectOk(await ask(browser, trainer.email));
  expectOk(await confirm(browser, await codeInMail()));
  world.clock.advance({ minutes: 15 });
  expectOk(await ask(pest, trainer.email));
});

test("nobody's inbox is flooded from many places: the sixteenth code in a quarter of an hour is refused", async () => {
  for (let call = 0; call < 15; call++) expectOk(await ask(world.anyone(), trainer.email));
  expect((await ask(world.anyone(), trainer.email)).status).toBe(429);
});

test("a coordinator who asks for a code is pointed to the password and gets none", async () => {
  await world.inTenant(network.id, (tx) => tx.update(accounts).set({ roles: ["trainer", "coordinator"] }));
  expectOk(await ask(browser, trainer.email));
  await world.mailbox.deliver();
  const text = world.mailbox.to(trainer.email).at(-1)?.text ?? "";
  expect(text).toContain("http://localhost:3000/anmelden/team");
  expect(text).not.toMatch(/\b\d{6}\b/);
  expect(refusalOf(await confirm(browser, "123456"))).toBe("code_wrong");
});

test("a code asked for before somebody became a coordinator opens nothing", async () => {
  await ask(browser, trainer.email);
  const code = await codeInMail();
  await world.inTenant(network.id, (tx) => tx.update(accounts).set({ roles: ["coordinator"] }));
  expect(refusalOf(await confirm(browser, code))).toBe("code_wrong");
});

test("signing out ends the session, also for a copy of the cookie", async () => {
  await ask(browser, trainer.email);
  expectOk(await confirm(browser, await codeInMail()));
  const copy = world.anyone();
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  expectOk(await browser.call("signOut"));
  expect(browser.cookies.has("session")).toBe(false);
  expect((await copy.call("me")).status).toBe(401);
});

test("a mail server that is down is tried again; one that says no for good is not", async () => {
  await ask(browser, trainer.email);
  world.mailbox.failWith(Object.assign(new Error("later"), { code: "ECONNECTION" }));
  await world.mailbox.deliver();
  const waiting = await world.inTenant(network.id, (tx) => tx.select().from(mails));
  expect(waiting).toMatchObject([{ status: "queued", attempts: 1, lastErrorCode: "ECONNECTION" }]);
  await ask(browser, trainer.email);
  world.mailbox.failWith(Object.assign(new Error("no such user"), { responseCode: 550 }));
  await world.mailbox.deliver();
  world.mailbox.failWith(null);
  const rows = await world.inTenant(network.id, (tx) => tx.select().from(mails));
  expect(rows.map(({ status }) => status).toSorted()).toEqual(["failed", "queued"]);
});
