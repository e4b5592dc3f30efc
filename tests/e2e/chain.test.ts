import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, screenshot, sidewaysPixels, startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import {
  addressOf,
  clarifyAndOpen,
  fillConfirmation,
  openNewRequest,
  proposeBest,
  sendConfirmation,
} from "../support/journeys/coordinator.ts";
import { answerProposal, askForMentor, openMyRequest, type Told } from "../support/journeys/newcomer.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import { mailTo, signInByCode } from "../support/journeys/volunteer.ts";

/** Each coordinator signs in once: a code of the app counts once. */
const COORDINATOR = "koordination.caritas@example.org";
const NEXT_YEAR = new Date().getFullYear() + 1;
const MEETING = {
  startsAt: `${NEXT_YEAR}-03-10T16:30`,
  place: "Stadtbibliothek, Café",
  accompaniedBy: "Frau Lindner",
};

const asks = (javaScript: boolean): Told & { chosenName: string; email: string } => ({
  languages: [
    { code: "ar", level: "native" },
    { code: "de", level: "conversational" },
  ],
  district: "eicken",
  topics: ["letters", "german_practice", "offices"],
  interests: ["cooking"],
  gender: "female",
  ageBand: "27_39",
  chosenName: javaScript ? "Ranim" : "Samiha",
  phone: "0151 23456789",
  email: javaScript ? "ranim@example.org" : "samiha@example.org",
});

let app: BuiltApp;
let browser: Browser;
let coordinatorState: Awaited<ReturnType<Awaited<ReturnType<typeof visit>>["context"]["storageState"]>>;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp(), startBrowser()]);
  const { page, context } = await visit(browser, { baseUrl: app.baseUrl });
  await signInAsStaff(page, printedSignIn(app.output(), COORDINATOR));
  coordinatorState = await context.storageState();
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function atTheDesk(javaScriptEnabled: boolean): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: app.baseUrl,
    javaScriptEnabled,
    storageState: coordinatorState,
    viewport: { width: 1280, height: 900 },
    locale: "de",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  return { page, complaints };
}

async function expectSound(page: Page, javaScript: boolean): Promise<void> {
  if (javaScript) expect(await axeViolations(page)).toEqual([]);
  expect(await htmlMistakes(page)).toEqual([]);
  expect(await sidewaysPixels(page)).toBe(0);
}

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the chain, %s", (_, javaScript) => {
  it("leads from a question in Arabic to two people who know when and where they meet", async () => {
    const told = asks(javaScript);
    const newcomer = await visit(browser, { baseUrl: app.baseUrl, javaScript, width: 360, locale: "ar" });
    const receipt = await askForMentor(newcomer.page, "العربية", told);

    const desk = await atTheDesk(javaScript);
    await openNewRequest(desk.page, told.chosenName);
    await expectSound(desk.page, javaScript);
    await clarifyAndOpen(desk.page);
    await expectSound(desk.page, javaScript);
    const proposed = await proposeBest(desk.page);
    await expectSound(desk.page, javaScript);
    const address = await addressOf(desk.page, proposed.volunteerId);

    const question = await mailTo(desk.page, address, /Vorschlag für Sie/);
    expect(question).not.toMatch(new RegExp(told.chosenName));
    const mentor = await visit(browser, { baseUrl: app.baseUrl, javaScript, locale: "de" });
    await signInByCode(mentor.page, address);
    const card = await mentor.page.locator("main").innerText();
    expect(card).toContain("Arabisch");
    expect(card).not.toContain(told.chosenName);
    await mentor.page.locator('button[name="answer"][value="yes"]').first().click();
    await mentor.page.waitForURL("**/mein-ehrenamt*");

    await mailTo(desk.page, told.email, /هناك خبر جديد/);
    await openMyRequest(newcomer.page, receipt);
    const [firstName = ""] = proposed.mentor.split(" ");
    await answerProposal(newcomer.page, "yes");

    await desk.page.goto("/team");
    await desk.page.locator("#group-ready_to_confirm ~ ul").getByRole("link", { name: told.chosenName }).click();
    await desk.page.waitForURL(`**${proposed.path}`);
    await fillConfirmation(desk.page, MEETING);
    await sendConfirmation(desk.page);
    await desk.page.locator("#field-publicPlace[aria-invalid]").waitFor();
    expect(await desk.page.locator('[name="place"]').inputValue()).toBe(MEETING.place);
    await expectSound(desk.page, javaScript);
    await desk.page.locator('[name="publicPlace"]').check();
    await sendConfirmation(desk.page);
    await desk.page.waitForURL("**/team/tandems/*");
    await expectSound(desk.page, javaScript);
    expect(await desk.page.locator("main").innerText()).toContain(MEETING.place);

    const confirmed = await mailTo(desk.page, address, new RegExp(told.chosenName));
    expect(confirmed).toContain("+49 1512 3456789");
    expect(confirmed).toContain(MEETING.place);
    await mentor.page.goto("/mein-ehrenamt");
    const home = await mentor.page.locator("main").innerText();
    expect(home).toContain(told.chosenName);
    expect(home).toContain("+49 1512 3456789");
    await newcomer.page.goto("/meine-anfrage");
    const mine = await newcomer.page.locator("main").innerText();
    expect(mine).toContain(firstName);
    expect(mine).toContain(MEETING.accompaniedBy);
    expect([...desk.complaints, ...mentor.complaints, ...newcomer.complaints]).toEqual([]);
    await Promise.all([newcomer.context.close(), mentor.context.close(), desk.page.context().close()]);
  });
});

