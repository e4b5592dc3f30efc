import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  htmlMistakesIn,
  sidewaysPixels,
  startBrowser,
  visit,
  type Visitor,
} from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { DEMO_PAGES, type DemoPage } from "../support/demo-pages.ts";
import { arriveAll, type DemoVisitor } from "../support/demo-visitors.ts";

const ROUTES = join(import.meta.dirname, "../../apps/web/src/routes");
const routes = globSync("**/+page{,@}.svelte", { cwd: ROUTES })
  .map((file) => `/${dirname(file).replaceAll(/\([a-z]+\)\/?/g, "")}`.replace(/\/\.?$/, "") || "/")
  .toSorted();

const WAYS_TO_LOOK = [
  { locale: "de", dir: "ltr", dark: false, width: 1280 },
  { locale: "ar", dir: "rtl", dark: true, width: 320 },
] as const;
type WayToLook = (typeof WAYS_TO_LOOK)[number];

const pages = Object.entries(DEMO_PAGES).flatMap(([route, visits]) =>
  visits.map((visit, index) => ({ route, name: `${route} (${visit.visitor}, ${String(index + 1)})`, visit })),
);

let app: BuiltApp;
let browser: Browser;
let arrived: Awaited<ReturnType<typeof arriveAll>>;
const windows = new Map<string, Visitor>();

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  const who = [...new Set(pages.map(({ visit: { visitor } }) => visitor))];
  arrived = await arriveAll(browser, { baseUrl: app.baseUrl, printed: app.output() }, who);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The visitor's browser window for this way to look, opened once. */
async function windowOf(visitor: DemoVisitor, way: WayToLook): Promise<Visitor> {
  const key = `${visitor} ${way.locale}`;
  const open = windows.get(key);
  if (open !== undefined) return open;
  const { cookies = [] } = arrived.get(visitor) ?? {};
  const fresh = await visit(browser, { baseUrl: app.baseUrl, ...way });
  await fresh.context.addCookies([...cookies, { name: "locale", value: way.locale, url: app.baseUrl }]);
  windows.set(key, fresh);
  return fresh;
}

/** Opens the page and answers with the HTML as the server sent it. */
async function open(page: Page, { address, open: send }: DemoPage): Promise<string> {
  const answer = await page.goto(typeof address === "string" ? address : await address(page));
  if (send === undefined || answer === null) return (await answer?.text()) ?? "";
  const [sent] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    send(page),
  ]);
  return sent.text();
}

it("every page has a row that says who opens it where", () => {
  expect(Object.keys(DEMO_PAGES).toSorted()).toEqual(routes);
});

const MENUS = [
  { visitor: "coordinator", start: "/team", entries: 11 },
  { visitor: "counsellor", start: "/team/anfragen", entries: 1 },
  { visitor: "admin", start: "/team/einstellungen", entries: 2 },
] as const;
it.each(MENUS)(
  "the menu of $visitor has $entries entries, and each may be opened",
  async ({ visitor, start, entries }) => {
    const { page } = await windowOf(visitor, WAYS_TO_LOOK[0]);
    await page.goto(start);
    const links = await page.locator("nav li a[href^='/team']").evaluateAll((all) => all.map(String));
    expect(links).toHaveLength(entries);
    for (const link of links) {
      const answer = await page.goto(link);
      expect(answer?.status()).toBe(200);
      expect(page.url()).toBe(link);
    }
  },
);

describe.each(WAYS_TO_LOOK)("in $locale at $width pixels, dark: $dark", (way) => {
  it.each(pages)("$name is sound", async ({ route, visit: wanted }) => {
    const { page, complaints } = await windowOf(wanted.visitor, way);
    const before = complaints.length;
    const html = await open(page, wanted);
    const shown = await page.evaluate<{ lang: string; dir: string; headings: number }>(
      "({ lang: document.documentElement.lang, dir: document.documentElement.dir, headings: document.querySelectorAll('h1').length })",
    );
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${route.replaceAll(/\[\w+\]/g, "[^/]+")}$`));
    expect(shown).toEqual({ lang: way.locale, dir: way.dir, headings: 1 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await htmlMistakesIn(html)).toEqual([]);
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(1);
    expect(complaints.slice(before)).toEqual([]);
  });
});
