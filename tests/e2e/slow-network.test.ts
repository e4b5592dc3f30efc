import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp(), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Holds every script back until told: a page that people see and type into long before it is alive. */
async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_app\/immutable\/.*\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe("a coordinator on a slow connection", () => {
  it("keeps what was typed and ticked before the page's scripts arrived", async () => {
    const { context, page } = await visit(browser, { baseUrl: app.baseUrl });
    await signInAsStaff(page, printedSignIn(app.output(), "koordination.caritas@example.org"));
    const release = await holdScripts(page);
    await page.goto("/team/freiwillige/neu", { waitUntil: "commit" });
    const firstName = page.locator('[name="profile.firstName"]');
    const evening = page.locator('[name="profile.slots"][value="tue_evening"]');
    const topic = page.locator('[name="profile.topics"]').first();
    await firstName.fill("Hannelore");
    await evening.check();
    await topic.check();
    await page.locator('[name="profile.district"]').selectOption({ index: 3 });
    const district = await page.locator('[name="profile.district"]').inputValue();
    release();
    await page.waitForLoadState("networkidle");

    expect(await firstName.inputValue()).toBe("Hannelore");
    expect(await evening.isChecked()).toBe(true);
    expect(await topic.isChecked()).toBe(true);
    expect(await page.locator('[name="profile.district"]').inputValue()).toBe(district);
    await context.close();
  }, 60_000);
});
