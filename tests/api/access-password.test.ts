import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { accounts, sessions } from "@augenhoehe/api/db/schema/platform";
import {
  makeAccount,
  makeNetwork,
  makeProvider,
  quickPasswordHash,
  type TestAccount,
  type TestNetwork,
} from "../support/make-network.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { codeOnPhone, wrongDigits } from "../support/two-factors.ts";

const PASSWORD = "sonne über dem alten Markt";
const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

let world: TestWorld;
let network: TestNetwork;
let anna: TestAccount;
let browser: TestClient;
beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(async () => {
  network = await makeNetwork(world);
  const provider = await makeProvider(world, network);
  const passwordHash = await quickPasswordHash(PASSWORD);
  anna = await makeAccount(world, { network, provider, roles: ["coordinator"], passwordHash });
  await giveSecondFactor();
  world.clock.advanceToFull({ minutes: 15 });
  browser = world.anyone();
});
afterAll(() => world.close());

async function giveSecondFactor(): Promise<void> {
  const place = { table: "accounts", column: "totp_secret_sealed", rowId: anna.id };
  const values = { totpSecretSealed: world.deps.vault.seal(SECRET, place), totpConfirmedAt: world.clock.now };
  await world.inTenant(network.id, (tx) => tx.update(accounts).set(values).where(eq(accounts.id, anna.id)));
}
const first = (client: TestClient, password = PASSWORD, email = anna.email) =>
  client.call("signInWithPassword", { body: { networkSlug: network.slug, email, password } });
const second = (client: TestClient, code: string) => client.call("confirmSecondFactor", { body: { code } });
const phone = () => codeOnPhone(SECRET, world.clock);

test("a coordinator signs in with password and the code on her phone", async () => {
  expect(expectOk(await first(browser))).toEqual({ next: "confirm" });
  expect((await browser.call("me")).status).toBe(401);
  expectOk(await second(browser, phone()));
  expect(expectOk(await browser.call("me")).roles).toEqual(["coordinator"]);
});

test("a wrong password, an unknown address, another network and a closed account answer alike", async () => {
  const wrong = await first(world.anyone(), "not the password");
  const unknown = await first(world.anyone(), PASSWORD, "nobody@netz.example");
  const elsewhere = await world.anyone().call("signInWithPassword", {
    body: { networkSlug: "no-such-network", email: anna.email, password: PASSWORD },
  });
  await world.inTenant(network.id, (tx) => tx.update(accounts).set({ disabledAt: world.clock.now }));
  const closed = await first(world.anyone());
  for (const reply of [wrong, unknown, elsewhere, closed]) {
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ code: "refused", refusal: "sign_in_failed" });
    expect(reply.raw.cookies).toEqual([]);
  }
});

test("the second step without the first is not there", async () => {
  expect((await second(browser, phone())).status).toBe(401);
});

test("a wrong code leaves the person before the door", async () => {
  await first(browser);
  expect(refusalOf(await second(browser, wrongDigits(phone())))).toBe("second_factor_wrong");
  expect((await browser.call("me")).status).toBe(401);
  expectOk(await second(browser, phone()));
});

test("a code seen over the shoulder is worth nothing a second time", async () => {
  await first(browser);
  const code = phone();
  expectOk(await second(browser, code));
  const thief = world.anyone();
  await first(thief);
  expect(refusalOf(await second(thief, code))).toBe("second_factor_wrong");
  world.clock.advance({ seconds: 30 });
  expect(refusalOf(await second(thief, code))).toBe("second_factor_wrong");
  expectOk(await second(thief, phone()));
});

test("a phone whose clock is half a minute off still works, one two minutes off does not", async () => {
  await first(browser);
  const early = phone();
  world.clock.advance({ seconds: 30 });
  expectOk(await second(browser, early));
  const other = world.anyone();
  await first(other);
  const old = phone();
  world.clock.advance({ minutes: 2 });
  expect(refusalOf(await second(other, old))).toBe("second_factor_wrong");
});

