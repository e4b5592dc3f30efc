import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import {
  hrefsOf,
  myCheckUrl,
  planCourseOfToday,
  recordInterview,
  tapEverySession,
} from "../support/journeys/training.ts";
import { signDeclarations, signInByCode, signUpAsVolunteer, stepStates } from "../support/journeys/volunteer.ts";

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

describe.each([
  { javaScript: true, familyName: "Yıldırım", with: "with JavaScript" },
  { javaScript: false, familyName: "Weißgerber", with: "without JavaScript" },
])("from sign-up to a certificate, $with", { timeout: 180_000 }, ({ javaScript, familyName }) => {
  it("a volunteer signs up, is interviewed, attends four sessions and holds a certificate that anybody can check", async () => {
    const now = new Date();
    const email = `nora-${javaScript}@example.org`;
    const course = `Kurs von heute (${javaScript ? "mit" : "ohne"} Skript)`;
    const volunteer = await visit(browser, { baseUrl: app.baseUrl, javaScript, width: 390 });
    const languages = [{ code: "de" as const, level: "native" as const }];
    await signUpAsVolunteer(volunteer.page, { firstName: "Nora", lastName: familyName, email, languages });
    await signInByCode(volunteer.page, email);
    await signDeclarations(volunteer.page, `Nora ${familyName}`);

    const coordination = await coordinator(javaScript);
    const coursePath = await planCourseOfToday(coordination.page, course, now);
    const enrol = async () => {
      await volunteer.page.goto("/mein-ehrenamt/kurse");
      const offer = volunteer.page.locator("article", { hasText: course });
      await offer.locator('form[action="?/enrol"] button').click();
    };
    await enrol();
    await volunteer.page.locator(".notice", { hasText: "Gespräch" }).waitFor();
    await recordInterview(coordination.page, familyName, now.toISOString().slice(0, 10));
    await enrol();
    await volunteer.page.waitForURL("**/mein-ehrenamt/kurse?meldung=enrolled");

    const trainer = await visit(browser, { baseUrl: app.baseUrl, javaScript, width: 390 });
    await signInByCode(trainer.page, "kursleitung@example.org", "/kursleitung");
    expect(await tapEverySession(trainer.page, course, familyName)).toBe(4);

    await coordination.page.goto(coursePath, { waitUntil: "networkidle" });
    await coordination.page.locator('form[action="?/issue"] button').click();
    await coordination.page.waitForURL("**?meldung=issued&anzahl=1&fehlt=0");

    await volunteer.page.goto("/mein-ehrenamt/kurse");
    expect(await volunteer.page.locator("main").textContent()).toContain("4 von 4 Modulen besucht");
    const link = volunteer.page.locator('a[href^="/mein-ehrenamt/zertifikat/"]').first();
    const pdf = await volunteer.page.request.get((await link.getAttribute("href")) ?? "");
    expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await volunteer.page.goto("/mein-ehrenamt");
    const steps = await stepStates(volunteer.page);
    expect(steps.filter((state) => state === "current" || state === "later")).toEqual([]);

    const anyone = await visit(browser, { baseUrl: app.baseUrl, javaScript });
    const checkUrl = await myCheckUrl(volunteer.page);
    await anyone.page.goto("/zertifikat");
    const typed = checkUrl.split("/").at(-1)?.toUpperCase().match(/.{4}/g)?.join("-") ?? "";
    await anyone.page.locator('[name="code"]').fill(typed);
    await anyone.page.locator("#page-form button:not([formaction])").click();
    await anyone.page.waitForURL("**/zertifikat/*");
    expect(await anyone.page.locator("h1").textContent()).toBe("Dieses Zertifikat ist gültig");
    expect(await anyone.page.content()).not.toContain(familyName);

    await coordination.page.goto(coursePath, { waitUntil: "networkidle" });
    await coordination.page.locator('form[action="?/revoke"] summary').click();
    await coordination.page.locator('form[action="?/revoke"] input[name^="reason"]').fill("Zur Probe");
    await coordination.page.locator('form[action="?/revoke"] button').click();
    await coordination.page.waitForURL("**?meldung=revoked");
    await anyone.page.goto(checkUrl);
    expect(await anyone.page.locator("h1").textContent()).toBe("Dieses Zertifikat gilt nicht mehr");
    for (const { complaints } of [volunteer, coordination, trainer, anyone]) expect(complaints).toEqual([]);
  });
});

describe("the pages around a course", () => {
  it.each(["de", "ar"] as const)(
    "are accessible and correct in %s, on a phone too",
    { timeout: 180_000 },
    async (locale) => {
      const found: string[] = [];
      const look = async (visitor: Visitor, path: string) => {
        await visitor.page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${locale}`);
        for (const width of [360, 1280]) {
          await visitor.page.setViewportSize({ width, height: 800 });
          const findings = await axeViolations(visitor.page);
          if ((await sidewaysPixels(visitor.page)) > 1) findings.push("scrolls sideways");
          found.push(...findings.map((finding) => `${path} at ${width}: ${finding}`));
        }
        found.push(...(await htmlMistakes(visitor.page)).map((mistake) => `${path}: ${mistake}`));
      };
      const coordination = await coordinator(true);
      await coordination.page.goto("/team/kurse");
      const paths = await hrefsOf(coordination.page.locator('td a[href^="/team/kurse/"]'));
      const [running = "", planned = ""] = paths;
      for (const path of [
        "/team/kurse",
        "/team/kurse/neu",
        running,
        planned,
        `${planned}/bearbeiten`,
        paths.at(-1) ?? "",
      ]) {
        await look(coordination, path);
      }
      const trainer = await visit(browser, { baseUrl: app.baseUrl, locale });
      await signInByCode(trainer.page, "kursleitung@example.org", "/kursleitung");
      const session = await trainer.page.locator('main a[href^="/kursleitung/"]').first().getAttribute("href");
      const id = running.split("/").at(-1) ?? "";
      for (const path of ["/kursleitung", session ?? "", `/kursleitung/${id}/liste`]) await look(trainer, path);
      const learner = await visit(browser, { baseUrl: app.baseUrl, locale });
      await signInByCode(learner.page, "im-kurs@example.org");
      await look(learner, "/mein-ehrenamt/kurse");
      const anyone = await visit(browser, { baseUrl: app.baseUrl, locale });
      for (const path of ["/zertifikat", "/zertifikat/unbekannt"]) await look(anyone, path);
      expect(found).toEqual([]);
    },
  );
});
