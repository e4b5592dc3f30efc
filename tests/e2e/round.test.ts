import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endpoints } from "@augenhoehe/contract";
import { axeViolations, htmlMistakes, sidewaysPixels, startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import {
  beginRound,
  draftOn,
  findSwap,
  groupRows,
  lastChange,
  pairRow,
  readPlan,
  type DraftAddress,
} from "../support/journeys/round.ts";
import { printedSignIn, signInAsStaff } from "../support/journeys/staff.ts";
import { mailTo } from "../support/journeys/volunteer.ts";

const QUESTION = /einen Vorschlag für Sie|a suggestion for you|اقتراح لك/;

let app: BuiltApp;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function signIn(email: string, javaScript: boolean): Promise<Visitor> {
  const visitor = await visit(browser, { baseUrl: app.baseUrl, javaScript });
  await signInAsStaff(visitor.page, printedSignIn(app.output(), email));
  return visitor;
}

const post = (page: Page, path: string, data?: object) =>
  page.request.post(path, { failOnStatusCode: true, ...(data === undefined ? {} : { data }) });

/** Two providers: each has its own people waiting, so neither journey stands in the other's way. */
describe.each([
  { javaScript: true, email: "koordination.caritas@example.org" },
  { javaScript: false, email: "koordination.diakonie@example.org" },
])("a coordinator with JavaScript $javaScript", { timeout: 120_000 }, ({ javaScript, email }) => {
  let page: Page;
  let complaints: readonly string[];
  let draft: DraftAddress;

  beforeAll(async () => {
    ({ page, complaints } = await signIn(email, javaScript));
  });

  /** Sends a form of the plan and waits until the page tells what it did. */
  async function change(act: () => Promise<void>, told: RegExp): Promise<string> {
    await act();
    const words = lastChange(page).filter({ hasText: told });
    await words.waitFor();
    return words.innerText();
  }

  it("reads what a round is before the first one, and begins it", async () => {
    await page.goto("/team/runden");
    await page.getByText("Hier stehen Ihre Runden").waitFor();
    draft = await beginRound(page, "Runde im Herbst");
    const { figures } = await readPlan(page, draft);
    const sentence = await page.locator("p.result").innerText();
    expect(sentence).toContain(`${String(figures.served)} von ${String(figures.requests)} Menschen bekommen`);
    expect(await page.locator("li[id^=paar-]").count()).toBe(figures.served);
    expect(await page.locator("li[id^=wartet-]").count()).toBe(figures.requests - figures.served);
  });

  it("sees the districts as a map and the same as a list", async () => {
    const { map } = await readPlan(page, draft);
    await page.getByText("Als Liste").click();
    const lines = await page.locator("figure ~ details li").allInnerTexts();
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(map.lines.length);
    const names = new Map(map.districts.map(({ key, name }) => [key, name]));
    for (const { from, to } of map.lines)
      expect(lines.some((line) => [from, to].every((key) => line.includes(names.get(key) ?? key)))).toBe(true);
  });

  it("fixes a pair, and it stands among what they decided", async () => {
    const [first] = (await readPlan(page, draft)).pairs;
    if (first === undefined) throw new Error("The plan has no pair");
    const told = await change(
      () => pairRow(page, first.requestId).locator('button[value="pin"]').click(),
      /Festgelegt/,
    );
    expect(told).toContain(first.chosenName);
    expect(told).toContain("Sonst bleibt alles, wie es war.");
    expect(await groupRows(page, "decided").count()).toBe(1);
    expect((await readPlan(page, draft)).pairs.filter(({ pinned }) => pinned)).toHaveLength(1);
  });

  it("rules a pair out with a reason, reads what that does to the others, and takes it back", async () => {
    const before = await readPlan(page, draft);
    const pair = before.pairs.find(({ pinned }) => !pinned);
    if (pair === undefined) throw new Error("Every pair is fixed");
    const row = pairRow(page, pair.requestId);
    await row.locator("summary").click();
    await row.locator("select").selectOption("way_too_long");
    const told = await change(() => row.locator('button[value="ban"]').click(), /Nicht zusammen/);
    const after = await readPlan(page, draft);
    expect(
      after.pairs.some(({ requestId, mentorId }) => requestId === pair.requestId && mentorId === pair.mentorId),
    ).toBe(false);
    expect(told).toContain(after.figures.served < before.figures.served ? "weiter" : "jemand anderen");
    expect(await page.locator('[aria-labelledby="decisions"]').innerText()).toContain("Der Weg ist zu weit");
    await change(() => page.locator("[data-undo]").click(), /Zurückgenommen/);
    const again = await readPlan(page, draft);
    expect(again.pairs.map(({ requestId, mentorId }) => [requestId, mentorId])).toEqual(
      before.pairs.map(({ requestId, mentorId }) => [requestId, mentorId]),
    );
  });

  it("looks at two people side by side and takes another mentor, knowing what it costs", async () => {
    const { pairs } = await readPlan(page, draft);
    const pair = pairs.find(({ pinned, mentorsPossible }) => !pinned && mentorsPossible > 1);
    if (pair === undefined) throw new Error("Nobody has a choice");
    await pairRow(page, pair.requestId).locator("h3 a").click();
    await page.waitForURL("**/paar/*");
    const heads = await page.locator("thead th").allInnerTexts();
    expect(heads.map((head) => head.split("\n")[0])).toEqual([pair.chosenName, pair.name]);
    const other = page.locator('[aria-labelledby="other-mentors"] li').first();
    expect(await other.locator("p").innerText()).toMatch(/ändert sich nichts|weiter|statt|jemand|schlechter|besser/);
    const mentor = await other.locator("h3").innerText();
    await other.locator("button").click();
    await page.waitForURL(`**${draft.path}`);
    expect(await pairRow(page, pair.requestId).locator("h3").innerText()).toContain(mentor);
    expect(await lastChange(page).innerText()).toContain(pair.chosenName);
  });

  it("reads why somebody waits on and whom to look for", async () => {
    const { unserved } = await readPlan(page, draft);
    const [person] = unserved;
    if (person !== undefined) {
      await page.locator(`#wartet-${person.requestId} a`).click();
      await page.waitForURL("**/wartet/*");
      expect(await page.locator("h1").innerText()).toContain(person.chosenName);
      expect(await page.locator('[aria-labelledby="doors"]').innerText()).not.toBe("");
      await page.locator(`main a[href^="${draft.path}#wartet"]`).click();
      await page.waitForURL(`**${draft.path}**`);
    }
    await page.locator(`a[href="${draft.path}/gewinnen"]`).click();
    await page.waitForURL("**/gewinnen");
    const files = await page.locator('main a[href*="/gewinnen/datei"]').all();
    for (const file of files) {
      const reply = await page.request.get((await file.getAttribute("href")) ?? "", { failOnStatusCode: true });
      expect(reply.headers()["content-disposition"]).toContain("attachment");
    }
    await page.goto(draft.path);
  });

  it("copies the draft, swaps two pairs by the menu (or by drawing one onto the other), and compares both", async () => {
    await page.goto(`/team/runden/${draft.id}`);
    await page.locator('summary:text-is("Kopieren")').click();
    await page.locator('form[action="?/kopieren"] [name="name"]').fill("Mit Tausch");
    await page.locator('form[action="?/kopieren"] button').click();
    await page.waitForURL("**?kopiert");
    const copy = draftOn(page);
    expect(copy.draftId).not.toBe(draft.draftId);
    expect(await page.locator("h1").innerText()).toContain("Mit Tausch");

    const before = await readPlan(page, copy);
    const [first, second] = await findSwap(page, copy);
    const mentorOf = (requestId: string, { pairs }: typeof before) =>
      pairs.find((pair) => pair.requestId === requestId)?.name ?? "";
    await pairRow(page, first).locator('[data-key="t"]').click();
    await page.getByText("Mit wem sollen").waitFor();
    await change(() => pairRow(page, second).locator('button[value="swap"]').click(), /Getauscht/);
    if (javaScript) {
      await page.setViewportSize({ width: 1280, height: 6000 });
      await pairRow(page, first).locator('[draggable="true"]').dragTo(pairRow(page, second));
      await pairRow(page, first)
        .locator("h3")
        .filter({ hasText: mentorOf(first, before) })
        .waitFor();
      await page.setViewportSize({ width: 1280, height: 900 });
      await change(() => page.locator("[data-undo]").click(), /Zurückgenommen/);
    }
    const after = await readPlan(page, copy);
    expect([mentorOf(first, after), mentorOf(second, after)]).toEqual([
      mentorOf(second, before),
      mentorOf(first, before),
    ]);

    await page.goto(`/team/runden/${draft.id}`);
    await page.locator('form[action$="/vergleich"] button').click();
    await page.waitForURL("**/vergleich?**");
    const rows = page.locator("tbody tr");
    const swapped = before.pairs.find(({ requestId }) => requestId === first)?.chosenName ?? "";
    expect(await rows.filter({ hasText: swapped }).count()).toBeGreaterThan(0);
    expect(await page.locator(".sides h2").allInnerTexts()).toHaveLength(2);
  });

  it("is told of a change that came too late, and makes it all the same", async () => {
    await page.goto(draft.path);
    const { pairs, revision } = await readPlan(page, draft);
    const [one, other] = pairs.filter(({ pinned }) => !pinned);
    if (one === undefined || other === undefined) throw new Error("Too few pairs");
    const path = endpoints.editRoundDraft.path.replace(":id", draft.id).replace(":draftId", draft.draftId);
    const edit = { kind: "pin", requestId: one.requestId, mentorId: one.mentorId };
    await post(page, path, { revision, edit });
    await pairRow(page, other.requestId).locator('button[value="pin"]').click();
    const alert = page.getByRole("alert");
    await alert.getByText("Inzwischen hat jemand anders").waitFor();
    const told = await alert.innerText();
    expect(told).toContain(one.chosenName);
    expect(told).toContain(other.chosenName);
    await change(() => alert.getByText("Meine Änderung trotzdem machen").click(), new RegExp(other.chosenName));
    const pinned = (await readPlan(page, draft)).pairs.filter((pair) => pair.pinned).map(({ requestId }) => requestId);
    expect(pinned).toEqual(expect.arrayContaining([one.requestId, other.requestId]));
  });

  it("changes what counts in a draft that somebody else has just changed, without choosing again", async () => {
    await page.goto(`/team/runden/${draft.id}`);
    await page.locator('h3 a:has-text("Mit Tausch")').click();
    await page.waitForURL((url) => url.pathname.split("/").length === 5);
    const copy = draftOn(page);
    const { revision, steps } = await readPlan(page, copy);
    await page.goto(`${copy.path}/was-zaehlt`, { waitUntil: "networkidle" });
    const path = endpoints.undoRoundStep.path.replace(":id", copy.id).replace(":draftId", copy.draftId);
    await post(page, path, { revision });
    await page.locator('[name="settings.objective"][value="value"]').check();
    await page.locator("#page-form p button").click();
    await page.getByText("Inzwischen hat jemand diesen Entwurf geändert").waitFor();
    expect(await page.locator('[name="settings.objective"][value="value"]').isChecked()).toBe(true);
    await page.locator("#page-form p button").click();
    await page.waitForURL(`**${copy.path}`);
    expect(await lastChange(page).innerText()).toContain("Geändert, was zählt");
    expect((await readPlan(page, copy)).steps).toBe(steps);
  });

  it("sends what is ticked: mentors get a question, what went stale is listed, the rest stays", async () => {
    await page.goto(`${draft.path}/senden`);
    const { pairs } = await readPlan(page, draft);
    const alone = pairs.filter(({ mentorId }, _, all) => all.filter((pair) => pair.mentorId === mentorId).length === 1);
    const [kept, stale, asked] = alone;
    if (kept === undefined || stale === undefined || asked === undefined) throw new Error("Too few pairs");
    const mentors = new Set(pairs.map(({ mentorId }) => mentorId)).size;
    expect(await page.locator("p.lead").innerText()).toBe(
      `${String(mentors)} Ehrenamtliche bekommen heute eine Frage.`,
    );

    await page.locator(`input[value="${kept.requestId}"]`).uncheck();
    if (javaScript) await page.getByText(`${String(mentors - 1)} Ehrenamtliche bekommen heute`).waitFor();
    await post(page, endpoints.pauseVolunteer.path.replace(":id", stale.mentorId));
    await page.locator('form[action="?/senden"] summary').click();
    await page.locator('form[action="?/senden"] button').click();

    const result = page.locator('[role="status"][tabindex="-1"]');
    await result.waitFor();
    const told = await result.innerText();
    expect(told).toContain(`${String(pairs.length - 2)} Vorschläge sind unterwegs.`);
    expect(told).toContain("Ein Paar wurde nicht gesendet");
    expect(told).toContain(stale.chosenName);

    const volunteer = await page.request.get(endpoints.readVolunteer.path.replace(":id", asked.mentorId), {
      failOnStatusCode: true,
    });
    const { email: address } = endpoints.readVolunteer.response.parse(await volunteer.json());
    expect(await mailTo(page, address ?? "", QUESTION)).not.toContain(asked.chosenName);

    await page.goto("/team/vorschlaege");
    await page.locator("tbody tr").filter({ hasText: asked.chosenName }).filter({ hasText: asked.name }).waitFor();
    await page.goto(draft.path);
    expect(await groupRows(page, "sent").count()).toBe(pairs.length - 2);
    expect(complaints).toEqual([]);
  });

  it("closes the round: it can be read and changes no more", async () => {
    await page.goto(`/team/runden/${draft.id}`);
    await page.locator('form[action="?/abschliessen"] summary').click();
    await page.locator('form[action="?/abschliessen"] button').click();
    await page.getByText("Die Runde ist abgeschlossen.", { exact: true }).waitFor();
    await page.goto(draft.path);
    await page.getByText("Diese Runde ist abgeschlossen.").waitFor();
    expect(await page.locator('button[value="pin"], button[value="unpin"]').count()).toBe(0);
  });
});

describe("with the third provider's people", { timeout: 120_000 }, () => {
  let visitor: Visitor;
  let draft: DraftAddress;
  beforeAll(async () => {
    visitor = await signIn("koordination.stadt@example.org", true);
    draft = await beginRound(visitor.page, "Runde mit Tasten");
  });

  it("a plan is worked through with the keys alone", async () => {
    const { page } = visitor;
    await page.getByText("Tasten: j und k").waitFor();
    await page.keyboard.press("j");
    const first = await page.evaluate<string>("document.activeElement.closest('[data-row]').dataset.row");
    await page.keyboard.press("f");
    await lastChange(page).filter({ hasText: "Festgelegt" }).waitFor();
    expect((await readPlan(page, draft)).pairs.find(({ requestId }) => requestId === first)?.pinned).toBe(true);
    const next = await page.evaluate<string>("document.activeElement.closest('[data-row]').dataset.row");
    expect(next).not.toBe(first);
    await page.keyboard.press("n");
    expect(await pairRow(page, next).locator("details").getAttribute("open")).not.toBeNull();
    await page.keyboard.press("u");
    await lastChange(page).filter({ hasText: "Zurückgenommen" }).waitFor();
    expect((await readPlan(page, draft)).pairs.some(({ pinned }) => pinned)).toBe(false);
  });

  it.each([
    { locale: "de", width: 360, dark: false },
    { locale: "ar", width: 320, dark: true },
    { locale: "en", width: 1280, dark: false },
  ] as const)("after a change the plan is sound in $locale at $width pixels", async ({ locale, width, dark }) => {
    const { page, context, complaints } = await visit(browser, { baseUrl: app.baseUrl, locale, width, dark });
    const own = (await visitor.context.cookies()).filter(({ name }) => name !== "locale");
    await context.addCookies([...own, { name: "locale", value: locale, url: app.baseUrl }]);
    const { pairs } = await readPlan(page, draft);
    for (const address of [draft.path, `${draft.path}?tauschen=${pairs[0]?.requestId ?? ""}`]) {
      await page.goto(address, { waitUntil: "networkidle" });
      expect(await axeViolations(page)).toEqual([]);
      expect(await htmlMistakes(page)).toEqual([]);
      expect(await sidewaysPixels(page)).toBeLessThanOrEqual(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
