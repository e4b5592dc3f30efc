import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { axeViolations, startBrowser, visit } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { sendForm, typeAppCode } from "../support/journeys/staff.ts";

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "false" }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

it("whoever has the token from the log creates the network, and nobody does so twice", async () => {
  const token = /\n {2}([\w-]{30,})\n/.exec(app.output())?.[1] ?? "";
  expect(token).not.toBe("");
  const { page, context, complaints } = await visit(browser, { baseUrl: app.baseUrl });

  await page.goto("/");
  expect(await page.locator("main").textContent()).toContain("Hier entsteht ein Netzwerk");

  await page.goto("/einrichten");
  await page.locator('[name="stadt"][value="dorsten"]').check();
  await sendForm(page);
  const fill = (name: string, value: string) => page.locator(`main [name="${name}"]`).fill(value);
  await fill("token", "guessed-by-somebody-else");
  await fill("coordinator.displayName", "Jana Beispiel");
  await fill("coordinator.email", "jana@example.org");
  await fill("coordinator.password", "too short");
  await fill("passwordAgain", "too short");
  await sendForm(page);
  await expect.poll(() => page.locator("#form-errors").textContent()).toContain("Bitte mindestens 15 Zeichen.");
  expect(await axeViolations(page)).toEqual([]);

  await fill("coordinator.password", "vier Wörter am Abend");
  await fill("passwordAgain", "vier Wörter am Abend");
  await sendForm(page);
  await expect
    .poll(() => page.locator("#form-errors").textContent())
    .toContain("Dieser Link oder Schlüssel gilt nicht");
  expect(await page.locator('[name="coordinator.displayName"]').inputValue()).toBe("Jana Beispiel");

  await fill("token", token);
  await fill("coordinator.password", "vier Wörter am Abend");
  await fill("passwordAgain", "vier Wörter am Abend");
  await sendForm(page);
  await page.waitForURL("**/anmelden/team/einrichten");
  expect(await axeViolations(page)).toEqual([]);

  const secret = ((await page.locator("main code").textContent()) ?? "").replaceAll(/\s/g, "");
  await typeAppCode(page, secret);
  await page.waitForURL("**/team");
  expect(await page.locator("h1").textContent()).toBe("Schreibtisch");
  expect(await page.locator(".demo").count()).toBe(0);

  await page.goto("/einrichten");
  expect(await page.locator("h1").textContent()).toBe("Die Einrichtung ist abgeschlossen");
  expect((await page.goto("/entwicklung/post"))?.status()).toBe(404);
  expect(complaints).toEqual([]);
  await context.close();
});
