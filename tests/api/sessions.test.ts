import { createHmac, randomBytes } from "node:crypto";
import { NEWCOMER_IDLE_MINUTES } from "@augenhoehe/domain";
import { accounts, emailCodes } from "@augenhoehe/api/db/schema/platform";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { z } from "zod";
import {
  makeAccount,
  makeNetwork,
  makeProvider,
  quickPasswordHash,
  signInAs,
  type TestAccount,
  type TestNetwork,
  type TestProvider,
} from "../support/make-network.ts";
import { ask, openNetwork, type OpenNetwork } from "../support/newcomer.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { codeOnPhone, digitsIn, wrongDigits } from "../support/two-factors.ts";

const PASSWORD = "sonne über dem alten Markt";
const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

let world: TestWorld;
let network: TestNetwork;
let provider: TestProvider;
beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(async () => {
  network = await makeNetwork(world);
  provider = await makeProvider(world, network);
  world.clock.advanceToFull({ minutes: 15 });
});
afterAll(() => world.close());

const change = (account: TestAccount, values: Partial<typeof accounts.$inferInsert>) =>
  world.inTenant(network.id, (tx) => tx.update(accounts).set(values).where(eq(accounts.id, account.id)));
const statusOfMe = async (client: TestClient) => (await client.call("me")).status;

/** A coordinator with a phone that shows codes. */
async function coordinator(): Promise<TestAccount> {
  const passwordHash = await quickPasswordHash(PASSWORD);
  const account = await makeAccount(world, { network, provider, roles: ["coordinator"], passwordHash });
  const place = { table: "accounts", column: "totp_secret_sealed", rowId: account.id };
  await change(account, {
    totpSecretSealed: world.deps.vault.seal(SECRET, place),
    totpConfirmedAt: world.clock.now,
  });
  return account;
}
const first = (client: TestClient, { email }: TestAccount) =>
  client.call("signInWithPassword", { body: { networkSlug: network.slug, email, password: PASSWORD } });
const second = (client: TestClient, code: string) => client.call("confirmSecondFactor", { body: { code } });
const codeNow = () => codeOnPhone(SECRET, world.clock);

describe("what changed is known with the next request", () => {
  it("a role that was taken away", async () => {
    const account = await makeAccount(world, { network, provider, roles: ["coordinator", "trainer"] });
    const client = await signInAs(world, account);
    expect((await client.call("readDesk")).status).toBe(200);
    await change(account, { roles: ["trainer"] });
    expect(refusalOf(await client.call("readDesk"))).toBe("not_permitted");
    expect(expectOk(await client.call("me")).roles).toEqual(["trainer"]);
  });

  it("a provider that was changed: the desk is the new one's at once", async () => {
    const account = await makeAccount(world, { network, provider, roles: ["coordinator"] });
    const client = await signInAs(world, account);
    const other = await makeProvider(world, network, { shortName: "Andere" });
    await change(account, { providerId: other.id });
    expect(expectOk(await client.call("me")).provider?.shortName).toBe("Andere");
  });

  it("somebody who becomes staff needs the second factor first: the session a mailed code opened is over", async () => {
    const account = await makeAccount(world, { network, provider, roles: ["trainer"] });
    const client = await signInAs(world, account);
    expect(await statusOfMe(client)).toBe(200);
    await change(account, { roles: ["trainer", "coordinator"] });
    expect(await statusOfMe(client)).toBe(401);
    expect((await client.call("readDesk")).status).toBe(401);
  });
});

describe("a newcomer's session on a shared phone", () => {
  let home: OpenNetwork;
  beforeAll(async () => {
    home = await openNetwork(world);
  });
  const isOpen = async (client: TestClient) => (await client.call("readMyRequest")).status === 200;

  it("ends by itself when nothing is pressed for a while, and not while somebody reads on", async () => {
    const { client } = await ask(world, home);
    for (let page = 0; page < 3; page++) {
      world.clock.advance({ minutes: NEWCOMER_IDLE_MINUTES - 1 });
      expect(await isOpen(client)).toBe(true);
    }
    world.clock.advance({ minutes: NEWCOMER_IDLE_MINUTES });
    expect(await isOpen(client)).toBe(false);
  });

  it("ends after two hours at the latest", async () => {
    const { client } = await ask(world, home);
    for (let minutes = 0; minutes < 120; minutes += 5) {
      expect(await isOpen(client)).toBe(true);
      world.clock.advance({ minutes: 5 });
    }
    expect(await isOpen(client)).toBe(false);
  });
});

