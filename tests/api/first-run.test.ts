import { afterEach, beforeEach, expect, test } from "vitest";
import { accounts, networks, providers, setupTokens } from "@augenhoehe/api/db/schema/platform";
import { districts } from "@augenhoehe/api/db/schema/people";
import { prepareFirstRun } from "@augenhoehe/api/first-run";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { codeOnPhone } from "../support/two-factors.ts";

let world: TestWorld;
let token: string;
beforeEach(async () => {
  world = await createTestApp();
  token = (await prepareFirstRun(world.deps)).at(-1)?.trim() ?? "";
});
afterEach(() => world.close());

const dorsten = (changes: object = {}) => ({
  token,
  definition: "dorsten",
  networkName: "Integrationslotsen Dorsten",
  providers: ["stadt"],
  ownProvider: "stadt",
  coordinator: { displayName: "Petra", email: "petra@dorsten.example", password: "zwei Kirchen und ein Kanal" },
  ...changes,
});

async function firstProviderOf(slug: string): Promise<string> {
  const { definitions } = expectOk(await world.anyone().call("setupStatus"));
  const key = definitions.find((definition) => definition.slug === slug)?.providers[0]?.key;
  if (key === undefined) throw new Error(`${slug} has no provider`);
  return key;
}

async function input(changes: object = {}) {
  const key = await firstProviderOf("dorsten");
  return { ...dorsten(), providers: [key], ownProvider: key, ...changes };
}

test("the first coordinator creates the network, connects a phone and is in", async () => {
  const status = expectOk(await world.anyone().call("setupStatus"));
  expect(status.open).toBe(true);
  expect(status.definitions.map(({ slug, districts: count }) => [slug, count])).toContainEqual(["dorsten", 11]);
  const browser = world.anyone();
  expect(expectOk(await browser.call("setUpNetwork", { body: await input() }))).toEqual({ next: "enrol" });
  const { secret } = expectOk(await browser.call("enrolSecondFactor"));
  expectOk(await browser.call("confirmSecondFactor", { body: { code: codeOnPhone(secret, world.clock) } }));
  const me = expectOk(await browser.call("me"));
  expect(me).toMatchObject({ displayName: "Petra", roles: ["coordinator", "admin"], network: { demo: false } });
  const [network] = await world.withoutTenant((tx) => tx.select().from(networks));
  expect(network).toMatchObject({ name: "Integrationslotsen Dorsten", intakeProviderId: me.provider?.id });
  const rows = await world.inTenant(me.network.id, async (tx) => ({
    providers: await tx.select().from(providers),
    districts: await tx.select().from(districts),
  }));
  expect([rows.providers.length, rows.districts.length]).toEqual([1, 11]);
});

test("the door closes behind the first network", async () => {
  const body = await input();
  expectOk(await world.anyone().call("setUpNetwork", { body }));
  expect(expectOk(await world.anyone().call("setupStatus"))).toEqual({ open: false, definitions: [] });
  expect(refusalOf(await world.anyone().call("setUpNetwork", { body }))).toBe("already_set_up");
  expect(await world.withoutTenant((tx) => tx.select().from(setupTokens))).toEqual([]);
});

test("two people with two tokens at the same moment make one network", async () => {
  const other = (await prepareFirstRun(world.deps)).at(-1)?.trim() ?? "";
  const bodies = [await input(), await input({ token: other })];
  const replies = await Promise.all(bodies.map((body) => world.anyone().call("setUpNetwork", { body })));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect(await world.withoutTenant((tx) => tx.select().from(networks))).toHaveLength(1);
});

test("without the token from the log nothing is created", async () => {
  const body = await input({ token: "guess" });
  expect(refusalOf(await world.anyone().call("setUpNetwork", { body }))).toBe("token_wrong");
  expect(await world.withoutTenant((tx) => tx.select().from(networks))).toEqual([]);
});

test("where no token was printed the door is closed", async () => {
  await world.withoutTenant((tx) => tx.delete(setupTokens));
  expect(refusalOf(await world.anyone().call("setUpNetwork", { body: await input() }))).toBe("setup_closed");
});

test.each([
  [{ definition: "atlantis" }, { definition: "invalid_choice" }],
  [{ providers: ["nobody"] }, { providers: "invalid_choice" }],
  [{ ownProvider: "nobody" }, { ownProvider: "invalid_choice" }],
  [{ networkName: "" }, { networkName: "required" }],
])("what is not on the list is told at its field: %o", async (changes, codes) => {
  const reply = await world.anyone().call("setUpNetwork", { body: await input(changes) });
  expect(fieldCodesOf(reply)).toEqual(codes);
});

test("the token stays good after a mistake in the form", async () => {
  const coordinator = { displayName: "Petra", email: "petra@dorsten.example", password: "kurz" };
  await world.anyone().call("setUpNetwork", { body: await input({ coordinator }) });
  expectOk(await world.anyone().call("setUpNetwork", { body: await input() }));
});

test("the password is stored as argon2id and nowhere readable", async () => {
  const browser = world.anyone();
  await browser.call("setUpNetwork", { body: await input() });
  const [network] = await world.withoutTenant((tx) => tx.select().from(networks));
  const rows = await world.inTenant(network?.id ?? "", (tx) => tx.select().from(accounts));
  expect(rows[0]?.passwordHash).toMatch(/^\$argon2id\$/);
  expect(JSON.stringify(rows)).not.toContain("zwei Kirchen");
});

test("a program that starts beside a network prints no token", async () => {
  await world.anyone().call("setUpNetwork", { body: await input() });
  expect(await prepareFirstRun(world.deps)).toEqual([]);
});
