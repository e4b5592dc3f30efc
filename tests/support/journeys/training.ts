import type { Locator, Page } from "playwright-core";
import { endpoints } from "@augenhoehe/contract";
import { sendForm } from "./staff.ts";

const TIME_ZONE = "Europe/Berlin";
const MINUTE_MS = 60_000;
/** When each of the four sessions began, seen from now; the last one still runs, so that the course can be joined. */
const BEGAN_MINUTES_AGO = [500, 370, 240, 20];

/** What an `<input type="datetime-local">` takes. */
export const wallClock = (instant: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: TIME_ZONE, dateStyle: "short", timeStyle: "short" })
    .format(instant)
    .replace(" ", "T");

/**
 * Fills in and sends the form for a new course of four sessions today, all the same; answers with the page of the course.
 */
export async function planCourseOfToday(page: Page, title: string, now: Date): Promise<string> {
  await page.goto("/team/kurse/neu", { waitUntil: "networkidle" });
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="places"]').fill("5");
  await page.locator('[name="trainerAccountIds"]').first().check();
  for (const [row, minutes] of BEGAN_MINUTES_AGO.entries()) {
    const startsAt = wallClock(new Date(now.getTime() - minutes * MINUTE_MS));
    await page.locator(`[name="sessions.${row}.startsAt"]`).fill(startsAt);
    await page.locator(`[name="sessions.${row}.minutes"]`).fill("120");
    await page.locator(`[name="sessions.${row}.place"]`).fill("Haus der Begegnung");
  }
  await sendForm(page);
  await page.locator('[name="acknowledged"]').check();
  await sendForm(page);
  await page.waitForURL("**/team/kurse/*?meldung=created");
  return new URL(page.url()).pathname;
}

/** Records the first conversation with the coordinator's own session. */
export async function recordInterview(page: Page, familyName: string, heldOn: string): Promise<void> {
  const { listVolunteers, recordInterview: record } = endpoints;
  const reply = await page.request.get(listVolunteers.path, { params: { search: familyName }, failOnStatusCode: true });
  const [found] = listVolunteers.response.parse(await reply.json()).items;
  if (found === undefined) throw new Error(`Nobody is called ${familyName}`);
  await page.request.post(record.path.replace(":id", found.id), {
    data: { heldOn, note: "" },
    failOnStatusCode: true,
  });
}

/** Where these links lead, in the order of the page. */
export async function hrefsOf(links: Locator): Promise<string[]> {
  const hrefs: string[] = [];
  for (const link of await links.all()) hrefs.push((await link.getAttribute("href")) ?? "");
  return hrefs;
}

/** Taps somebody's name at every session of a course. */
export async function tapEverySession(page: Page, courseTitle: string, name: string): Promise<number> {
  await page.goto("/kursleitung");
  await page.locator("article", { hasText: courseTitle }).getByRole("link").first().click();
  await page.locator("h1", { hasText: courseTitle }).waitFor();
  const sessions = await hrefsOf(page.locator('li.card a[href^="/kursleitung/"]:not([href$="/code"])'));
  for (const session of sessions) {
    await page.goto(session, { waitUntil: "networkidle" });
    await page.locator("button.name", { hasText: name }).click();
    await page.locator('button.name[aria-pressed="true"]', { hasText: name }).waitFor();
  }
  return sessions.length;
}

/** Address of the public page that the signed-in volunteer's certificate leads to. */
export async function myCheckUrl(page: Page): Promise<string> {
  const { readMyHome } = endpoints;
  const reply = await page.request.get(readMyHome.path, { failOnStatusCode: true });
  const [certificate] = readMyHome.response.parse(await reply.json()).certificates;
  if (certificate === undefined) throw new Error("No certificate yet");
  return certificate.checkUrl;
}
