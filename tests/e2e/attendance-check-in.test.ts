import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@augenhoehe/contract";
import { startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { readRoster, startCourse, type RunningCourse } from "../support/journeys/attendance.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import { signInByCode } from "../support/journeys/volunteer.ts";
import { readQr } from "../support/read-qr.ts";

const LEARNER = "im-kurs@example.org";

let app: BuiltApp;
let browser: Browser;
let trainer: Visitor;
let course: RunningCourse;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  const coordinator = await visit(browser, { baseUrl: app.baseUrl });
  await signInAsStaff(coordinator.page, printedSignIn(app.output(), "koordination.caritas@example.org"));
  course = await startCourse(coordinator.page, "Code an der Wand", 3);
  trainer = await visit(browser, { baseUrl: app.baseUrl, height: 720 });
  await signInByCode(trainer.page, "kursleitung@example.org", "/kursleitung");
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function addressOnWall(page: Page): Promise<string> {
  await page.goto(`${course.path}/code`);
  await page.waitForURL("**/code?laufend");
  await page.locator("svg[role=img]").waitFor();
  const address = await readQr(await page.screenshot());
  if (address === undefined) throw new Error("No phone reads this code");
  return new URL(address).pathname;
}

describe("the code on the wall", () => {
  it("fills the screen, is read by a camera and says how many are there, naming nobody", async () => {
    expect(await addressOnWall(trainer.page)).toMatch(/^\/einchecken\/[\w-]{32}$/);
    const box = await trainer.page.locator("svg[role=img]").boundingBox();
    expect(box?.height).toBeGreaterThan(600);
    const text = (await trainer.page.locator("main").textContent()) ?? "";
    expect(text).toContain("0 von 3 sind da");
    for (const name of course.names) expect(text).not.toContain(name);
  });

  it("renews itself with scripts, and says so when it is cut off", async () => {
    const page = await trainer.context.newPage();
    await page.goto(`${course.path}/code`);
    await page.waitForURL("**/code?laufend");
    await page.locator("svg[role=img]").waitFor();
    await trainer.context.setOffline(true);
    await page.getByText("Keine Verbindung").waitFor();
    await trainer.context.setOffline(false);
    await page.getByText("Keine Verbindung").waitFor({ state: "detached" });
    await page.close();
  });

  it("is asked for anew by a browser without scripts", async () => {
    const plain = await trainer.page.request.get(`${course.path}/code`);
    expect(Number(plain.headers()["refresh"])).toBeLessThanOrEqual(61);
    const live = await trainer.page.request.get(`${course.path}/code?laufend`);
    expect(live.headers()["refresh"]).toBeUndefined();
  });
});

describe("a volunteer with a phone and no scripts", () => {
  it("scans, signs in by mail, presses the button once and is on the list", async () => {
    const learner = await visit(browser, { baseUrl: app.baseUrl, javaScript: false, width: 360 });
    const { page } = learner;
    await signInByCode(page, LEARNER);
    const enrolled = await page.request.post(endpoints.enrolMe.path, { data: { courseId: course.id } });
    expect(enrolled.status()).toBe(200);
    await learner.context.clearCookies();

    await page.goto(await addressOnWall(trainer.page));
    expect(new URL(page.url()).pathname).toBe("/einchecken");
    const signIn = await page.getByRole("link", { name: "Anmelden und einchecken" }).getAttribute("href");
    await signInByCode(page, LEARNER, "/einchecken", signIn ?? "");
    const before = await readRoster(trainer.page, course.id);
    expect(before.participants.flatMap(({ details }) => Object.values(details))).toEqual([]);

    await page.getByRole("button", { name: "Ich bin da" }).click();
    await page.getByRole("heading", { name: "Sie sind eingecheckt" }).waitFor();
    const { participants } = await readRoster(trainer.page, course.id);
    const [detail] = participants.flatMap(({ details }) => Object.values(details));
    expect(detail).toMatchObject({ mark: "present", source: "qr" });
    expect(detail?.lateMinutes).toBeGreaterThanOrEqual(20);
    await trainer.page.reload();
    await trainer.page.getByText("1 von 4 sind da").waitFor();
    expect(learner.complaints).toEqual([]);
  });

  it("a code of some minutes ago or one that was made up says what to do", async () => {
    const { page } = await visit(browser, { baseUrl: app.baseUrl, javaScript: false, width: 360 });
    await page.goto(`/einchecken/${"A".repeat(32)}`);
    expect(await page.locator(".notice").textContent()).toContain("Scannen Sie bitte den Code, der an der Wand hängt");
    await page.goto("/einchecken");
    expect(await page.locator("main").textContent()).toContain("Scannen Sie mit der Kamera Ihres Handys");
  });
});
