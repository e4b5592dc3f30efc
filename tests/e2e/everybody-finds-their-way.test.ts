import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, sendForm, typeAppCode, typePassword } from "../support/journeys/staff.ts";

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

describe.each([
  { javaScript: true, email: "koordination.caritas@example.org", with: "with JavaScript" },
  { javaScript: false, email: "koordination.diakonie@example.org", with: "without JavaScript" },
])("a visitor $with", ({ javaScript, email }) => {
  it("signs in as a coordinator with password and app, arrives where they were going, and signs out", async () => {
    const { page, context, complaints } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    const who = printedSignIn(app.output(), email);
    await page.goto("/team/freiwillige?status=paused");
    expect(new URL(page.url()).pathname).toBe("/anmelden");
    await page.locator('main a[href^="/anmelden/team"]').click();

    await typePassword(page, { ...who, password: "not the password at all" });
    await expect.poll(() => page.locator("#form-errors").textContent()).toContain("Die Anmeldung hat nicht geklappt");
    expect(await page.locator('main [name="email"]').inputValue()).toBe(email);
    expect(await page.locator('main [name="password"]').inputValue()).toBe("");

    await typePassword(page, who);
    await page.waitForURL("**/anmelden/team/code**");
    await typeAppCode(page, who.secret);
    await page.waitForURL("**/team/freiwillige?status=paused");

    await page.goto("/abmelden");
    await sendForm(page);
    await page.waitForURL(`${app.baseUrl}/`);
    await page.goto("/team");
    expect(new URL(page.url()).pathname).toBe("/anmelden");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("changes the language in the middle of typing and loses nothing; Enter sends the form, not a language", async () => {
    const { page, context, complaints } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    await page.goto("/anmelden?returnTo=/mein-ehrenamt");
    await page.locator('main [name="email"]').fill("maria@");
    await page.locator('header button[lang="ar"]').click();
    await page.waitForFunction('document.documentElement.dir === "rtl"');
    expect(await page.locator("h1").textContent()).toBe("تسجيل الدخول");
    expect(await page.locator('main [name="email"]').inputValue()).toBe("maria@");

    await page.locator('main [name="email"]').press("Enter");
    await expect.poll(() => page.locator("#form-errors a").textContent()).toContain("غير مكتمل");
    expect(await page.title()).toMatch(/^خطأ/);
    expect(await page.locator("#form-errors:focus").count()).toBe(1);
    expect(await page.locator('main [name="returnTo"]').inputValue()).toBe("/mein-ehrenamt");
    expect(await page.locator("html").getAttribute("lang")).toBe("ar");
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("turns up the contrast once, on every page from then on", async () => {
    const { page, context } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    await page.goto("/impressum");
    await page.locator('button[name="contrast"]').click();
    await page.waitForSelector('html[data-contrast="more"]', { state: "attached" });
    expect(new URL(page.url()).pathname).toBe("/impressum");
    await page.goto("/");
    expect(await page.locator("html").getAttribute("data-contrast")).toBe("more");
    await context.close();
  });
});

it("a first visit to the newcomer's path ships no script, asks nobody else and weighs little", async () => {
  const { page, context, complaints } = await visit(browser, { baseUrl: app.baseUrl, width: 360, locale: "ar" });
  let bytes = 0;
  const scripts: string[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      bytes += responseBodySize + responseHeadersSize;
    });
  });
  for (const path of ["/", "/anfrage", "/anfrage/start"]) await page.goto(path, { waitUntil: "networkidle" });
  expect(scripts).toEqual([]);
  expect(complaints).toEqual([]);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThan(100_000);
  await context.close();
});

it("a page nobody made says so in the reader's language, with the way back", async () => {
  const { page, context } = await visit(browser, { baseUrl: app.baseUrl, locale: "en" });
  const answer = await page.goto("/nothing-here");
  expect(answer?.status()).toBe(404);
  expect(await page.locator("h1").textContent()).toBe("This page does not exist");
  await page.locator("main a").click();
  await page.waitForURL(`${app.baseUrl}/`);
  await context.close();
});

it("every page comes with its protections", async () => {
  const answer = await fetch(`${app.baseUrl}/anmelden`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("referrer-policy")).toBe("same-origin");
  expect(answer.headers.get("cache-control")).toContain("no-store");
});

it("a form sent from another site is refused, with or without a browser's help", async () => {
  const body = new URLSearchParams({ lang: "ar", returnTo: "/" });
  const foreign = await fetch(`${app.baseUrl}/sprache`, {
    method: "POST",
    body,
    headers: { origin: "https://evil.example", accept: "text/html" },
    redirect: "manual",
  });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.get("set-cookie")).toBeNull();
  const own = await fetch(`${app.baseUrl}/sprache`, {
    method: "POST",
    body,
    headers: { origin: app.baseUrl, accept: "text/html" },
    redirect: "manual",
  });
  expect([own.status, own.headers.get("location")]).toEqual([303, "/"]);
  expect(own.headers.get("set-cookie")).toContain("locale=ar");
});

const PAGES = ["/", "/anmelden", "/anmelden/code", "/anmelden/team", "/abmelden", "/entwicklung/post", "/nothing-here"];

describe.each([
  { locale: "de", dark: false, width: 320 },
  { locale: "ar", dark: false, width: 320 },
  { locale: "de", dark: true, width: 1280 },
  { locale: "ar", dark: true, width: 1280 },
] as const)("in $locale at $width pixels, dark: $dark", ({ locale, dark, width }) => {
  it.each(PAGES)("%s is accessible, right HTML and never scrolls sideways", async (path) => {
    const { page, context } = await visit(browser, { baseUrl: app.baseUrl, locale, dark, width });
    await page.goto(path);
    expect(await axeViolations(page)).toEqual([]);
    expect(await htmlMistakes(page)).toEqual([]);
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(1);
    await context.close();
  });
});
