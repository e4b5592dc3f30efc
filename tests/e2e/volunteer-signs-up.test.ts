import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@augenhoehe/contract";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import {
  fillSignUp,
  mailTo,
  sendSignUp,
  signDeclarations,
  signInByCode,
  signUpAsVolunteer,
  stepStates,
  type TellsAboutThemself,
} from "../support/journeys/volunteer.ts";

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const karin = (email: string): TellsAboutThemself => ({
  firstName: "Karin",
  lastName: "Özdemir",
  email,
  phone: "0151 23456789",
  languages: [
    { code: "de", level: "native" },
    { code: "ar", level: "basic" },
  ],
  district: "eicken",
  slots: ["tue_evening", "sat_morning"],
  topics: ["letters"],
  interests: ["cooking"],
});

describe.each([
  { javaScript: true, with: "with JavaScript" },
  { javaScript: false, with: "without JavaScript" },
])("a volunteer $with", ({ javaScript }) => {
  it("signs up on one page, signs in with a code from the mailbox, signs, and sees what comes next", async () => {
    const email = `karin-${javaScript}@example.org`;
    const { page, complaints } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    await signUpAsVolunteer(page, karin(email));
    expect(await page.locator("h1").textContent()).toContain("Danke");
    expect(await mailTo(page, email, /schön, dass Sie mitmachen/)).toContain(`${app.baseUrl}/anmelden`);

    await signInByCode(page, email);
    expect(await page.locator("h1").textContent()).toBe("Mein Ehrenamt");
    expect(await stepStates(page)).toEqual(["current", "current", "current", "later", "later", "later", "later"]);

    await signDeclarations(page, "Karin Özdemir");
    await page.goto("/mein-ehrenamt");
    expect((await stepStates(page)).slice(0, 3)).toEqual(["current", "done", "done"]);
    expect(await page.locator("main").textContent()).toContain("0 von 4 Terminen besucht");
    expect(complaints).toEqual([]);
  });

  it("loses nothing of what was typed when a field was wrong, and reads there what to do", async () => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript, width: 360, height: 740 });
    await page.goto("/mitmachen");
    await fillSignUp(page, { ...karin("karin@"), phone: "12" });
    await sendSignUp(page);
    await page.locator("#field-email-error").waitFor();
    expect(await page.title()).toMatch(/^Fehler/);
    expect(await page.locator("#field-email-error").textContent()).toContain("name@beispiel.de");
    expect(await page.locator("#field-privacyRead-error").count()).toBe(1);
    expect(await page.locator('[name="profile.lastName"]').inputValue()).toBe("Özdemir");
    expect(await page.locator('[name="profile.languages.1.code"]').inputValue()).toBe("ar");
    expect(await page.locator('[name="profile.slots"][value="sat_morning"]').isChecked()).toBe(true);
    expect(await page.locator('[name="profile.topics"][value="letters"]').isChecked()).toBe(true);
    expect(await sidewaysPixels(page)).toBeLessThanOrEqual(1);
  });

  it("keeps every word when changing the language half-way", async () => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    await page.goto("/mitmachen");
    await fillSignUp(page, karin("half-way@example.org"));
    await page.locator('button[formaction*="lang=ar"]').first().click();
    await page.locator('html[dir="rtl"]').waitFor();
    expect(await page.locator('[name="email"]').inputValue()).toBe("half-way@example.org");
    expect(await page.locator('[name="profile.interests"][value="cooking"]').isChecked()).toBe(true);
  });
});

describe("the volunteer's pages", () => {
  const PAGES = ["", "/profil", "/erklaerungen", "/pause-und-abschied", "/daten"];

  it.each(["de", "ar"] as const)("are accessible and correct in %s", { timeout: 180_000 }, async (locale) => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript: true, locale, width: 360 });
    const found: string[] = [];
    const look = async (path: string) => {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${locale}`);
      const findings = [...(await axeViolations(page)), ...(await htmlMistakes(page))];
      if ((await sidewaysPixels(page)) > 1) findings.push("scrolls sideways");
      found.push(...findings.map((finding) => `${path}: ${finding}`));
    };
    for (const path of ["/mitmachen", "/mitmachen/danke", "/mitmachen/abschied"]) await look(path);
    await signInByCode(page, "mentor@example.org");
    for (const path of PAGES) await look(`/mein-ehrenamt${path}`);
    const { proposals } = endpoints.readMyHome.response.parse(
      await (await page.request.get(endpoints.readMyHome.path)).json(),
    );
    const waiting = proposals.find(({ state }) => state === "waiting_for_you");
    await look(`/mein-ehrenamt/vorschlag/${waiting?.id ?? ""}`);
    expect(await page.locator('button[name="answer"]').count()).toBe(2);
    await look(`/mein-ehrenamt/vorschlag/${crypto.randomUUID()}`);
    expect(await page.locator('button[name="answer"]').count()).toBe(0);
    expect(found).toEqual([]);
  });

  it("show a proposal as a card without a name, and take a yes without JavaScript", async () => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript: false });
    await signInByCode(page, "mentor@example.org");
    const card = page.locator("article:has(form button[value=yes])").first();
    expect(await card.locator("button").count()).toBe(2);
    await card.locator('button[value="yes"]').click();
    await page.waitForURL("**/mein-ehrenamt?neu=ja");
    expect(await page.locator('[role="status"]').textContent()).toContain("Danke für Ihr Ja");
  });

  it("let somebody leave: afterwards nobody is signed in, and signing in again asks for nothing", async () => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript: false });
    await signUpAsVolunteer(page, karin("geht@example.org"));
    await signInByCode(page, "geht@example.org");
    await page.goto("/mein-ehrenamt/pause-und-abschied");
    await page.locator('form[action="?/leave"] button').click();
    expect(await page.locator("#field-sure-error").count()).toBe(1);
    await page.locator('[name="sure"]').check();
    await page.locator('form[action="?/leave"] button').click();
    await page.waitForURL("**/mitmachen/abschied");
    await page.goto("/mein-ehrenamt");
    expect(new URL(page.url()).pathname).toBe("/anmelden");
  });
});