test("the short session between the steps ends after a quarter of an hour and after its use", async () => {
  await first(browser);
  const pending = browser.cookies.get("session") ?? "";
  expectOk(await second(browser, phone()));
  const copy = world.anyone();
  copy.cookies.set("session", pending);
  world.clock.advance({ minutes: 1 });
  expect((await second(copy, phone())).status).toBe(401);
  const late = world.anyone();
  await first(late);
  world.clock.advance({ minutes: 15 });
  expect((await second(late, phone())).status).toBe(401);
});

test("eight wrong codes end the guessing for a while", async () => {
  await first(browser);
  for (let attempt = 0; attempt < 8; attempt++) await second(browser, wrongDigits(phone()));
  expect((await second(browser, phone())).status).toBe(429);
  world.clock.advance({ minutes: 15 });
  await first(browser);
  expectOk(await second(browser, phone()));
});

test("somebody guessing passwords from one address does not lock the owner out at another", async () => {
  const guesser = world.anyone();
  for (let attempt = 0; attempt < 10; attempt++) {
    if (attempt === 9) world.clock.advance({ minutes: 1 });
    await first(guesser, `guess number ${attempt}`);
  }
  world.clock.advance({ minutes: 1 });
  expect((await first(guesser)).status).toBe(429);
  expectOk(await first(browser));
});

test("an address may try ten times a minute, whatever the account", async () => {
  const hasty = world.anyone();
  const statuses: number[] = [];
  for (let call = 0; call < 11; call++) statuses.push((await first(hasty, "wrong", `p${call}@netz.example`)).status);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
});

test("a coordinator is signed out after two quiet hours and after twelve busy ones", async () => {
  await first(browser);
  expectOk(await second(browser, phone()));
  for (let hour = 0; hour < 11; hour++) {
    world.clock.advance({ hours: 1 });
    expect((await browser.call("me")).status).toBe(200);
  }
  world.clock.advance({ hours: 1 });
  expect((await browser.call("me")).status).toBe(401);
  await first(browser);
  expectOk(await second(browser, phone()));
  world.clock.advance({ hours: 2 });
  expect((await browser.call("me")).status).toBe(401);
});

test("the first sign-in sets up the phone, and the secret is shown until it is confirmed", async () => {
  const fresh = { totpConfirmedAt: null, totpSecretSealed: null, lastTotpStep: null };
  await world.inTenant(network.id, (tx) => tx.update(accounts).set(fresh));
  expect(expectOk(await first(browser))).toEqual({ next: "enrol" });
  const shown = expectOk(await browser.call("enrolSecondFactor"));
  const again = expectOk(await browser.call("enrolSecondFactor"));
  expect(again.secret).toBe(shown.secret);
  expect(shown.uri).toContain("otpauth://totp/");
  expect(shown.qrSvg).toContain("<svg");
  expectOk(await second(browser, codeOnPhone(shown.secret, world.clock)));
  const [row] = await world.inTenant(network.id, (tx) => tx.select().from(accounts));
  expect(row?.totpConfirmedAt).toEqual(world.clock.now);
  expect(row?.totpSecretSealed).not.toContain(shown.secret);
});

test("a confirmed second factor cannot be set up anew with the password alone", async () => {
  await first(browser);
  expect(refusalOf(await browser.call("enrolSecondFactor"))).toBe("not_permitted");
});

test("cookies are kept from scripts, and bound to host and https where there is https", async () => {
  const secure = await createTestApp({ publicUrl: "https://mentoring.example.org" });
  try {
    const reply = await secure.anyone().call("requestEmailCode", {
      body: { networkSlug: "any", email: "a@example.org", locale: "de" },
    });
    expect(reply.raw.headers["strict-transport-security"]).toContain("max-age=");
    expect(reply.raw.cookies).toMatchObject([{ name: "__Host-browser", httpOnly: true, secure: true, path: "/" }]);
  } finally {
    await secure.close();
  }
  const plain = await first(browser);
  expect(plain.raw.cookies).toMatchObject([{ name: "session", httpOnly: true, sameSite: "Lax", path: "/" }]);
});

test("only a hash of the cookie's secret is stored", async () => {
  await first(browser);
  const [row] = await world.inTenant(network.id, (tx) => tx.select().from(sessions));
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(row?.kind).toBe("second_factor_pending");
});
