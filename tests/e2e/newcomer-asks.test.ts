import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VISITOR_RECEIPT } from "@augenhoehe/api/demo/demo-accounts";
import { formatReceipt } from "@augenhoehe/domain";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import {
  answerProposal,
  answerQuestions,
  askForMentor,
  beginToAsk,
  fillQuestion,
  openMyRequest,
  sendRequest,
  type Told,
} from "../support/journeys/newcomer.ts";
import { printedSignIn, sendForm, signInAsStaff } from "../support/journeys/staff.ts";

const RANIA: Told = {
  languages: [
    { code: "ar", level: "native" },
    { code: "de", level: "basic" },
  ],
  district: "eicken",
  slots: ["tue_evening", "sat_morning"],
  topics: ["letters", "german_practice"],
  interests: ["cooking"],
  gender: "female",
  ageBand: "27_39",
  chosenName: "رانيا",
  phone: "0151 23456789",
  email: "rania@example.org",
};
const ARABIC = "العربية";
/** What the first screen of the path may weigh on the wire, with everything it loads. */
const FIRST_LOAD_BYTES = 100 * 1024;

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const phone = (javaScript: boolean) =>
  visit(browser, { baseUrl: app.baseUrl, javaScript, width: 320, height: 700, locale: "ar" });

/** An accessible, well-formed page that nobody has to scroll sideways. Axe itself needs scripts to run. */
async function expectSound(page: Page, javaScript: boolean): Promise<void> {
  if (javaScript) expect(await axeViolations(page)).toEqual([]);
  expect(await htmlMistakes(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("a newcomer on a small phone, %s", (_, javaScript) => {
  it("asks in Arabic, question by question, and holds a receipt that opens the request on another phone", async () => {
    const { page, context, complaints } = await phone(javaScript);
    await page.goto("/anfrage");
    await expectSound(page, javaScript);
    await beginToAsk(page, ARABIC);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await answerQuestions(page, RANIA, () => expectSound(page, javaScript));
    expect(await page.locator("main dl").innerText()).toContain("Eicken");
    await expectSound(page, javaScript);

    const receipt = await sendRequest(page);
    expect(receipt).toMatch(/^\d{20}$/);
    expect(await page.locator("[data-receipt]").innerText()).toContain(receipt.slice(0, 4));
    await page.goto("/meine-anfrage");
    await expectSound(page, javaScript);
    expect(await page.locator("h2#state").innerText()).toBe("وصل طلبك");
    expect(await page.locator("main dl").innerText()).toContain("+49 1512 3456789");
    await page.goto("/meine-anfrage/wer-sieht-was");
    await expectSound(page, javaScript);
    expect(await page.locator("script").count()).toBe(0);

    const other = await phone(javaScript);
    await openMyRequest(other.page, formatReceipt(receipt));
    expect(await other.page.locator("main").innerText()).toContain("رانيا");
    expect([...complaints, ...other.complaints]).toEqual([]);
    await context.close();
    await other.context.close();
  });

  it("loses nothing by changing the language, or by closing the browser half-way", async () => {
    const { page, context } = await phone(javaScript);
    await beginToAsk(page, ARABIC);
    await fillQuestion(page, "sprachen", RANIA);
    await page.getByRole("button", { name: "Deutsch" }).click();
    await page.getByRole("heading", { name: "Welche Sprachen sprechen Sie?" }).waitFor();
    expect(await page.locator('[name="languages.0.code"]').inputValue()).toBe("ar");
    expect(await page.locator('[name="languages.1.level"]').inputValue()).toBe("basic");
    await page.locator("#page-form .go button").click();
    await page.waitForURL("**/anfrage/stadtteil");

    const reopened = await browser.newContext({
      baseURL: app.baseUrl,
      javaScriptEnabled: javaScript,
      storageState: await context.storageState(),
    });
    const later = await reopened.newPage();
    await later.goto("/anfrage/start");
    await later.getByRole("link", { name: "Weitermachen" }).click();
    await later.waitForURL("**/anfrage/pruefen");
    expect(await later.locator("main dl").innerText()).toContain("Arabisch: Muttersprache");
    await context.close();
    await reopened.close();
  });

  it("hears what to do when something is missing, and keeps what was typed", async () => {
    const { page, context } = await phone(javaScript);
    await beginToAsk(page, "Deutsch");
    await page.goto("/anfrage/stadtteil");
    await page.locator('[name="postalCode"]').fill("41061");
    await page.locator("#page-form .go button").click();
    const which = page.getByRole("group", { name: "Stadtteil" });
    expect(await which.locator('input[type="radio"]').count()).toBeGreaterThan(2);
    await page.goto("/anfrage/kontakt");
    await fillQuestion(page, "kontakt", { chosenName: "Rania", phone: "12" });
    await page.locator("#page-form .go button").click();
    await page.locator("#form-errors").waitFor();
    expect(await page.locator('[name="chosenName"]').inputValue()).toBe("Rania");
    expect(await page.locator('[name="phone"]').getAttribute("aria-invalid")).toBe("true");
    await fillQuestion(page, "kontakt", { chosenName: "Rania" });
    await page.locator("#page-form .go button").click();
    expect(await page.locator("#form-errors").innerText()).toContain("dass Sie selbst nachsehen");
    await context.close();
  });

  it("sees a proposal without a name, and a no needs no reason", async () => {
    const { page, context } = await phone(javaScript);
    await openMyRequest(page, VISITOR_RECEIPT);
    await expectSound(page, javaScript);
    const [yes, no] = await page.locator('button[name="answer"]').all();
    const [yesBox, noBox] = [await yes?.boundingBox(), await no?.boundingBox()];
    expect(yesBox?.width).toBe(noBox?.width);
    expect(yesBox?.height).toBe(noBox?.height);
    if (!javaScript) {
      await answerProposal(page, "no");
      expect(await page.locator('button[name="answer"]').count()).toBe(0);
      expect(await page.getByRole("status").innerText()).toContain("نواصل البحث");
    }
    await context.close();
  });

  it("changes an answer, then withdraws, and the number opens nothing any more", async () => {
    const { page, context } = await phone(javaScript);
    const receipt = await askForMentor(page, "English", {
      ...RANIA,
      chosenName: "Rania",
      email: "",
      lookMyself: false,
    });
    await page.goto("/meine-anfrage/aendern/stadtteil");
    await expectSound(page, javaScript);
    await page.locator('[name="district"]').selectOption("rheydt");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/meine-anfrage?*");
    expect(await page.locator("main dl").innerText()).toContain("Rheydt");

    await page.locator('form[action="?/withdraw"] summary').click();
    await page.locator('form[action="?/withdraw"] button').click();
    await page.waitForURL("**/zurueckgezogen");
    await expectSound(page, javaScript);
    await page.goto("/quittung");
    await page.locator('[name="receipt"]').fill(receipt);
    await page.locator("#page-form button.wide").click();
    expect(await page.locator("#form-errors").innerText()).toContain("opens no request");
    await context.close();
  });
});

describe("the newcomer's path", () => {
  it("weighs at most 100 KB on the wire at the first visit, and ships no JavaScript", async () => {
    const { page, context } = await phone(true);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const scripts: string[] = [];
    page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
    for (const path of ["/anfrage", "/anfrage/start?lang=ar"]) {
      await page.goto(path, { waitUntil: "networkidle" });
    }
    expect(scripts).toEqual([]);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
    await context.close();
  });

  it("takes the number of a scanned code from behind the #, where no server sees it", async () => {
    const { page, context } = await phone(true);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`/quittung#${VISITOR_RECEIPT}`);
    await page.waitForURL("**/quittung");
    expect(await page.locator('[name="receipt"]').inputValue()).toBe(formatReceipt(VISITOR_RECEIPT));
    expect(asked.filter((url) => new URL(url).search.includes(VISITOR_RECEIPT.slice(0, 4)))).toEqual([]);
    await context.close();
  });

  it("keeps the receipt on the page when the language is changed there", async () => {
    const { page, context } = await phone(false);
    const receipt = await askForMentor(page, "Deutsch", RANIA);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Your request has arrived" }).waitFor();
    expect(await page.locator("[data-receipt]").getAttribute("data-receipt")).toBe(receipt);
    await context.close();
  });

  it("says who is responsible and which law applies, in every language", async () => {
    for (const locale of ["de", "ar"] as const) {
      const { page, context } = await visit(browser, { baseUrl: app.baseUrl, width: 320, locale });
      for (const path of ["/datenschutz", "/impressum"]) {
        await page.goto(path);
        await expectSound(page, true);
      }
      expect(await page.locator("main").innerText()).toContain("GeoNames");
      await page.goto("/datenschutz");
      expect(await page.locator("main").innerText()).toContain("KDG");
      await context.close();
    }
  });
});

describe("a counsellor with somebody at the desk", () => {
  it("takes the request down on one page and hands over a number that opens it", async () => {
    const desk = await visit(browser, { baseUrl: app.baseUrl, locale: "de" });
    const { page } = desk;
    await signInAsStaff(page, printedSignIn(app.output(), "beratung@example.org"));
    await page.goto("/team/anfragen/neu");
    await expectSound(page, true);
    await page.locator('[name="chosenName"]').fill("Amira");
    await page.locator('[name="languages.0.code"]').selectOption("ar");
    await page.locator('[name="phone"]').fill("12");
    await page.locator('[name="topics"][value="offices"]').check();
    await sendForm(page);
    await page.locator("#form-errors").waitFor();
    expect(await page.locator("#form-errors").innerText()).toContain("Ohne Einwilligung");
    expect(await page.locator('[name="chosenName"]').inputValue()).toBe("Amira");
    await page.locator('[name="agree"]').check();
    await sendForm(page);
    await page.locator('[name="phone"][aria-invalid="true"]').waitFor();
    await page.locator('[name="phone"]').fill("0151 23456789");
    await sendForm(page);
    await page.getByRole("heading", { name: "Die Anfrage ist aufgenommen" }).waitFor();
    await expectSound(page, true);
    const receipt = await page.locator("[data-receipt]").getAttribute("data-receipt");

    const home = await phone(false);
    await openMyRequest(home.page, receipt ?? "");
    expect(await home.page.locator("main").innerText()).toContain("Amira");
    expect([...desk.complaints, ...home.complaints]).toEqual([]);
    await desk.context.close();
    await home.context.close();
  });
});
