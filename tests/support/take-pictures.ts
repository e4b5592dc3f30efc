import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser, visit } from "./browser.ts";
import { startBuiltApp } from "./built-app.ts";
import { answerQuestions, beginToAsk, type Told } from "./journeys/newcomer.ts";
import { beginRound } from "./journeys/round.ts";
import { printedSignIn, signInAsStaff } from "./journeys/staff.ts";

const PICTURES = join(import.meta.dirname, "../../apps/web/pictures");
const LARGEST_BYTES = 200_000;
const DESK = { width: 1280, height: 900, locale: "de" } as const;
const PHONE = { width: 360, height: 720, locale: "ar" } as const;

/** Takes the README's pictures of the demo network again. */
await mkdir(PICTURES, { recursive: true });
const app = await startBuiltApp({ DEMO: "true" });
const browser = await startBrowser();
try {
  const desk = await visit(browser, { baseUrl: app.baseUrl, ...DESK });
  await signInAsStaff(desk.page, printedSignIn(app.output(), "koordination.caritas@example.org"));
  await take(desk.page, "desk");
  await desk.page.goto("/team/anfragen?status=open");
  await desk.page.locator('tbody a[href^="/team/anfragen/"]').first().click();
  await desk.page.locator('main a[href$="/vorschlaege"]').first().click();
  await desk.page.waitForURL("**/vorschlaege");
  await take(desk.page, "suggestions");
  await beginRound(desk.page, "Runde im Herbst");
  await desk.page.locator('[data-row] button[value="pin"]').first().click();
  await desk.page.locator('[aria-labelledby="last-change"]').waitFor();
  await desk.page.evaluate("scrollTo(0, 180)");
  for (const key of ["j", "k"]) await desk.page.keyboard.press(key);
  await take(desk.page, "round");
  await desk.page.goto("/team/ausbildungsweg");
  await take(desk.page, "funnel");

  const phone = await visit(browser, { baseUrl: app.baseUrl, ...PHONE });
  await beginToAsk(phone.page, "العربية");
  const told = {
    languages: [{ code: "ar", level: "native" }],
    topics: ["letters", "german_practice"],
    chosenName: "رانيا",
    lookMyself: true,
  } satisfies Told;
  await answerQuestions(phone.page, told);
  await phone.page.goto("/anfrage/themen");
  await take(phone.page, "request-arabic");
} finally {
  await browser.close();
  await app.stop();
}

/** What the window shows without scrolling. */
async function take(page: Page, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await page.waitForLoadState("networkidle");
  await page.mouse.move(0, 0);
  await page.screenshot({ path });
  const { size } = await stat(path);
  if (size > LARGEST_BYTES) throw new Error(`${path} has ${String(size)} bytes, more than ${String(LARGEST_BYTES)}`);
  process.stdout.write(`${path} ${String(Math.round(size / 1000))} KB\n`);
}
