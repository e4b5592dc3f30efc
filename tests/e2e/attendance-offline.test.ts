import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { nameButton, startCourse, storedMarks, type RunningCourse } from "../support/journeys/attendance.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import { signInByCode } from "../support/journeys/volunteer.ts";

const TRAINER = "kursleitung@example.org";
const PEOPLE = 6;

let app: BuiltApp;
let browser: Browser;
let coordinator: Visitor;
let trainer: Visitor;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  coordinator = await visit(browser, { baseUrl: app.baseUrl, width: 390 });
  await signInAsStaff(coordinator.page, printedSignIn(app.output(), "koordination.caritas@example.org"));
  trainer = await visit(browser, { baseUrl: app.baseUrl, width: 390 });
  await signInByCode(trainer.page, TRAINER, "/kursleitung");
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Another phone of somebody who is signed in already. */
async function phoneOf(who: Visitor, javaScript = true): Promise<Visitor> {
  const phone = await visit(browser, { baseUrl: app.baseUrl, width: 390, javaScript });
  await phone.context.addCookies(await who.context.cookies());
  return phone;
}
const open = (page: Page, course: RunningCourse) => page.goto(course.path, { waitUntil: "networkidle" });
const everybody = (course: RunningCourse, mark: string) => Object.fromEntries(course.names.map((name) => [name, mark]));
const allStored = (course: RunningCourse, mark = "present") =>
  expect.poll(() => storedMarks(trainer.page, course), { timeout: 30_000 }).toEqual(everybody(course, mark));
const unsent = (page: Page) => page.locator(".unsent", { hasText: "noch nicht gesendet" });
const keptOnDevice = (page: Page) => page.evaluate<string>("JSON.stringify({ ...localStorage })");

