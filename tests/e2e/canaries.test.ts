import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Created, endpoints, type EndpointInput, type EndpointName } from "@augenhoehe/contract";
import { startBrowser, visit, type Visitor } from "../support/browser.ts";
import { startBuiltApp, type BuiltApp } from "../support/built-app.ts";
import { CANARIES } from "../support/canaries.ts";
import { DEMO_PAGES } from "../support/demo-pages.ts";
import { arriveAll, type DemoVisitor } from "../support/demo-visitors.ts";
import { sent } from "../support/lists.ts";
import { RANIA } from "../support/newcomer.ts";
import { fourSessions } from "../support/training-scene.ts";
import { KARIN } from "../support/volunteer.ts";

const { script, image, override } = CANARIES;
const VISITORS = ["coordinator", "mentor", "mentee", "trainer", "learner"] as const satisfies DemoVisitor[];
type Planter = (typeof VISITORS)[number];

let app: BuiltApp;
let browser: Browser;
const windows = new Map<Planter, Visitor>();
/** Pages of the very people and things that were planted. */
const planted: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltApp({ DEMO: "true" }), startBrowser()]);
  const arrived = await arriveAll(browser, { baseUrl: app.baseUrl, printed: app.output() }, VISITORS);
  for (const visitor of VISITORS) {
    const window = await visit(browser, { baseUrl: app.baseUrl });
    await window.context.addCookies(arrived.get(visitor)?.cookies ?? []);
    windows.set(visitor, window);
  }
  await plant();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

function windowOf(visitor: Planter): Visitor {
  const window = windows.get(visitor);
  if (window === undefined) throw new Error(`${visitor} has not arrived`);
  return window;
}

/** What a page would send, straight to the api. */
async function call<N extends EndpointName>(
  { page }: Visitor,
  name: N,
  input: EndpointInput<(typeof endpoints)[N]> & { readonly params?: { readonly id?: string }; readonly body?: unknown },
): Promise<unknown> {
  const { method, path } = endpoints[name];
  const reply = await page.request.fetch(path.replace(":id", input.params?.id ?? ""), { method, data: input.body });
  if (!reply.ok()) throw new Error(`${name}: ${await reply.text()}`);
  return reply.json();
}

async function plant(): Promise<void> {
  const coordinator = windowOf("coordinator");
  const name = { firstName: script, lastName: image };
  const made = async <N extends EndpointName>(endpoint: N, input: Parameters<typeof call<N>>[2]) =>
    Created.parse(await call(coordinator, endpoint, input)).id;

  const volunteerId = await made("createVolunteer", { body: { email: null, profile: { ...KARIN, ...name } } });
  await call(coordinator, "recordInterview", {
    params: { id: volunteerId },
    body: { heldOn: "2026-01-05", note: `${script}\n${image}` },
  });
  const answers = { ...RANIA, chosenName: script, otherContact: image, contactPerson: script, email: null };
  const request = endpoints.createRequestOnBehalf.response.parse(
    await call(coordinator, "createRequestOnBehalf", {
      body: { answers, consent: { textVersion: 1, locale: "de", way: "in_person" } },
    }),
  );
  const sessions = fourSessions("2027-05-04").map((session) => ({ ...session, place: image }));
  const courseId = await made("createCourse", { body: { title: script, places: 3, trainerAccountIds: [], sessions } });
  const stammtisch = { startsAt: "2027-05-01T18:00", minutes: 60, place: image, topics: `${script}\n${override}` };
  const stammtischId = await made("createStammtisch", { body: stammtisch });
  const cells = `Vorname;Nachname;Sprachen;Bemerkung\n"${script.replaceAll('"', '""')}";${image};${image};${override}\n`;
  const list = endpoints.previewImport.response.parse(
    await call(coordinator, "previewImport", sent("volunteers", cells, `${image}.csv`)),
  );
  planted.push(
    ...["", "/bearbeiten"].map((end) => `/team/freiwillige/${volunteerId}${end}`),
    ...["", "/aendern/kontakt", "/vorschlaege"].map((end) => `/team/anfragen/${request.id}${end}`),
    ...["", "/bearbeiten"].map((end) => `/team/kurse/${courseId}${end}`),
    `/team/stammtisch/${stammtischId}`,
    `/team/listen/${list.id}`,
    `/team/anfragen?search=${encodeURIComponent(script)}`,
    `/team/freiwillige?search=${encodeURIComponent(script)}`,
  );
  await plantInTheNetwork(coordinator);
  await call(windowOf("mentor"), "updateMyProfile", { body: { ...KARIN, ...name } });
  await call(windowOf("mentee"), "changeMyRequest", { body: { chosenName: script, otherContact: image } });
}

/** Words, districts and legal texts, which stand on public pages too. */
async function plantInTheNetwork(coordinator: Visitor): Promise<void> {
  const { response } = endpoints.readSettings;
  const reply = await coordinator.page.request.get(endpoints.readSettings.path);
  const { districts, topics, legal } = response.parse(await reply.json());
  const [first, ...others] = districts;
  if (first === undefined) throw new Error("The demo has no districts");
  await call(coordinator, "updateDistricts", { body: { districts: [{ ...first, name: script }, ...others] } });
  const [topic, ...rest] = topics;
  if (topic === undefined) throw new Error("The demo has no topics");
  const labels = { de: image, en: image, ar: image };
  await call(coordinator, "updateTerms", { body: { kind: "topic", terms: [{ ...topic, labels }, ...rest] } });
  const imprint = { ...legal.imprint, responsible: script, address: `${image}\n${script}`, representedBy: image };
  await call(coordinator, "updateLegal", { body: { imprint, privacy: { ...legal.privacy, officer: script } } });
}

/** Opens a page and tells whether anything in it ran, loaded or was forbidden. */
async function expectTextOnly({ page, complaints }: Visitor, path: string): Promise<string> {
  const before = complaints.length;
  await page.goto(path);
  expect(await page.evaluate("typeof kanarie"), path).toBe("undefined");
  expect(await page.locator('img[src="x"]').count(), path).toBe(0);
  expect(complaints.slice(before), path).toEqual([]);
  return (await page.locator("body").textContent()) ?? "";
}

const addressOf = async (page: Page, address: string | ((page: Page) => Promise<string>)) =>
  typeof address === "string" ? address : address(page);

it("pages of what was planted show it as text", async () => {
  const coordinator = windowOf("coordinator");
  for (const path of planted) {
    const shown = await expectTextOnly(coordinator, path);
    const typed = await coordinator.page.locator("input, textarea").evaluateAll("(all) => all.map((one) => one.value)");
    expect(`${shown}${JSON.stringify(typed)}`, path).toMatch(/kanarie=1/);
  }
});

it.each(VISITORS)("no page of a %s runs it", async (visitor) => {
  const window = windowOf(visitor);
  const dialogs: string[] = [];
  window.page.on("dialog", (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())));
  for (const { visitor: who, address, open } of Object.values(DEMO_PAGES).flat()) {
    if (open !== undefined || (who !== visitor && who !== "anyone")) continue;
    await expectTextOnly(window, await addressOf(window.page, address));
  }
  expect(dialogs).toEqual([]);
});
