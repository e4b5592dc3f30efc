import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { countsOf, listOf, readIn, rowOf } from "../support/journeys/lists.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";

let app: BuiltApp;
let browser: Browser;
let desk: Visitor;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  desk = await visit(browser, { baseUrl: app.baseUrl });
  await signInAsStaff(desk.page, printedSignIn(app.output(), "koordination.stadt@example.org"));
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const take = (page: Page, what: "all" | "chosen") => page.locator(`button[name="what"][value="${what}"]`).click();

describe.each([
  { javaScript: true, provider: "caritas", with: "with JavaScript" },
  { javaScript: false, provider: "diakonie", with: "without JavaScript" },
])("a coordinator $with", { timeout: 180_000 }, ({ javaScript, provider }) => {
  it("takes over volunteers and requests from messy lists and sees suggestions for one of them", async () => {
    const { page, complaints } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    await signInAsStaff(page, printedSignIn(app.output(), `koordination.${provider}@example.org`));

    const volunteers = await readIn(page, "volunteers", listOf("volunteers", provider));
    expect(await countsOf(page)).toEqual([12, 8, 1, 3]);
    expect(await rowOf(page, 9).textContent()).toContain("ist keine E-Mail-Adresse");
    expect(await rowOf(page, 3).textContent()).toContain("Türkisch (im Alltag gut)");
    await page.locator('select[name="mapping.12"]').selectOption("");
    await page.locator('form[action="?/remap"] button').click();
    await page.waitForURL("**?gelesen");
    await page.getByText(/Nicht gelesen: .*Max\. Tandems.* und .*Bemerkung/).waitFor();

    await page.locator("nav.filters a").last().click();
    await page.waitForURL("**?status=error");
    expect(await page.locator("ol.rows > li").count()).toBe(3);
    await page.goto(volunteers);
    for (const line of [2, 3]) await rowOf(page, line).locator('input[type="checkbox"]').check();
    await take(page, "chosen");
    await page.waitForURL("**?uebernommen=2-0-0");
    expect(await page.locator('[role="status"]').first().textContent()).toContain("2 Personen sind angelegt");
    await take(page, "all");
    await page.waitForURL("**?uebernommen=6-3-3");
    await rowOf(page, 2).locator("a").click();
    await page.waitForURL("**/team/freiwillige/*");
    expect(await page.locator("h1").textContent()).toContain("Annegret Küppers");

    const requests = await readIn(page, "requests", listOf("requests", provider));
    await take(page, "all");
    await page.locator("#field-consentGiven-error").waitFor();
    await page.locator('[name="consentGiven"]').check();
    await take(page, "all");
    await page.waitForURL("**?uebernommen=8-1-1");

    await rowOf(page, 2).locator("a").click();
    await page.waitForURL("**/team/anfragen/*");
    expect(await page.locator("h1").textContent()).toContain("Rasha");
    await page.locator('form[action="?/klaeren"] button.primary').click();
    await page.waitForURL("**?erledigt=geklaert");
    await page.locator('form[action="?/oeffnen"] button').click();
    await page.waitForURL("**?erledigt=geoeffnet");
    await page.locator('main a[href$="/vorschlaege"]').first().click();
    await page.waitForURL("**/vorschlaege");
    expect(await page.locator("main li[data-row]").count()).toBeGreaterThan(0);
    expect(await page.locator("main li[data-row]").first().textContent()).toMatch(/\d+ von 100 Punkten.*Sprache/);

    const file = await page.request.get("/team/listen/export?art=volunteers&format=csv&search=Yildiz");
    expect(file.headers()["content-disposition"]).toContain("freiwillige-");
    expect(await file.text()).toContain(`sevgi.yildiz@${provider}.example.org`);

    await page.goto(requests);
    await page.locator('form[action="?/undo"] summary').click();
    await page.locator('form[action="?/undo"] button').click();
    const said = page.locator('[role="status"]').filter({ hasText: "7 Personen sind entfernt" });
    await said.waitFor();
    expect(await said.textContent()).toContain("Rasha");
    expect(complaints).toEqual([]);
  });
});

describe("the pages of lists", { timeout: 180_000 }, () => {
  it.each(["de", "ar"] as const)("are accessible and correct in %s, also on a narrow phone", async (locale) => {
    const { page, context } = await visit(browser, { baseUrl: app.baseUrl, locale, width: 320 });
    await context.addCookies(await desk.context.cookies());
    const requests = await readIn(page, "requests", listOf("requests", locale));
    const found: string[] = [];
    for (const path of ["/team/listen", requests, `${requests}?status=error`]) {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${locale}`);
      const findings = [...(await axeViolations(page)), ...(await htmlMistakes(page))];
      if ((await sidewaysPixels(page)) > 1) findings.push("scrolls sideways");
      found.push(...findings.map((finding) => `${path}: ${finding}`));
    }
    expect(found).toEqual([]);
  });

  it("say at the field which file is missing, and refuse what is no list", async () => {
    const { page, context } = await visit(browser, { baseUrl: app.baseUrl, javaScript: false });
    await context.addCookies(await desk.context.cookies());
    await page.goto("/team/listen");
    await page.locator('[name="kind"][value="requests"]').check();
    await page.locator("#page-form button.primary").click();
    expect(await page.locator("#field-file-error").textContent()).toContain("Bitte wählen Sie eine Datei");
    expect(await page.locator('[name="kind"][value="requests"]').isChecked()).toBe(true);
    const broken = { name: "liste.xlsx", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004broken") };
    await page.locator('[name="file"]').setInputFiles(broken);
    await page.locator("#page-form button.primary").click();
    expect(await page.locator("#form-errors").textContent()).toContain("Diese Datei können wir nicht lesen");
  });
});
