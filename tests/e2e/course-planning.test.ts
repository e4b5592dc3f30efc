import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, sendForm, signInAsStaff } from "../support/journeys/staff.ts";

let app: BuiltApp;
let browser: Browser;
let desk: Visitor;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  desk = await visit(browser, { baseUrl: app.baseUrl });
  await signInAsStaff(desk.page, printedSignIn(app.output(), "koordination.caritas@example.org"));
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The same coordinator in another browser: a code of the authenticator app counts only once. */
async function coordinator(javaScript: boolean): Promise<Visitor> {
  const visitor = await visit(browser, { baseUrl: app.baseUrl, javaScript });
  await visitor.context.addCookies(await desk.context.cookies());
  return visitor;
}

const field = (page: Page, row: number, name: string) => page.locator(`[name="sessions.${row}.${name}"]`);
const PATIENCE = { timeout: 20_000 };
const shows = (page: Page, row: number, name: string) =>
  expect.poll(() => field(page, row, name).inputValue(), PATIENCE);
const press = (page: Page, action: string) => page.locator(`button[formaction^="?/${action}"]`).last().click();
const warnings = (page: Page) => page.locator("main .warnings li");

/** Four Tuesdays over the change of the clocks, from the form for a new course. */
async function fillFourTuesdays(page: Page, title: string, place: string): Promise<void> {
  await page.goto("/team/kurse/neu", { waitUntil: "networkidle" });
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="series.weekdays"][value="tue"]').check();
  await page.locator('[name="series.firstDay"]').fill("2027-03-23");
  await page.locator('[name="series.to"]').fill("20:00");
  await page.locator('[name="series.place"]').fill(place);
  await press(page, "series");
  await shows(page, 3, "startsAt").toBe("2027-04-13T18:00");
}

describe.each([true, false])("a coordinator plans a course, JavaScript %s", { timeout: 180_000 }, (javaScript) => {
  const suffix = javaScript ? "mit Skript" : "ohne Skript";

  it("fills in four Tuesdays at once, adds, swaps and drops dates, and loses nothing that was typed", async () => {
    const { page, complaints } = await coordinator(javaScript);
    const place = `Rathaus, Raum ${suffix}`;
    await fillFourTuesdays(page, `Vier Dienstage ${suffix}`, place);
    expect(await page.locator('[name="title"]').inputValue()).toBe(`Vier Dienstage ${suffix}`);
    const [first, second] = [
      await field(page, 0, "moduleKey").inputValue(),
      await field(page, 1, "moduleKey").inputValue(),
    ];
    await page.locator('button[formaction="?/swapUp#termin-1"]').click();
    await shows(page, 0, "moduleKey").toBe(second);
    expect(await field(page, 1, "moduleKey").inputValue()).toBe(first);
    await page.locator('button[formaction="?/swapUp#termin-1"]').click();
    await shows(page, 0, "moduleKey").toBe(first);
    await press(page, "moreRows");
    await shows(page, 4, "place").toBe(place);
    await press(page, "removeRow");
    await field(page, 4, "place").waitFor({ state: "detached" });

    await field(page, 1, "place").fill("");
    await sendForm(page);
    await page.locator("#field-sessions-1-place-error").waitFor();
    await shows(page, 3, "startsAt").toBe("2027-04-13T18:00");
    await field(page, 1, "place").fill(place);
    await sendForm(page);
    await page.waitForURL("**?meldung=created");
    expect(await page.locator("main").textContent()).toContain("Dienstag, 30. März 2027, 18:00–20:00");
    expect(complaints).toEqual([]);
  });

  it("is asked once about a room that is taken, and not again about the same", async () => {
    const { page } = await coordinator(javaScript);
    const place = `Bürgersaal ${suffix}`;
    await fillFourTuesdays(page, `Zuerst da ${suffix}`, place);
    await sendForm(page);
    await page.waitForURL("**?meldung=created");

    await fillFourTuesdays(page, `Kommt später ${suffix}`, place.toUpperCase());
    await sendForm(page);
    await expect.poll(() => warnings(page).count(), PATIENCE).toBe(4);
    expect(await warnings(page).first().textContent()).toContain(`„Zuerst da ${suffix}“, 18:00–20:00`);
    if (javaScript) expect(await axeViolations(page)).toEqual([]);
    expect(await htmlMistakes(page)).toEqual([]);
    await page.locator('[name="acknowledged"]').check();
    await sendForm(page);
    await page.waitForURL("**?meldung=created");
    expect(await warnings(page).count()).toBe(4);

    await page.locator('a[href$="/bearbeiten"]').first().click();
    await page.locator('[name="title"]').waitFor();
    await page.locator('[name="places"]').fill("9");
    await sendForm(page);
    await page.waitForURL("**?meldung=saved");
  });

  it("cancels one date with a reason and plans another one for it", async () => {
    const { page } = await coordinator(javaScript);
    await fillFourTuesdays(page, `Mit Ersatz ${suffix}`, `Pfarrheim ${suffix}`);
    await sendForm(page);
    await page.waitForURL("**?meldung=created");
    await page.locator("main li summary").first().click();
    await page.locator('main li textarea[name^="reason."]').first().fill("Der Raum steht unter Wasser.");
    await page.locator("main li details[open] button").click();
    await page.waitForURL("**?meldung=session_cancelled");
    await page.locator('a[href*="?ersatz="]').click();
    await shows(page, 3, "startsAt").toBe("2027-04-20T18:00");
    await sendForm(page);
    await page.locator('[name="acknowledged"]').check();
    await sendForm(page);
    await page.waitForURL("**?meldung=saved");
    expect(await page.locator("main li.cancelled").allTextContents()).toEqual([
      expect.stringContaining("23. März 2027"),
    ]);
    expect(await page.locator("main li:not(.cancelled)").allTextContents()).toContainEqual(
      expect.stringContaining("20. April 2027"),
    );
  });
});