describe("the signed envelope of a cookie", () => {
  let cookie: string;
  let key: string;
  beforeEach(async () => {
    const client = await signInAs(world, await makeAccount(world, { network, provider, roles: ["trainer"] }));
    cookie = client.cookies.get("session") ?? "";
    ({ key } = claimsOf(cookie));
  });

  const Claims = z.object({ key: z.string() });
  const claimsOf = (token: string) =>
    Claims.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()));
  const inAMinute = () => Math.floor(world.clock.now.getTime() / 1000) + 60;
  const good = () => ({ key, iss: "augenhoehe", aud: "session", exp: inAMinute() });
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = (algorithm: string, hash: string, claims: object, secret = world.deps.config.sessionKey) => {
    const text = `${encode({ alg: algorithm, typ: "JWT" })}.${encode(claims)}`;
    return `${text}.${createHmac(hash, secret).update(text).digest("base64url")}`;
  };
  const openedBy = async (token: string, name = "session") => {
    const client = world.anyone();
    client.cookies.set(name, token);
    return statusOfMe(client);
  };

  it("opens with the right algorithm, key and claims, written here by hand", async () => {
    expect(await openedBy(signed("HS256", "sha256", good()))).toBe(200);
  });

  it.each([
    ["no algorithm at all", () => `${encode({ alg: "none", typ: "JWT" })}.${encode(good())}.`],
    ["no algorithm, with a signature", () => signed("none", "sha256", good())],
    ["another algorithm under the right key", () => signed("HS512", "sha512", good())],
    ["the right algorithm under another key", () => signed("HS256", "sha256", good(), randomBytes(32))],
    ["no end", () => signed("HS256", "sha256", { ...good(), exp: undefined })],
    ["an end that is past", () => signed("HS256", "sha256", { ...good(), exp: inAMinute() - 61 })],
    ["another audience", () => signed("HS256", "sha256", { ...good(), aud: "receipt" })],
    ["another issuer", () => signed("HS256", "sha256", { ...good(), iss: "elsewhere" })],
    ["a guessed session", () => signed("HS256", "sha256", { ...good(), key: "guess" })],
    ["no session", () => signed("HS256", "sha256", { ...good(), key: undefined })],
    ["a session that is no text", () => signed("HS256", "sha256", { ...good(), key: { $ne: "" } })],
    ["rubbish", () => "a.b.c"],
  ])("is nothing with %s", async (_what, write) => {
    expect(await openedBy(write())).toBe(401);
  });

  it("is nothing under the other cookie's name", async () => {
    expect(await openedBy(cookie, "receipt")).toBe(401);
    expect(await openedBy(cookie, "__Host-session")).toBe(401);
  });
});

describe("cookies", () => {
  it("are hidden from scripts, stay with this host, and travel over https only where there is https", async () => {
    const secure = await createTestApp({ publicUrl: "https://mentoring.example.org" });
    try {
      const { slug: networkSlug } = await openNetwork(secure);
      const started = await secure.anyone().call("startDraft", { body: { networkSlug, locale: "de" } });
      const header = setCookieOf(started.raw);
      expect(header).toMatch(/^__Host-receipt=[^;]+; /);
      for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax", "Max-Age="]) {
        expect(header).toContain(attribute);
      }
      expect(header).not.toMatch(/domain=/i);
    } finally {
      await secure.close();
    }
    const account = await coordinator();
    const plain = setCookieOf((await first(world.anyone(), account)).raw);
    expect(plain).toMatch(/^session=[^;]+; /);
    expect(plain).toMatch(/HttpOnly/);
    expect(plain).not.toMatch(/Secure|domain=/i);
  });

  const setCookieOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers["set-cookie"]);
});

describe("two at the same moment", () => {
  test("with the same code from the phone: one gets in", async () => {
    const account = await coordinator();
    const browsers = [world.anyone(), world.anyone(), world.anyone()];
    for (const browser of browsers) await first(browser, account);
    const replies = await Promise.all(browsers.map((browser) => second(browser, codeNow())));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  test("with the same code from the mail: one gets in", async () => {
    const account = await makeAccount(world, { network, provider, roles: ["trainer"] });
    const [browser, copy] = [world.anyone(), world.anyone()];
    const code = await mailedCode(browser, account);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    const confirm = (client: TestClient) =>
      client.call("confirmEmailCode", { body: { networkSlug: network.slug, code } });
    const replies = await Promise.all([confirm(browser), confirm(copy)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  test("many guesses count as many, not as one", async () => {
    const account = await makeAccount(world, { network, provider, roles: ["trainer"] });
    const browser = world.anyone();
    const wrong = wrongDigits(await mailedCode(browser, account));
    const guesses = Array.from({ length: 10 }, () => {
      const copy = world.anyone();
      for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
      return copy.call("confirmEmailCode", { body: { networkSlug: network.slug, code: wrong } });
    });
    const refusals = (await Promise.all(guesses)).map(refusalOf);
    expect(refusals.filter((code) => code === "code_wrong")).toHaveLength(5);
    expect(refusals.filter((code) => code === "too_many_attempts")).toHaveLength(5);
    const [row] = await world.inTenant(network.id, (tx) => tx.select().from(emailCodes));
    expect(row?.attempts).toBe(5);
  });

  async function mailedCode(browser: TestClient, { email }: TestAccount): Promise<string> {
    expectOk(await browser.call("requestEmailCode", { body: { networkSlug: network.slug, email, locale: "de" } }));
    await world.mailbox.deliver();
    return digitsIn(world.mailbox.to(email)[0]?.text ?? "");
  }
});

test("somebody who knows the password and guesses codes does not keep the owner out at another place", async () => {
  const account = await coordinator();
  const thief = world.anyone();
  await first(thief, account);
  for (let guess = 0; guess < 8; guess++) await second(thief, wrongDigits(codeNow()));
  expect((await second(thief, codeNow())).status).toBe(429);
  const owner = world.anyone();
  await first(owner, account);
  expectOk(await second(owner, codeNow()));
});
