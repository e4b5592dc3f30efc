import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  htmlMistakes,
  screenshot,
  sidewaysPixels,
  startBrowser,
  visit,
  type Visitor,
} from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { signInByCode } from "../support/journeys/volunteer.ts";
import { largePdf, officeFile, pdfFile } from "../support/material-files.ts";

const MEGABYTE = 1024 * 1024;
const TRAINER = "kursleitung@example.org";
const LEARNER = "im-kurs@example.org";

let app: BuiltApp;
let browser: Browser;
let trainer: Visitor;
let learner: Visitor;
/** The demo's course that runs: two of its four evenings have been. */
let course: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  trainer = await visit(browser, { baseUrl: app.baseUrl });
  await signInByCode(trainer.page, TRAINER, "/kursleitung");
  course = new URL((await trainer.page.locator("main .card a").first().getAttribute("href")) ?? "", app.baseUrl)
    .pathname;
  learner = await visit(browser, { baseUrl: app.baseUrl });
  await signInByCode(learner.page, LEARNER);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** The same person at another window. */
async function again(who: Visitor, wishes: Partial<Parameters<typeof visit>[1]>): Promise<Visitor> {
  const visitor = await visit(browser, { baseUrl: app.baseUrl, ...wishes });
  await visitor.context.addCookies(await who.context.cookies());
  return visitor;
}

const asVolunteer = (path: string): string => path.replace("/kursleitung/", "/mein-ehrenamt/kurse/");
const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: "application/pdf", buffer });

async function upload(page: Page, moduleKey: string, file: ReturnType<typeof pdf>): Promise<void> {
  const form = page.locator(`#module-${moduleKey} form[action*="/add"]`);
  await form.locator('input[type="file"]').setInputFiles(file);
  await form.locator("button").click();
}