describe("a coordinator's lists and pages", () => {
  it.each([
    ["de", 1280],
    ["de", 320],
    ["ar", 360],
  ] as const)("are sound in %s at %i px, in light and dark", async (locale, width) => {
    const paths = ["/team", "/team/anfragen", "/team/vorschlaege?state=all", "/team/tandems", "/team/protokoll"];
    for (const colorScheme of ["light", "dark"] as const) {
      const context = await browser.newContext({
        baseURL: app.baseUrl,
        storageState: coordinatorState,
        viewport: { width, height: 900 },
        colorScheme,
        reducedMotion: "reduce",
      });
      await context.addCookies([{ name: "locale", value: locale, url: app.baseUrl }]);
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(path);
        await expectSound(page, true);
        await screenshot(page, `team/${path.replaceAll(/\W+/g, "-")}-${locale}-${width}-${colorScheme}`);
      }
      await context.close();
    }
  });

  it("are worked through by keyboard: j and k choose a row, Enter opens it, / goes to the search", async () => {
    const { page } = await atTheDesk(true);
    await page.goto("/team/anfragen?status=open");
    await page.locator("text=springt zur Suche").waitFor();
    const links = page.locator("main tbody tr a");
    const focused = page.locator(":focus");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused.textContent()).toBe(await links.nth(1).textContent());
    await page.keyboard.press("k");
    expect(await focused.textContent()).toBe(await links.nth(0).textContent());
    await page.keyboard.press("/");
    expect(await focused.getAttribute("name")).toBe("search");
    await page.keyboard.type("zzz");
    await page.keyboard.press("Enter");
    await page.waitForURL("**search=zzz**");
    await page.goto("/team/anfragen?status=open");
    await page.locator("text=springt zur Suche").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/team/anfragen/*");
    await page.context().close();
  });

  it("answer why not: any volunteer beside the request, with every reason", async () => {
    const { page } = await atTheDesk(false);
    await page.goto("/team/anfragen?status=open");
    await page.locator("main tbody tr a").first().click();
    await page.locator('main a[href$="/vorschlaege"]').first().click();
    await page.locator('[name="wer"]').fill("a");
    await page.locator('form:has([name="wer"]) button').click();
    await page.locator("#why-not ~ ul a").first().click();
    await page.waitForURL("**/vorschlaege/*");
    await expectSound(page, false);
    expect(await page.locator("main table tbody tr").count()).toBe(8);
    await page.context().close();
  });
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("a request at the desk, %s", (_, javaScript) => {
  it("has its answers changed one by one, gets a new number, and is closed with a reason", async () => {
    const told = { ...asks(javaScript), chosenName: javaScript ? "Nadira" : "Hewan" };
    const newcomer = await visit(browser, { baseUrl: app.baseUrl, javaScript, width: 360, locale: "ar" });
    await askForMentor(newcomer.page, "العربية", told);
    const { page, complaints } = await atTheDesk(javaScript);
    await openNewRequest(page, told.chosenName);
    await page.locator('a[href$="/aendern/stadtteil"]').click();
    await page.locator('[name="district"]').selectOption("rheydt");
    await page.locator("#page-form button.primary:not([formaction])").last().click();
    await page.waitForURL("**?erledigt=gespeichert");
    expect(await page.locator("main dl").first().innerText()).toContain("Rheydt");

    await page.locator('form[action="?/nummer"] summary').click();
    await page.locator('form[action="?/nummer"] button').click();
    expect(await page.locator("[data-receipt]").getAttribute("data-receipt")).toMatch(/^\d{20}$/);

    await page.locator('form[action="?/schliessen"] summary').click();
    await page.locator('form[action="?/schliessen"] [name="reason"]').selectOption("moved");
    await page.locator('form[action="?/schliessen"] button').click();
    await page.waitForURL("**?erledigt=geschlossen");
    expect(await page.locator("main").innerText()).toContain("weggezogen");
    await expectSound(page, javaScript);
    expect(complaints).toEqual([]);
    await Promise.all([newcomer.context.close(), page.context().close()]);
  });
});
