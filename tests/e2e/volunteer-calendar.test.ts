import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VISITOR_EMAILS } from "@augenhoehe/api/demo/demo-accounts";
import { startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { mailTo, signInByCode } from "../support/journeys/volunteer.ts";
import { readCalendar } from "../support/read-calendar.ts";

let app: BuiltApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

const NEXT = "Interkulturelle Kompetenz";

test("a volunteer subscribes to their dates, says by the link of a reminder that they cannot come, and the calendar knows", async () => {
  const { page, complaints } = await visit(browser, { baseUrl: app.baseUrl, javaScript: false, width: 360 });
  const reminder = await mailTo(page, VISITOR_EMAILS.learner, /\/termin\//);
  const token = /\/termin\/([\w-]{43})/.exec(reminder)?.[1] ?? "";
  const stopPath = /\/erinnerungen\/[\w-]{43}/.exec(reminder)?.[0] ?? "";
  await signInByCode(page, VISITOR_EMAILS.learner);
  await page.goto("/mein-ehrenamt/kalender");
  await page.getByRole("button", { name: "Meine Kalenderadresse anlegen" }).click();
  const address = await page.getByLabel("Ihre Kalenderadresse").inputValue();
  expect(await page.getByRole("link", { name: "Auf diesem Gerät abonnieren" }).getAttribute("href")).toBe(
    address.replace("http:", "webcal:"),
  );
  const fetched = async () => {
    const reply = await fetch(address);
    expect(reply.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(reply.headers.get("cache-control")).toBe("private, no-cache");
    const next = readCalendar(await reply.text()).entries.find(({ title }) => title.endsWith(NEXT));
    return [next?.sequence, next?.status, reply.headers.get("etag")];
  };
  const [sequence, status, etag] = await fetched();
  expect([sequence, status]).toEqual([0, "CONFIRMED"]);
  expect((await fetch(address, { headers: { "if-none-match": String(etag) } })).status).toBe(304);

  const stranger = await visit(browser, { baseUrl: app.baseUrl, javaScript: false, width: 360 });
  const answer = await stranger.page.goto(`/termin/${token}`);
  expect(answer?.headers()).toMatchObject({
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    "referrer-policy": "same-origin",
  });
  expect(await stranger.page.title()).not.toContain(NEXT);
  await stranger.page.getByRole("button", { name: "Ich kann nicht kommen" }).click();
  await stranger.page.getByText("Sie haben diesen Termin abgesagt.").waitFor();
  expect((await fetched()).slice(0, 2)).toEqual([1, "CANCELLED"]);
  await stranger.page.getByRole("button", { name: "Ich komme doch" }).click();
  await stranger.page.getByText("Sie kommen. Wir freuen uns auf Sie.").waitFor();
  expect((await fetched()).slice(0, 2)).toEqual([2, "CONFIRMED"]);

  await stranger.page.goto(stopPath);
  await stranger.page.getByRole("button", { name: "Keine Erinnerungen mehr" }).click();
  await stranger.page.getByText("Sie bekommen keine Erinnerungen.").waitFor();
  await page.goto("/mein-ehrenamt/kalender");
  await page.getByRole("button", { name: "Wieder erinnern" }).click();
  await page.getByText("Wir erinnern Sie wieder an Ihre Termine.").waitFor();
  const oneClick = await fetch(`${app.baseUrl}${stopPath}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(oneClick.status).toBe(200);
  await stranger.page.reload();
  await stranger.page.getByText("Sie bekommen keine Erinnerungen.").waitFor();

  await page.goto("/mein-ehrenamt/kalender");
  await page.locator("summary", { hasText: "Neue Adresse anlegen" }).click();
  await page.getByRole("button", { name: "Neue Adresse anlegen" }).click();
  await page.getByText("Ihre Kalenderadresse ist angelegt.").waitFor();
  expect((await fetch(address)).status).toBe(410);
  expect([...complaints, ...stranger.complaints]).toEqual([]);
});