describe.each([
  { javaScript: true, moduleKey: "intercultural_competence", width: 1280 },
  { javaScript: false, moduleKey: "role_and_limits", width: 360 },
])("a trainer hands out a file (JavaScript $javaScript)", { timeout: 180_000 }, ({ javaScript, moduleKey, width }) => {
  it("of 9.5 MB, and participants save exactly that", async () => {
    const { page, complaints } = await again(trainer, { javaScript, width });
    const content = largePdf(9.5 * MEGABYTE);
    await page.goto(`${course}/material`, { waitUntil: "networkidle" });
    await upload(page, moduleKey, pdf("..\\Folien: Ämter & Wege.pdf", content));
    await page.waitForURL("**/material?meldung=added*");
    const name = "Folien- Ämter & Wege.pdf";
    const link = page.locator(`#module-${moduleKey} li a`, { hasText: name });
    expect(await link.count()).toBe(1);

    const volunteer = await again(learner, { javaScript: false, width: 360 });
    await volunteer.page.goto(asVolunteer(course));
    const [download] = await Promise.all([
      volunteer.page.waitForEvent("download"),
      volunteer.page.locator(`a[href$="${(await link.getAttribute("href"))?.split("/").at(-1) ?? ""}"]`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    const reply = await volunteer.page.request.get(download.url());
    expect((await reply.body()).equals(content)).toBe(true);
    expect(reply.headers()).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(reply.headers()["content-security-policy"]).toMatch(/^sandbox/);
    expect(reply.headers()["content-disposition"]).toMatch(/^attachment; /);
    expect(complaints).toEqual([]);
  });

  it.each([10.5, 11])("of %d MB is too large, and the page says so at the field", async (megabytes) => {
    const { page } = await again(trainer, { javaScript, width });
    await page.goto(`${course}/material`, { waitUntil: "networkidle" });
    await upload(page, moduleKey, pdf("Video.pdf", Buffer.alloc(megabytes * MEGABYTE, "x")));
    const error = page.locator(`#field-file-${moduleKey}-error`);
    await error.waitFor();
    expect(await error.textContent()).toContain("größer als 10 MB");
    expect(await page.locator("#form-errors a").getAttribute("href")).toBe(`#field-file-${moduleKey}`);
  });

  it("with macros or under a false name: the reason and what to do instead", async () => {
    const { page } = await again(trainer, { javaScript, width });
    const errorFor = async (file: ReturnType<typeof pdf>) => {
      await page.goto(`${course}/material`, { waitUntil: "networkidle" });
      await upload(page, moduleKey, file);
      const error = page.locator(`#field-file-${moduleKey}-error`);
      await error.waitFor();
      return error.textContent();
    };
    const macros = officeFile("docx", [{ name: "word/vbaProject.bin", text: "x" }]);
    expect(await errorFor(pdf("Plan.docx", macros))).toContain("Makros");
    expect(await errorFor(pdf("Plan.pdf", macros))).toContain("passt nicht zur Endung");
    expect(await errorFor(pdf("bild.pdf.exe", pdfFile()))).toContain("nehmen wir nicht an");
  });

  it("replaces it, and deletes it by two presses", async () => {
    const { page } = await again(trainer, { javaScript, width });
    const room = page.locator(`#module-${moduleKey}`);
    await page.goto(`${course}/material`, { waitUntil: "networkidle" });
    await room.locator("summary", { hasText: "Ersetzen" }).click();
    await room.locator('form[action*="/replace"] input[type="file"]').setInputFiles(pdf("Neu.pdf", pdfFile()));
    await room.locator('form[action*="/replace"] button').click();
    await page.waitForURL("**/material?meldung=replaced*");
    expect(await room.locator("li a").allTextContents()).toEqual([expect.stringContaining("Neu.pdf")]);
    await room.locator("summary", { hasText: "Löschen" }).click();
    await room.locator('form[action="?/delete"] button').click();
    await page.waitForURL("**/material?meldung=deleted*");
    expect(await room.textContent()).toContain("Noch keine Datei");
  });
});

describe("after an evening", { timeout: 120_000 }, () => {
  it("a volunteer answers with a face and a sentence, once, and without a script", async () => {
    const { page, complaints } = await again(learner, { javaScript: false, width: 360 });
    await page.goto(asVolunteer(course));
    await page
      .getByRole("link", { name: /Rückmeldung geben/ })
      .first()
      .click();
    await page.waitForURL("**/rueckmeldung/*");
    const asked = page.url();
    expect(await page.locator("main").textContent()).toContain("immer erst zu fünft");
    await page.locator('[name="sentence"]').fill("Mehr Zeit\nfür Fragen");
    await page.locator("#page-form button.primary").click();
    await page.locator("#field-face-error").waitFor();
    expect(await page.locator('[name="sentence"]').inputValue()).toBe("Mehr Zeit\nfür Fragen");
    await page.locator('[name="face"][value="good"]').check();
    await page.locator("#page-form button.primary").click();
    await page.waitForURL("**?meldung=danke");
    expect(await page.locator("main").textContent()).toContain("Sie haben geantwortet. Danke!");
    await page.goto(asked);
    expect(await page.locator("#page-form").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("the trainer reads five answers of one evening and nothing of the other, and no name anywhere", async () => {
    await trainer.page.goto(`${course}/rueckmeldungen`);
    const sessions = trainer.page.locator(".sessions section");
    expect(await sessions.nth(0).textContent()).toContain("5 Antworten");
    expect(await sessions.nth(1).textContent()).toContain("Erst ab 5 Antworten zu sehen.");
    expect(await sessions.nth(1).textContent()).not.toMatch(/Gut|\b[1-4] Antwort/);
    expect(await trainer.page.locator("main").textContent()).not.toContain("Mehr Zeit für Fragen");
  });
});

describe("the trainer's pages and the page of one's course", { timeout: 180_000 }, () => {
  it("are read on a phone and a desk, in light and dark", async () => {
    const pages = [
      ["trainer-home", trainer, "/kursleitung"],
      ["trainer-course", trainer, course],
      ["trainer-material", trainer, `${course}/material`],
      ["trainer-feedback", trainer, `${course}/rueckmeldungen`],
      ["my-course", learner, asVolunteer(course)],
    ] as const;
    for (const width of [360, 1280]) {
      for (const [name, who, path] of pages) {
        const { page, complaints, context } = await again(who, { width, dark: width === 360 });
        await page.goto(path);
        await screenshot(page, `${name}-${width}`);
        expect(await axeViolations(page), `${name} ${width}`).toEqual([]);
        expect(await htmlMistakes(page), name).toEqual([]);
        expect(await sidewaysPixels(page), `${name} ${width}`).toBe(0);
        expect(complaints, name).toEqual([]);
        await context.close();
      }
    }
  });

  it("lead by one tap from what is next to the list of names and the code for the wall", async () => {
    const { page } = await again(trainer, { width: 360, javaScript: false });
    await page.goto("/kursleitung");
    const next = page.locator("#next ~ .card").first();
    await next.getByRole("link", { name: /Anwesenheit/ }).click();
    await page.waitForURL(/\/kursleitung\/[^/]+\/[^/]+$/);
    const attendance = page.url();
    await page.goto("/kursleitung");
    await next.getByRole("link", { name: /Code für die Wand/ }).click();
    await page.waitForURL(`${attendance}/code`);
  });
});
