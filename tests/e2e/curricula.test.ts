import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";

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

async function coordinator(javaScript: boolean): Promise<Visitor> {
  const visitor = await visit(browser, { baseUrl: app.baseUrl, javaScript });
  await visitor.context.addCookies(await desk.context.cookies());
  return visitor;
}

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
/** Waits until the rows of the form read like this: a row moves after an answer of the server. */
async function expectModules(page: Page, titles: readonly string[]): Promise<void> {
  for (const [row, title] of titles.entries()) {
    await expect.poll(() => field(page, `modules.${row}.title`).inputValue()).toBe(title);
  }
  await expect.poll(() => page.locator('[name$=".title"]').count()).toBe(titles.length);
}

describe.each([
  { javaScript: true, title: "Kurs mit Skript" },
  { javaScript: false, title: "Kurs ohne Skript" },
])("a coordinator with JavaScript $javaScript", { timeout: 120_000 }, ({ javaScript, title }) => {
  it("writes a curriculum: rows come, go and move, and nothing typed is lost", async () => {
    const { page, complaints } = await coordinator(javaScript);
    await page.goto("/team/lehrplaene/neu", { waitUntil: "networkidle" });
    await field(page, "title").fill(title);
    await field(page, "modules.0.title").fill("Ankommen");
    await field(page, "modules.0.topics").fill("Wer wir sind");
    await press(page, "Modul hinzufügen");
    await field(page, "modules.1.title").fill("Begleiten");
    await press(page, "Modul hinzufügen");
    await field(page, "modules.2.title").fill("Abschied");
    await field(page, "modules.1.topics").fill("Zu zweit unterwegs");
    await press(page, "Modul 1 nach unten");
    await expectModules(page, ["Begleiten", "Ankommen", "Abschied"]);
    expect(await field(page, "modules.0.topics").inputValue()).toBe("Zu zweit unterwegs");
    expect(await field(page, "modules.1.topics").inputValue()).toBe("Wer wir sind");
    await press(page, "Modul 3 herausnehmen");
    await expectModules(page, ["Begleiten", "Ankommen"]);
    expect(await field(page, "title").inputValue()).toBe(title);
    await field(page, "certificateText").fill("{name} war {stunden} dabei, {wo}.");
    await press(page, "Lehrplan anlegen");
    await page.getByText("Den Platzhalter {wo} gibt es nicht").first().waitFor();
    await expectModules(page, ["Begleiten", "Ankommen"]);
    await field(page, "certificateText").fill("{name} war {stunden} dabei.");
    if (javaScript) await page.getByText("Kim Beispiel war 8 Stunden dabei.").waitFor();
    await field(page, "title").press("Enter");
    await page.getByText("Der Lehrplan ist angelegt.").waitFor();
    await page.getByRole("link", { name: title }).click();
    await page.waitForURL(/lehrplaene\/[0-9a-f-]{36}/);
    await expectModules(page, ["Begleiten", "Ankommen"]);
    expect(complaints).toEqual([]);
  });

  it("is told whom a change of a running course touches before it is saved, and goes back", async () => {
    const { page } = await coordinator(javaScript);
    await page.goto("/team/lehrplaene", { waitUntil: "networkidle" });
    await page.getByRole("link", { name: "Basiskurs für Mentor:innen" }).click();
    await page.waitForURL(/lehrplaene\/[0-9a-f-]{36}/);
    await press(page, "Modul hinzufügen");
    await field(page, "modules.4.title").fill("Neues Pflichtmodul");
    await press(page, "Änderungen speichern");
    await page.getByText("Noch nicht gespeichert").waitFor();
    expect(await page.getByText(/Nach der Änderung fehlt \d+ Personen ein Modul mehr/).count()).toBe(1);
    await press(page, "Modul 5 herausnehmen");
    await expectModules(page, [
      "Aufgaben der Stadtverwaltung für Geflüchtete",
      "Soziale Sicherung für Geflüchtete",
      "Interkulturelle Kompetenz",
      "Rolle, Grenzen, Datenschutz und Praxis",
    ]);
    await press(page, "Änderungen speichern");
    await page.getByText("Die Änderungen sind gespeichert.").waitFor();
  });
});
