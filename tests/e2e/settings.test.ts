import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import { mailTo } from "../support/journeys/volunteer.ts";

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
async function coordinator(wishes: { javaScript?: boolean; width?: number; locale?: "de" | "ar" }): Promise<Visitor> {
  const visitor = await visit(browser, { baseUrl: app.baseUrl, ...wishes });
  await visitor.context.addCookies(await desk.context.cookies());
  return visitor;
}

const save = (page: Page) => page.locator('#page-form[action^="?/save"] p button').click();
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

describe.each([
  { javaScript: true, word: "Fahrrad flicken", place: "Musterhof", name: "Mit Skript" },
  { javaScript: false, word: "Formulare, Anträge", place: "Lindenhof", name: "Ohne Skript" },
])("a coordinator with JavaScript $javaScript", { timeout: 120_000 }, ({ javaScript, word, place, name }) => {
  it("changes the weights once they sum to 100", async () => {
    const { page, complaints } = await coordinator({ javaScript });
    await page.goto("/team/einstellungen/gewichte", { waitUntil: "networkidle" });
    const before = Number(/\d+/.exec((await page.getByText(/Fassung/).textContent()) ?? "")?.[0]);
    await field(page, "language").fill("40");
    await save(page);
    await page.getByText("ergeben zusammen 105").waitFor();
    expect(await field(page, "language").inputValue()).toBe("40");
    await field(page, "availability").fill("15");
    if (javaScript) await page.getByText("Summe: 100 von 100").waitFor();
    await save(page);
    await page.waitForURL("**?gespeichert");
    expect(await page.getByText(/Fassung/).textContent()).toContain(`Fassung ${before + 1}.`);
    await field(page, "language").fill("35");
    await field(page, "availability").fill("20");
    await save(page);
    await page.getByText(`Fassung ${before + 2}.`).waitFor();
    expect(complaints).toEqual([]);
  });

  it("adds a topic in front that newcomers then read, and takes it away again", async () => {
    const { page } = await coordinator({ javaScript });
    await page.goto("/team/einstellungen/begriffe/themen", { waitUntil: "networkidle" });
    await field(page, "terms.8.de").fill(word);
    await field(page, "terms.8.place").fill("0.5");
    await field(page, "terms.9.en").fill("without German");
    await save(page);
    await page.locator('[aria-invalid="true"][name="terms.9.de"]').waitFor();
    expect(await field(page, "terms.8.de").inputValue()).toBe(word);
    await field(page, "terms.9.en").fill("");
    await save(page);
    await page.waitForURL("**?gespeichert");
    expect(await field(page, "terms.0.de").inputValue()).toBe(word);
    await field(page, "terms.2.remove").check();
    await save(page);
    await page.getByText(/„.*Briefe verstehen.*“ hat schon jemand gewählt/).waitFor();
    await page.goto("/team/einstellungen/begriffe/themen", { waitUntil: "networkidle" });
    await field(page, "terms.0.remove").check();
    await save(page);
    await page.waitForURL("**?gespeichert");
    expect(await field(page, "terms.0.de").inputValue()).toBe("Begleitung zu Ämtern");
  });

  it("adds a district with a neighbour, corrects it, and learns why one with people stays", async () => {
    const { page } = await coordinator({ javaScript });
    await page.goto("/team/einstellungen/stadtteile/neu", { waitUntil: "networkidle" });
    await field(page, "name").fill(place);
    await field(page, "postalCodes").fill("4106");
    await page.locator('[name="neighbours"][value="eicken"]').check();
    await save(page);
    await page.locator("#field-postalCodes-error").waitFor();
    await field(page, "postalCodes").fill("41061, 41063");
    await save(page);
    await page.waitForURL("**?gespeichert");
    await page.getByRole("link", { name: place }).click();
    await page.waitForURL(`**/stadtteile/${place.toLowerCase()}`);
    await page.locator('[name="neighbours"][value="eicken"]').uncheck();
    await save(page);
    await page.waitForURL("**?gespeichert");
    expect(await page.locator(`[data-row="eicken"]`).textContent()).not.toContain(place);
    await page.goto(`/team/einstellungen/stadtteile/${place.toLowerCase()}`, { waitUntil: "networkidle" });
    await page.locator('form[action="?/remove"] summary').click();
    await page.locator('form[action="?/remove"] button').click();
    await page.waitForURL("**?geloescht");
    await page.goto("/team/einstellungen/stadtteile/eicken", { waitUntil: "networkidle" });
    await page.locator('form[action="?/remove"] summary').click();
    await page.locator('form[action="?/remove"] button').click();
    await page.getByText(/In .*Eicken.* wohnt jemand/).waitFor();
    expect(await field(page, "name").inputValue()).toBe("Eicken");
  });

  it("invites a counsellor by mail and ends the access again", async () => {
    const { page } = await coordinator({ javaScript });
    const email = `beratung-${javaScript}@example.org`;
    await page.goto("/team/einstellungen/team", { waitUntil: "networkidle" });
    await field(page, "displayName").fill(name);
    await field(page, "email").fill(email);
    await page.locator('[name="roles"][value="counsellor"]').check();
    await page.locator('#page-form[action^="?/invite"] p button').click();
    await page.waitForURL("**?eingeladen=*");
    const row = page.locator("tr[data-row]").filter({ hasText: name });
    expect(await row.textContent()).toContain("eingeladen");
    await row.locator("summary").click();
    await row.locator('form[action="?/end"] button').click();
    await page.waitForURL("**?beendet");
    expect(await row.textContent()).toContain("beendet");
    expect(await mailTo(page, email, /lädt Sie ein|eingeladen|Einladung/)).toContain("/einladung/");
  });
});

describe("the pages of settings", { timeout: 180_000 }, () => {
  const PAGES = ["", "/gewichte", "/begriffe/themen", "/begriffe/interessen", "/stadtteile", "/stadtteile/eicken"];

  it.each(["de", "ar"] as const)("are accessible and correct in %s, also on a narrow phone", async (locale) => {
    const { page } = await coordinator({ locale, width: 320 });
    const found: string[] = [];
    for (const path of [...PAGES, "/stadtteile/neu", "/rechtliches", "/team"]) {
      await page.goto(`/team/einstellungen${path}?lang=${locale}`);
      const findings = [...(await axeViolations(page)), ...(await htmlMistakes(page))];
      if ((await sidewaysPixels(page)) > 1) findings.push("scrolls sideways");
      found.push(...findings.map((finding) => `${path}: ${finding}`));
    }
    expect(found).toEqual([]);
  });

  it("change what the imprint says to everybody", async () => {
    const { page } = await coordinator({ javaScript: false });
    await page.goto("/team/einstellungen/rechtliches");
    await field(page, "imprint.responsible").fill("Netzwerk Musterstadt e. V.");
    await save(page);
    await page.waitForURL("**?gespeichert");
    await page.goto("/impressum");
    expect(await page.locator("main").textContent()).toContain("Netzwerk Musterstadt e. V.");
  });
});
