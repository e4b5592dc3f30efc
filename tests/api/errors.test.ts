import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { errorOf, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { makeAccount, makeNetwork, makeProvider, signInAs } from "../support/make-network.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const post = (payload: string, headers: Record<string, string>) =>
  world.app.inject({ method: "POST", url: "/api/access/password", payload, headers });
const json = { "content-type": "application/json" };

test("each field somebody got wrong is named with a code", async () => {
  const reply = await world.anyone().callUnchecked("signInWithPassword", {
    body: { networkSlug: "Not A Slug", email: "nobody", password: "", colour: "red" },
  });
  expect(reply.status).toBe(400);
  expect(fieldCodesOf(reply)).toEqual({
    networkSlug: "invalid_format",
    email: "invalid_email",
    password: "required",
    colour: "unknown_field",
  });
});

test("a missing body names every field that is needed", async () => {
  const reply = await world.anyone().callUnchecked("signInWithPassword", { body: {} });
  expect(fieldCodesOf(reply)).toEqual({ networkSlug: "required", email: "required", password: "required" });
});

test("a password too long says how long it may be", async () => {
  const body = { networkSlug: "mg", email: "a@example.org", password: "x".repeat(201) };
  const reply = await world.anyone().callUnchecked("signInWithPassword", { body });
  expect(errorOf(reply)).toEqual({
    code: "invalid_input",
    issues: [{ path: "password", code: "too_long", facts: { max: 200 } }],
  });
});

test.each([
  ["broken JSON", "{", json, 400],
  ["an empty body", "", json, 400],
  ["JSON that reaches for the prototype", '{"__proto__":{"a":1}}', json, 400],
  ["a form", "email=a", { "content-type": "application/x-www-form-urlencoded" }, 415],
  ["plain text", "hello", { "content-type": "text/plain" }, 415],
])("%s is bad input and no fault", async (_what, payload, headers, status) => {
  const reply = await post(payload, headers);
  expect(reply.statusCode).toBe(status);
  expect(reply.json()).toEqual({ code: "invalid_input", issues: [{ path: "", code: "invalid_format" }] });
});

test("a body beyond its limit is refused before it is read", async () => {
  const reply = await post(JSON.stringify({ email: "x".repeat(70_000) }), json);
  expect(reply.statusCode).toBe(413);
  expect(reply.json()).toEqual({ code: "body_too_large" });
});

test("a path nobody knows and a malformed id answer alike", async () => {
  const unknown = await world.app.inject({ method: "GET", url: "/api/nothing-here" });
  const malformed = await world.app.inject({ method: "GET", url: "/api/inbox/not-an-id?networkSlug=mg" });
  expect([unknown.statusCode, malformed.statusCode]).toEqual([404, 404]);
  expect(malformed.body).toBe(unknown.body);
});

test("a broken percent sign in the address is bad input", async () => {
  const reply = await world.app.inject({ method: "GET", url: "/api/networks/%E0%A4%A" });
  expect(reply.statusCode).toBe(400);
});

test("a form sent from another site is refused", async () => {
  const reply = await post("{}", { ...json, origin: "https://evil.example" });
  expect(reply.statusCode).toBe(403);
  expect(reply.json()).toEqual({ code: "refused", refusal: "not_permitted" });
});

test("a form sent from the own site is read", async () => {
  const reply = await post("{}", { ...json, origin: "http://localhost:3000" });
  expect(reply.statusCode).toBe(400);
});

test("whoever is not signed in learns nothing but that", async () => {
  const reply = await world.anyone().call("me");
  expect(reply.status).toBe(401);
  expect(reply.body).toEqual({ code: "sign_in_required" });
});

test("a forged cookie is nobody", async () => {
  const stranger = world.anyone();
  stranger.cookies.set("session", world.app.jwt.sign({ key: "guess" }, { iss: "augenhoehe", aud: "session" }));
  expect((await stranger.call("me")).status).toBe(401);
  stranger.cookies.set("session", "eyJhbGciOiJub25lIn0.eyJrZXkiOiJhIn0.");
  expect((await stranger.call("me")).status).toBe(401);
});

test("a volunteer has no business at the settings", async () => {
  const network = await makeNetwork(world);
  const provider = await makeProvider(world, network);
  const trainer = await makeAccount(world, { network, provider, roles: ["trainer"] });
  const reply = await (await signInAs(world, trainer)).call("readSettings");
  expect(reply.status).toBe(403);
  expect(refusalOf(reply)).toBe("not_permitted");
});

test("a closed account is out with the next request", async () => {
  const network = await makeNetwork(world);
  const provider = await makeProvider(world, network);
  const account = await makeAccount(world, { network, provider, roles: ["trainer"] });
  const browser = await signInAs(world, account);
  expect((await browser.call("me")).status).toBe(200);
  await world.inTenant(network.id, (tx) => tx.update(accounts).set({ disabledAt: world.clock.now }));
  expect((await browser.call("me")).status).toBe(401);
});

test("every answer says how it may be treated", async () => {
  const { headers } = await world.app.inject({ method: "GET", url: "/api/health" });
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["strict-transport-security"]).toBeUndefined();
});
