import { createServer, type Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { VISITOR_RECEIPT } from "@augenhoehe/api/demo/demo-accounts";
import { formatReceipt } from "@augenhoehe/domain";
import { startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { openMyRequest } from "../support/journeys/newcomer.ts";

const PUBLIC_URL = "https://augenhoehe.example.org";
const FORM = "application/x-www-form-urlencoded";

let app: BuiltApp;
let browser: Browser;
beforeAll(async () => {
  const settings = { DEMO: "true", PUBLIC_URL, TRUST_PROXY: "loopback" };
  [app, browser] = await Promise.all([startBuiltApp(settings), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

type Ask = Omit<RequestInit, "headers"> & { readonly headers?: Readonly<Record<string, string>> };

/** As the proxy in front passes it on, without following where the answer leads. */
const ask = (path: string, { headers, ...init }: Ask = {}) =>
  fetch(`${app.baseUrl}${path}`, { redirect: "manual", ...init, headers: { accept: "text/html", ...headers } });
const post = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  ask(path, { method: "POST", body: new URLSearchParams(fields), headers: { origin: PUBLIC_URL, ...headers } });
const cookiesOf = (reply: Response) => reply.headers.getSetCookie();
const carried = (reply: Response) =>
  cookiesOf(reply)
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** The cookie of the visitor whose request waits for an answer. */
async function mentee(): Promise<string> {
  const reply = await post("/quittung?/open", {
    receipt: formatReceipt(VISITOR_RECEIPT),
    networkSlug: "moenchengladbach",
  });
  return carried(reply);
}

describe("every answer says how it may be treated", () => {
  it.each(["/", "/anfrage", "/quittung", "/anmelden/team", "/mitmachen", "/impressum", "/gibt-es-nicht"])(
    "the page %s",
    async (path) => {
      const { headers } = await ask(path);
      const policy = new Map(
        (headers.get("content-security-policy") ?? "").split("; ").map((part) => {
          const [name = "", ...sources] = part.split(" ");
          return [name, sources];
        }),
      );
      expect(policy.get("default-src")).toEqual(["'none'"]);
      for (const source of policy.get("script-src") ?? ["missing"])
        expect(source).toMatch(/^'self'$|^'nonce-[\w+/=-]+'$/);
      for (const source of policy.get("style-src") ?? ["missing"])
        expect(source).toMatch(/^'self'$|^'nonce-[\w+/=-]+'$/);
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
      expect(policy.get("base-uri")).toEqual(["'none'"]);
      expect(policy.get("object-src")).toEqual(["'none'"]);
      expect(policy.get("form-action")).toEqual(["'self'"]);
      expectPlainHeaders(headers);
    },
  );

  it("an answer of the api, a refusal and a file", async () => {
    for (const path of ["/api/health", "/api/desk", "/api/nothing", "/api/openapi.json"]) {
      const { headers } = await ask(path);
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expectPlainHeaders(headers);
    }
  });

  it("a page about a person is kept by no browser and no proxy", async () => {
    const reply = await ask("/meine-anfrage", { headers: { cookie: await mentee() } });
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toContain("no-store");
  });

  it("a script or a style is what it says, and may be kept", async () => {
    const page = await (await ask("/")).text();
    const path = /"?(\/_app\/immutable\/[\w./-]+)"/.exec(page)?.[1] ?? "";
    const reply = await ask(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    expect(reply.headers.get("cache-control")).toContain("immutable");
  });

  it("a cookie is bound to host and https, and no script reads it", async () => {
    const signIn = { receipt: formatReceipt(VISITOR_RECEIPT), networkSlug: "moenchengladbach" };
    const given = cookiesOf(await post("/quittung?/open", signIn));
    const receipt = given.find((cookie) => cookie.startsWith("__Host-receipt="));
    expect(receipt).toBeDefined();
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(receipt).toContain(attribute);
    for (const cookie of given) expect(cookie).toMatch(/SameSite=/);
  });
});

function expectPlainHeaders(headers: Headers): void {
  for (const [name, value] of [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "same-origin"],
    ["cross-origin-opener-policy", "same-origin"],
    ["strict-transport-security", "max-age=31536000; includeSubDomains"],
  ] as const) {
    expect(headers.get(name), name).toBe(value);
  }
  expect(headers.get("cache-control")).toContain("no-store");
}

describe("a form that another site sends in somebody's name", () => {
  const stillThere = async (cookie: string) => (await ask("/meine-anfrage", { headers: { cookie } })).status;

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a subdomain", { origin: "https://x.augenhoehe.example.org" }],
    ["the same name without https", { origin: "http://augenhoehe.example.org" }],
  ])("from %s is refused on pages and changes nothing", async (_where, headers) => {
    const cookie = await mentee();
    const reply = await post("/meine-anfrage?/withdraw", {}, { cookie, ...headers });
    expect(reply.status).toBe(403);
    expect(await stillThere(cookie)).toBe(200);
  });

  it.each([
    ["a form", FORM, "a=1", [403, 415]],
    ["JSON", "application/json", "{}", [403]],
    ["JSON as text", "text/plain", "{}", [403, 415]],
  ])("as %s is refused by the api", async (_what, contentType, body, statuses) => {
    const cookie = await mentee();
    for (const origin of ["https://evil.example", "null"]) {
      const headers = { cookie, origin, "content-type": contentType };
      const reply = await ask("/api/my/request/withdraw", { method: "POST", headers, body });
      expect(statuses).toContain(reply.status);
    }
    const headers = { cookie, "sec-fetch-site": "cross-site", "content-type": contentType };
    expect(statuses).toContain((await ask("/api/my/request/withdraw", { method: "POST", headers, body })).status);
    expect(await stillThere(cookie)).toBe(200);
  });

  it("from the own site works without scripts, and the address it leads to is ours", async () => {
    const reply = await post("/sprache", { lang: "ar", returnTo: "//evil.example/x" });
    expect([reply.status, reply.headers.get("location")]).toEqual([303, "/"]);
    const begun = await post("/anfrage/start?/begin", { networkSlug: "moenchengladbach" });
    expect(begun.status).toBe(303);
    expect(begun.headers.get("location")).toMatch(/^\/anfrage/);
  });
});

describe("a real browser on another site's page", () => {
  let evil: Server;
  let victimApp: BuiltApp;
  let evilUrl: string;
  beforeAll(async () => {
    victimApp = await startBuiltApp({ DEMO: "true" });
    evil = createServer((request, response) => {
      const action = new URL(request.url ?? "/", "http://x").searchParams.get("to") ?? "";
      response.setHeader("content-type", "text/html");
      response.end(`<form method="post" action="${action}"><button>Gewonnen!</button></form>`);
    });
    await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
    const { port } = z.object({ port: z.number() }).parse(evil.address());
    evilUrl = `http://evil.localhost:${port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => evil.close(resolve));
    await victimApp.stop();
  });

  it("a visitor with an open receipt presses there, and their request is still theirs", async () => {
    const { page, context } = await visit(browser, { baseUrl: victimApp.baseUrl });
    await openMyRequest(page, formatReceipt(VISITOR_RECEIPT));
    for (const path of ["/meine-anfrage?/withdraw", "/api/my/request/withdraw"]) {
      await page.goto(`${evilUrl}/?to=${encodeURIComponent(victimApp.baseUrl + path)}`);
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === "POST"),
        page.locator("button").click(),
      ]);
      expect(answer.status()).toBeGreaterThanOrEqual(400);
    }
    await page.goto("/meine-anfrage");
    expect(new URL(page.url()).pathname).toBe("/meine-anfrage");
    expect(await page.locator('form[action="?/withdraw"]').count()).toBe(1);
    await context.close();
  });
});

describe("what a page cannot read is no fault", () => {
  it.each([
    ["/sprache", "application/json", "{}"],
    ["/kontrast", "text/plain", "x"],
    ["/sprache", "multipart/form-data", "no boundary"],
    ["/quittung?/open", "application/json", "{}"],
    ["/quittung?/open", "multipart/form-data; boundary=x", "--x\r\nbroken"],
    ["/quittung?/nothing", FORM, "a=1"],
    ["/anfrage/start?/begin", FORM, "%E0%A4%A=%ZZ"],
    ["/quittung?/open", FORM, `receipt=${"1".repeat(12 * 1024 * 1024)}`],
  ])("%s with %s", async (path, contentType, body) => {
    const headers = { "content-type": contentType, origin: PUBLIC_URL };
    const reply = await ask(path, { method: "POST", headers, body });
    expect(reply.status).toBeGreaterThanOrEqual(300);
    expect(reply.status).toBeLessThan(500);
  });

  it.each([
    "/zertifikat/%00",
    "/zertifikat/%E0%A4%A",
    "/einladung/..%2f..%2fetc",
    "/entwicklung/post/not-an-id",
    "/anfrage/nirgendwo",
    "/?lang=%00",
    "/_app/immutable/../../../package.json",
    "/..%2f..%2f..%2fpackage.json",
    "/anmelden?returnTo=https://evil.example",
  ])("%s", async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBeLessThan(500);
    expect(await reply.text()).not.toMatch(/node_modules|"workspaces"|href="https:\/\/evil/);
  });
});
