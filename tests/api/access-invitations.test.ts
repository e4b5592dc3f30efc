import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EndpointInput, endpoints } from "@augenhoehe/contract";
import { accounts, activities, invitations } from "@augenhoehe/api/db/schema/platform";
import {
  makeAccount,
  makeNetwork,
  makeProvider,
  signInAs,
  type TestNetwork,
  type TestProvider,
} from "../support/make-network.ts";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { codeOnPhone } from "../support/two-factors.ts";

type Invited = EndpointInput<(typeof endpoints)["inviteStaff"]>["body"];

const PASSWORD = "lange Abende am Rheinufer";

let world: TestWorld;
let network: TestNetwork;
let caritas: TestProvider;
let diakonie: TestProvider;
let coordinator: TestClient;
let admin: TestClient;
beforeAll(async () => {
  world = await createTestApp();
});
beforeEach(async () => {
  network = await makeNetwork(world);
  caritas = await makeProvider(world, network);
  diakonie = await makeProvider(world, network);
  coordinator = await signInAs(world, await makeAccount(world, { network, provider: caritas, roles: ["coordinator"] }));
  admin = await signInAs(world, await makeAccount(world, { network, provider: null, roles: ["admin"] }));
});
afterAll(() => world.close());

let number = 0;
const tarek = (changes: Partial<Invited> = {}): Invited => ({
  email: `tarek${++number}@netz.example`,
  displayName: "Tarek",
  roles: ["counsellor"],
  providerId: null,
  locale: "de",
  ...changes,
});
const accountRows = () => world.inTenant(network.id, (tx) => tx.select().from(accounts));

async function tokenFor(email: string): Promise<string> {
  await world.mailbox.deliver();
  const text = world.mailbox.to(email).at(-1)?.text ?? "";
  const token = /\/einladung\/([\w-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error(`No link in: ${text}`);
  return token;
}

test("an invited counsellor chooses a password, connects a phone and is in", async () => {
  const body = tarek();
  const { accountId } = expectOk(await coordinator.call("inviteStaff", { body }));
  const token = await tokenFor(body.email);
  const browser = world.anyone();
  const invitation = expectOk(await browser.call("readInvitation", { body: { token } }));
  expect(invitation).toEqual({ networkName: network.name, displayName: "Tarek", email: body.email });
  expect(expectOk(await browser.call("acceptInvitation", { body: { token, password: PASSWORD } }))).toEqual({
    next: "enrol",
  });
  const { secret } = expectOk(await browser.call("enrolSecondFactor"));
  expectOk(await browser.call("confirmSecondFactor", { body: { code: codeOnPhone(secret, world.clock) } }));
  expect(expectOk(await browser.call("me"))).toMatchObject({ accountId, roles: ["counsellor"] });
  const log = await world.inTenant(network.id, (tx) => tx.select().from(activities));
  expect(log).toMatchObject([{ action: "staff_invited", subjectId: accountId, providerId: caritas.id }]);
  expect(JSON.stringify(log)).not.toContain("Tarek");
});

test("a link works once, even when pressed twice at the same moment", async () => {
  const body = tarek();
  await coordinator.call("inviteStaff", { body });
  const token = await tokenFor(body.email);
  const accept = () => world.anyone().call("acceptInvitation", { body: { token, password: PASSWORD } });
  const statuses = (await Promise.all([accept(), accept(), accept()])).map(({ status }) => status).toSorted();
  expect(statuses).toEqual([200, 403, 403]);
  expect(refusalOf(await world.anyone().call("readInvitation", { body: { token } }))).toBe("token_wrong");
});

test("a link is too old after a week, and a made-up one is as wrong", async () => {
  const body = tarek();
  await coordinator.call("inviteStaff", { body });
  const token = await tokenFor(body.email);
  world.clock.advance({ days: 7 });
  const late = await world.anyone().call("acceptInvitation", { body: { token, password: PASSWORD } });
  const madeUp = await world.anyone().call("acceptInvitation", { body: { token: "guess", password: PASSWORD } });
  expect(refusalOf(late)).toBe("token_wrong");
  expect(madeUp.body).toEqual(late.body);
});

test("inviting again sends a new link and ends the old one", async () => {
  const body = tarek();
  const first = expectOk(await coordinator.call("inviteStaff", { body }));
  const old = await tokenFor(body.email);
  const second = expectOk(await coordinator.call("inviteStaff", { body }));
  expect(second).toEqual(first);
  expect(refusalOf(await world.anyone().call("readInvitation", { body: { token: old } }))).toBe("token_wrong");
  expectOk(await world.anyone().call("readInvitation", { body: { token: await tokenFor(body.email) } }));
});

test("a password shorter than fifteen characters is refused at its field and the link stays good", async () => {
  const body = tarek();
  await coordinator.call("inviteStaff", { body });
  const token = await tokenFor(body.email);
  const reply = await world.anyone().call("acceptInvitation", { body: { token, password: "kurz" } });
  expect(fieldCodesOf(reply)).toEqual({ password: "too_short" });
  expectOk(await world.anyone().call("readInvitation", { body: { token } }));
});

test.each([
  ["a colleague who has a password", { roles: ["coordinator" as const], passwordHash: "x" }],
  ["a volunteer", { roles: ["volunteer" as const], volunteerId: "0196f1f4-0000-7000-8000-000000000001" }],
])("the address of %s cannot be invited", async (_who, given) => {
  const { email } = await makeAccount(world, { network, provider: caritas, ...given });
  expect(refusalOf(await coordinator.call("inviteStaff", { body: tarek({ email }) }))).toBe("email_taken");
});

test("a coordinator invites into her own provider only, and no admin", async () => {
  const elsewhere = await coordinator.call("inviteStaff", { body: tarek({ providerId: diakonie.id }) });
  const above = await coordinator.call("inviteStaff", { body: tarek({ roles: ["admin"] }) });
  expect([elsewhere, above].map(refusalOf)).toEqual(["not_permitted", "not_permitted"]);
  expect(await accountRows()).toHaveLength(2);
});

test("an admin invites into any provider of the network, and must name one", async () => {
  const { accountId } = expectOk(await admin.call("inviteStaff", { body: tarek({ providerId: diakonie.id }) }));
  expect((await accountRows()).find(({ id }) => id === accountId)?.providerId).toBe(diakonie.id);
  expect(fieldCodesOf(await admin.call("inviteStaff", { body: tarek() }))).toEqual({ providerId: "required" });
  const foreign = await makeProvider(world, await makeNetwork(world));
  const reply = await admin.call("inviteStaff", { body: tarek({ providerId: foreign.id }) });
  expect(refusalOf(reply)).toBe("not_found");
});

test("a trainer needs no link: the mail says that a code is enough", async () => {
  const body = tarek({ roles: ["trainer"] });
  expectOk(await coordinator.call("inviteStaff", { body }));
  await world.mailbox.deliver();
  expect(world.mailbox.to(body.email)[0]?.text).toContain("http://localhost:3000/anmelden");
  expect(await world.inTenant(network.id, (tx) => tx.select().from(invitations))).toEqual([]);
});

test("nobody but coordinators and admins invites", async () => {
  const trainer = await signInAs(world, await makeAccount(world, { network, provider: caritas, roles: ["trainer"] }));
  expect(refusalOf(await trainer.call("inviteStaff", { body: tarek() }))).toBe("not_permitted");
  expect((await world.anyone().call("inviteStaff", { body: tarek() })).status).toBe(401);
});