describe("a trainer in a dead spot", () => {
  it("ticks six names without a connection, sees that they are not sent, reloads, and loses none", async () => {
    const course = await startCourse(coordinator.page, "Funkloch", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    await context.setOffline(true);
    for (const name of course.names) await nameButton(page, name).click();
    await page.getByText("6 Einträge noch nicht gesendet").waitFor();
    expect(await nameButton(page, course.names[0] ?? "").textContent()).toContain("noch nicht gesendet");
    expect(await nameButton(page, course.names[0] ?? "").getAttribute("aria-pressed")).toBe("true");
    const kept = await keptOnDevice(page);
    for (const name of course.names) expect(kept).not.toContain(name.split(" ")[0]);
    expect(await storedMarks(trainer.page, course)).toEqual(everybody(course, "unmarked"));

    await page.reload().catch(() => null);
    await context.setOffline(false);
    await open(page, course);
    await allStored(course);
    await expect.poll(() => keptOnDevice(page)).toBe("{}");
    expect(await unsent(page).count()).toBe(0);
    await context.close();
  });

  it("needs no reload: what was ticked goes out when the connection is back", async () => {
    const course = await startCourse(coordinator.page, "Tunnel", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    await context.setOffline(true);
    for (const name of course.names) await nameButton(page, name).click();
    await page.getByText("6 Einträge noch nicht gesendet").waitFor();
    await context.setOffline(false);
    await page.getByText("Alles ist gesendet.").waitFor();
    await allStored(course);
    await context.close();
  });

  it("on a network that drops every second call loses none", async () => {
    const course = await startCourse(coordinator.page, "Wackelkontakt", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    let calls = 0;
    await page.route("**/api/sessions/*/attendance", async (route) => {
      calls++;
      if (calls % 2 === 1) await route.abort("connectionreset");
      else await route.continue();
    });
    for (const name of course.names) await nameButton(page, name).click();
    await allStored(course);
    await expect.poll(() => keptOnDevice(page)).toBe("{}");
    await context.close();
  });

  it("keeps everything while the server is down, and when an answer gets lost nothing is entered twice", async () => {
    const course = await startCourse(coordinator.page, "Serverpause", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    const trouble = ["down", "lost"];
    await page.route("**/api/sessions/*/attendance", async (route) => {
      const next = trouble.shift();
      if (next === "down") return route.fulfill({ status: 503, body: "down" });
      if (next === "lost") await route.fetch();
      return next === "lost" ? route.abort("connectionreset") : route.continue();
    });
    for (const name of course.names) await nameButton(page, name).click();
    await allStored(course);
    await expect.poll(() => keptOnDevice(page)).toBe("{}");
    await open(page, course);
    const history = page.locator(`#${await idOf(page, course.names[0] ?? "")} ol li`);
    expect(await history.count()).toBe(1);
    await context.close();
  });

  it("who is signed out meanwhile signs in again, and nothing is lost", async () => {
    const course = await startCourse(coordinator.page, "Abgelaufen", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    const cookies = await context.cookies();
    await context.clearCookies();
    for (const name of course.names) await nameButton(page, name).click();
    await page.getByText("Es geht nichts verloren").waitFor();
    expect(await storedMarks(trainer.page, course)).toEqual(everybody(course, "unmarked"));
    expect(await page.getByRole("link", { name: "Anmelden", exact: true }).last().getAttribute("href")).toBe(
      `/anmelden?returnTo=${encodeURIComponent(course.path)}`,
    );
    await context.addCookies(cookies);
    await open(page, course);
    await allStored(course);
    await context.close();
  });

  it("on a shared phone: marks of one account are not sent by another, and go out when the first is back", async () => {
    const course = await startCourse(coordinator.page, "Geteiltes Handy", PEOPLE);
    const { page, context } = await phoneOf(trainer);
    await open(page, course);
    await context.setOffline(true);
    for (const name of course.names) await nameButton(page, name).click();
    await page.getByText("6 Einträge noch nicht gesendet").waitFor();
    const trainerCookies = await context.cookies();
    await context.clearCookies();
    await context.addCookies(await coordinator.context.cookies());
    await context.setOffline(false);
    await page.getByText("Es geht nichts verloren").waitFor();
    await open(page, course);
    await page.getByText("warten 6 Einträge eines anderen Kontos").waitFor();
    expect(await storedMarks(trainer.page, course)).toEqual(everybody(course, "unmarked"));
    await context.clearCookies();
    await context.addCookies(trainerCookies);
    await open(page, course);
    await allStored(course);
    await context.close();
  });
});

describe("two phones at once", () => {
  it("the later mark stands, the earlier phone is told by name, and one tap sets it anyway", async () => {
    const course = await startCourse(coordinator.page, "Zwei Handys", 2);
    const [name = "", other = ""] = course.names;
    const [slow, quick] = [await phoneOf(trainer), await phoneOf(coordinator)];
    await Promise.all([open(slow.page, course), open(quick.page, course)]);
    await slow.context.setOffline(true);
    await slow.page.getByRole("button", { name: `${name} fehlt` }).click();
    await nameButton(slow.page, other).click();
    await slow.page.getByText("2 Einträge noch nicht gesendet").waitFor();
    await nameButton(quick.page, name).click();
    await expect.poll(() => storedMarks(trainer.page, course)).toMatchObject({ [name]: "present" });

    await slow.context.setOffline(false);
    const told = slow.page.locator(".notice", { hasText: "Inzwischen hat jemand anderes eingetragen" });
    await told.waitFor();
    expect(await told.textContent()).toMatch(/Sie haben „fehlt“ getippt, .* hat um \d\d:\d\d „da“ eingetragen/);
    expect(await storedMarks(trainer.page, course)).toEqual({ [name]: "present", [other]: "present" });
    expect(await nameButton(slow.page, name).getAttribute("aria-pressed")).toBe("true");
    await told.getByRole("button", { name: /^Trotzdem „fehlt“/ }).click();
    await expect.poll(() => storedMarks(trainer.page, course)).toEqual({ [name]: "absent", [other]: "present" });
    for (const { context } of [slow, quick]) await context.close();
  });
});

describe.each([true, false])("minutes and the paper list, JavaScript %s", (javaScript) => {
  it("are entered with few taps, computed into hours, and everything shows in the history", async () => {
    const course = await startCourse(coordinator.page, `Minuten ${String(javaScript)}`, 3);
    const [first = "", second = ""] = course.names;
    const { page, context, complaints } = await phoneOf(trainer, javaScript);
    await open(page, course);
    await nameButton(page, first).click();
    await nameButton(page, first).and(page.locator('[aria-pressed="true"]')).waitFor();
    const row = page.locator(`#${await idOf(page, first)}`);
    await row.locator("summary").first().click();
    await row.getByRole("button", { name: "10 Min." }).first().click();
    await row.locator("summary", { hasText: "10 Min. später" }).waitFor();
    await expect.poll(async () => (await row.textContent()) ?? "").toContain("1 Std. 20 Min.");

    await page.goto(`${course.path}/nachtragen`, { waitUntil: "networkidle" });
    const paper = page.locator("fieldset", { hasText: second });
    await paper.getByLabel("Minuten früher").fill("15");
    await page.getByRole("button", { name: "Alles eintragen" }).click();
    await page.locator("#form-errors").waitFor();
    expect(await paper.getByLabel("Minuten früher").inputValue()).toBe("15");
    await paper.getByLabel("da", { exact: true }).check();
    await page.getByRole("button", { name: "Alles eintragen" }).click();
    await page.getByText("Gespeichert: 1 Änderung.").waitFor();
    const written = page.locator(`#${await idOf(page, second)}`);
    await written.getByText("Verlauf").click();
    expect(await written.locator("ol").textContent()).toMatch(/da, 15 Min\. früher weg · .*von der Papierliste/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

async function idOf(page: Page, name: string): Promise<string> {
  return (await page.locator("li", { has: nameButton(page, name) }).getAttribute("id")) ?? "";
}
