import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError } from "@augenhoehe/contract";
import { EVERY_ENDPOINT } from "../../support/every-endpoint.ts";
import { createTestApp, type TestWorld } from "../../support/test-app.ts";
import { makeAccessScene, type AccessScene } from "../access/access-scene.ts";
import { CALLERS } from "../access/callers.ts";
import { TABLE } from "../access/table.ts";

let world: TestWorld;
let scene: AccessScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeAccessScene(world);
});
afterAll(() => world.close());

const WITH_BODY = EVERY_ENDPOINT.filter(([, { body }]) => body !== undefined);
const JSON_TYPE = "application/json";
const many = (count: number, item: string) => Array<string>(count).fill(item).join(",");

/** What no form of ours sends: bytes instead of an object that the endpoint could read field by field. */
const BODIES: readonly (readonly [what: string, body: string | Buffer, contentType: string, statuses: number[]])[] = [
  ["nothing", "", JSON_TYPE, [400]],
  ["half an object", '{"a":', JSON_TYPE, [400]],
  ["a word", "null", JSON_TYPE, [400]],
  ["a list", "[]", JSON_TYPE, [400]],
  ["a list of ten thousand", `[${many(10_000, "0")}]`, JSON_TYPE, [400]],
  ["ten thousand keys", `{${Array.from({ length: 6000 }, (_, n) => `"k${n}":0`).join(",")}}`, JSON_TYPE, [400]],
  ["the prototype", '{"__proto__":{"isAdmin":true}}', JSON_TYPE, [400]],
  ["the constructor's prototype", '{"constructor":{"prototype":{"isAdmin":true}}}', JSON_TYPE, [400]],
  ["the prototype, spelled in escapes", '{"\\u005f_proto__":{"isAdmin":true}}', JSON_TYPE, [400]],
  ["a deep pit", "[".repeat(20_000) + "]".repeat(20_000), JSON_TYPE, [400]],
  ["a deep pit of objects", '{"a":'.repeat(10_000) + "0" + "}".repeat(10_000), JSON_TYPE, [400]],
  ["a pit without ground", "[".repeat(60_000), JSON_TYPE, [400]],
  ["a number beyond numbers", '{"a":1e999,"b":-1e999,"c":123456789012345678901234567890}', JSON_TYPE, [400]],
  ["half a character", '{"name":"\\ud800"}', JSON_TYPE, [400]],
  ["a zero character", '{"name":"a\\u0000b"}', JSON_TYPE, [400]],
  [
    "bytes that are no UTF-8",
    Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    JSON_TYPE,
    [400],
  ],
  ["UTF-16", Buffer.from('{"a":1}', "utf16le"), JSON_TYPE, [400]],
  ["more than it takes", `{"a":"${"x".repeat(16 * 1024 * 1024)}"}`, JSON_TYPE, [413]],
  ["a form", "a=1", "application/x-www-form-urlencoded", [415]],
  ["a file", "--x\r\n\r\n--x--", "multipart/form-data; boundary=x", [415]],
  ["text", "{}", "text/plain", [415]],
  ["JSON under a name that only begins alike", "{}", "application/jsonp", [415]],
  ["two types at once", "{}", "text/plain, application/json", [415]],
];

describe.each(WITH_BODY)("%s, sent by somebody who may", (name, { method, path }) => {
  const caller = CALLERS.find((_, column) => [200, 409].includes(TABLE[name].statuses[column] ?? 0)) ?? "anonymous";
  const url = path.replace(/:\w+/g, "0196f1f4-0000-7000-8000-000000000001");

  it("answers what is no input with an error of ours", async () => {
    for (const [what, payload, contentType, statuses] of BODIES) {
      const reply = await world.app.inject({
        method,
        url,
        payload,
        headers: { "content-type": contentType },
        cookies: Object.fromEntries(scene.clients[caller].cookies),
      });
      expect(statuses, `${what}: ${reply.body.slice(0, 200)}`).toContain(reply.statusCode);
      expect(ApiError.safeParse(reply.json()).success, what).toBe(true);
    }
  });
});

it("nothing of all that stuck to the prototype of objects", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("isAdmin" in {}).toBe(false);
});

describe("an address that is no address", () => {
  it.each([
    ["/api/networks/%E0%A4%A", 400],
    [`/api/networks/${"a".repeat(300)}`, 414],
    [`/api/${"a/".repeat(5000)}`, 404],
    ["/api/networks/..%2f..%2fetc%2fpasswd", 404],
    ["/api//networks", 404],
    ["/api/networks?x=1", 400],
    ["/api/networks?__proto__[a]=1", 400],
    ["/api/requests/%00", 404],
    ["/api/networks/%00", 404],
  ])("%s is refused in our words", async (url, status) => {
    const { cookies } = scene.clients.coordinator;
    const reply = await world.app.inject({ method: "GET", url, cookies: Object.fromEntries(cookies) });
    expect(reply.statusCode, reply.body.slice(0, 200)).toBe(status);
    expect(ApiError.safeParse(reply.json()).success, reply.body.slice(0, 200)).toBe(true);
    expect(reply.body).not.toContain("passwd");
  });

  it.each(["TRACE", "OPTIONS", "PUT", "HEAD"] as const)("%s where nothing listens for it", async (method) => {
    const reply = await world.app.inject({ method, url: "/api/access/password" });
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
  });
});
