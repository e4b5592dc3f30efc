import { vi } from "vitest";
import type { Page } from "playwright-core";
import { endpoints } from "@augenhoehe/contract";
import { VISITOR_EMAILS } from "@augenhoehe/api/demo/demo-accounts";
import { DEMO_DEFINITION } from "@augenhoehe/api/demo/seed-demo";
import { DEFAULT_ROUND_SETTINGS } from "@augenhoehe/domain/matching";
import { answerEverything, inviteIntoTeam, type DemoVisitor } from "./demo-visitors.ts";
import { sendRequest } from "./journeys/newcomer.ts";
import { sendForm } from "./journeys/staff.ts";
import { mailTo } from "./journeys/volunteer.ts";
import { fixture, sent } from "./lists.ts";

/** Who opens a page of the demo network, and where they find it. */
export interface DemoPage {
  readonly visitor: DemoVisitor;
  /** An address, or how this visitor comes to know it. */
  readonly address: string | ((page: Page) => Promise<string>);
  /** For a page that is only the answer to a form: fills it in and sends it. */
  readonly open?: (page: Page) => Promise<unknown>;
}

const ID = "[0-9a-f-]{36}";

const EVERYBODY_WAITING = {
  name: "Runde im Herbst",
  filter: { districts: [], languages: [], waitingSince: null, waitingUntil: null },
  settings: DEFAULT_ROUND_SETTINGS,
};

/** The first link on a page whose path looks like this; `{id}` stands for any. */
const linkOn =
  (from: string, pattern: string) =>
  async (page: Page): Promise<string> => {
    const html = await (await page.request.get(from, { failOnStatusCode: true })).text();
    const path = new RegExp(`href="(${pattern.replaceAll("{id}", ID)})"`).exec(html)?.[1];
    if (path === undefined) throw new Error(`${from} links to no ${pattern}`);
    return path;
  };

const openRequest = linkOn("/team/anfragen?status=open", "/team/anfragen/{id}");
const suggestions = async (page: Page) => `${await openRequest(page)}/vorschlaege`;
const course = linkOn("/team/kurse", "/team/kurse/{id}");
/** The last link of the page is the first meeting of all. */
async function pastStammtisch(page: Page): Promise<string> {
  const html = await (await page.request.get("/team/stammtisch", { failOnStatusCode: true })).text();
  const path = [...html.matchAll(new RegExp(`href="(/team/stammtisch/${ID})"`, "g"))].at(-1)?.[1];
  if (path === undefined) throw new Error("No Stammtisch has been held");
  return path;
}
const person = linkOn("/team/freiwillige?status=eligible", "/team/freiwillige/{id}");

/** The first round of the visitor's provider, begun by the first visit; its draft has a copy. */
async function round(page: Page): Promise<string> {
  const { createRound, createRoundDraft, listRounds } = endpoints;
  const list = await page.request.get(listRounds.path, { failOnStatusCode: true });
  const [known] = listRounds.response.parse(await list.json()).items;
  if (known !== undefined) return `/team/runden/${known.id}`;
  const reply = await page.request.post(createRound.path, { data: EVERYBODY_WAITING, failOnStatusCode: true });
  const { id, draftId } = createRound.response.parse(await reply.json());
  const data = { name: "Zum Ausprobieren", copyOf: draftId };
  await page.request.post(createRoundDraft.path.replace(":id", id), { data, failOnStatusCode: true });
  return `/team/runden/${id}`;
}

/** A page below the first draft of the round. */
const ofDraft =
  (below = "") =>
  async (page: Page): Promise<string> => {
    const draft = await linkOn(await round(page), "/team/runden/{id}/{id}")(page);
    return below.includes("{id}") ? linkOn(draft, `${draft}${below}`)(page) : `${draft}${below}`;
  };

async function comparedDrafts(page: Page): Promise<string> {
  const address = await round(page);
  const reply = await page.request.get(endpoints.readRound.path.replace(":id", address.split("/").at(-1) ?? ""));
  const [left, right] = endpoints.readRound.response.parse(await reply.json()).drafts;
  return `${address}/vergleich?links=${left?.id ?? ""}&rechts=${right?.id ?? ""}`;
}

const SESSION = "/kursleitung/{id}/{id}";

/** A session that has been held, with marks, corrections and minutes. */
async function heldSession(page: Page): Promise<string> {
  const reply = await page.request.get(endpoints.listCourses.path, { failOnStatusCode: true });
  const { items } = endpoints.listCourses.response.parse(await reply.json());
  const now = new Date().toISOString();
  const course = items.find(({ sessions, over }) => !over && sessions.some(({ endsAt }) => endsAt < now));
  const held = course?.sessions.find(({ endsAt }) => endsAt < now);
  if (course === undefined || held === undefined) throw new Error("No course is under way");
  return `/kursleitung/${course.id}/${held.id}`;
}

async function previewOfList(page: Page): Promise<string> {
  const { body } = sent("volunteers", fixture("foreign-mentors.csv"), "Mentoren.csv");
  await page.request.post(endpoints.previewImport.path, { data: body, failOnStatusCode: true });
  return linkOn("/team/listen", "/team/listen/{id}")(page);
}

async function newDraft(page: Page): Promise<string> {
  await answerEverything(page);
  return "/anfrage/pruefen";
}

/** Somebody whose calendar has an address. */
async function subscribe(page: Page): Promise<string> {
  await page.request.post(endpoints.renewMyCalendar.path, { failOnStatusCode: true });
  return "/mein-ehrenamt/kalender";
}

/** A link in the reminder that the demo's inbox has from its first minute on. */
const linkInReminder = (pattern: string) => async (page: Page) => {
  const link = new RegExp(pattern);
  return link.exec(await mailTo(page, VISITOR_EMAILS.learner, link))?.[0] ?? "";
};

/** The free place that the demo offers in its first minute. */
async function offeredPlace(page: Page): Promise<string> {
  const link = /\/platz\/[\w-]+/;
  const params = { networkSlug: DEMO_DEFINITION.slug };
  const offer = await vi.waitUntil(
    async () => {
      const reply = await page.request.get(endpoints.listInboxMails.path, { params, failOnStatusCode: true });
      const { mails } = endpoints.listInboxMails.response.parse(await reply.json());
      return mails.find(({ subject }) => subject.startsWith("Ein Platz ist frei"));
    },
    { timeout: 20_000, interval: 250 },
  );
  return link.exec(await mailTo(page, offer.to, link))?.[0] ?? "";
}

/** One date that asks to be looked at again. */
async function planLongAgo(page: Page): Promise<void> {
  await page.locator('[name="title"]').fill("Nachgetragen");
  await page.locator('[name="sessions.0.startsAt"]').fill("2020-01-01T18:00");
  await page.locator('[name="sessions.0.place"]').fill("Rathaus");
  const others = page.locator('select[name^="sessions."]:not([name="sessions.0.moduleKey"])');
  for (const choice of await others.all()) await choice.selectOption("");
  await sendForm(page);
}

/** With a password and without an authenticator app. */
async function acceptInvitation(page: Page): Promise<string> {
  const token = (await inviteIntoTeam(page)).replace("/einladung/", "");
  const data = { token, password: "vier zufällige gute Wörter" };
  await page.request.post(endpoints.acceptInvitation.path, { data, failOnStatusCode: true });
  return "/anmelden/team/einrichten";
}

const by = (visitor: DemoVisitor, address: DemoPage["address"], open?: DemoPage["open"]): DemoPage =>
  open === undefined ? { visitor, address } : { visitor, address, open };

/** Every page, by its folder under `apps/web/src/routes`; groups in brackets are left out. */
export const DEMO_PAGES: Readonly<Record<string, readonly DemoPage[]>> = {
  "/": [by("anyone", "/"), by("mentor", "/")],
  "/abmelden": [by("mentor", "/abmelden")],
  "/anmelden": [by("anyone", "/anmelden?returnTo=/mein-ehrenamt")],
  "/anmelden/code": [by("anyone", "/anmelden/code")],
  "/anmelden/team": [by("anyone", "/anmelden/team")],
  "/anmelden/team/code": [by("anyone", "/anmelden/team/code")],
  "/anmelden/team/einrichten": [by("inviting", acceptInvitation)],
  "/datenschutz": [by("anyone", "/datenschutz")],
  "/einladung/[token]": [by("anyone", "/einladung/vergangen"), by("coordinator", inviteIntoTeam)],
  "/einrichten": [by("anyone", "/einrichten")],
  "/einchecken": [by("anyone", "/einchecken"), by("learner", "/einchecken"), by("trainer", "/einchecken")],
  "/einchecken/[code]": [by("anyone", `/einchecken/${"A".repeat(32)}`)],
  "/entwicklung/post": [by("anyone", "/entwicklung/post")],
  "/entwicklung/post/[id]": [by("anyone", linkOn("/entwicklung/post", "/entwicklung/post/{id}"))],
  "/erinnerungen/[token]": [
    by("anyone", "/erinnerungen/vergangen"),
    by("anyone", linkInReminder("/erinnerungen/[\\w-]+")),
  ],
  "/impressum": [by("anyone", "/impressum")],
  "/mitmachen": [by("anyone", "/mitmachen")],
  "/mitmachen/abschied": [by("anyone", "/mitmachen/abschied")],
  "/mitmachen/danke": [by("anyone", "/mitmachen/danke")],
  "/platz/[token]": [by("anyone", "/platz/vergangen"), by("anyone", offeredPlace)],
  "/termin/[token]": [by("anyone", "/termin/vergangen"), by("anyone", linkInReminder("/termin/[\\w-]+"))],
  "/zertifikat": [by("anyone", "/zertifikat")],
  "/zertifikat/[code]": [
    by("anyone", "/zertifikat/0000-0000"),
    by("mentor", linkOn("/mein-ehrenamt", "/zertifikat/[A-Za-z0-9-]+")),
  ],

  "/anfrage": [by("anyone", "/anfrage?netz=moenchengladbach")],
  "/anfrage/start": [by("anyone", "/anfrage/start"), by("asking", "/anfrage/start")],
  "/anfrage/[step]": ["sprachen", "stadtteil", "zeiten", "themen", "wuensche", "kontakt"].map((step) =>
    by("asking", `/anfrage/${step}`),
  ),
  "/anfrage/pruefen": [by("asking", "/anfrage/pruefen")],
  "/anfrage/gesendet": [by("sending", newDraft, sendRequest)],
  "/meine-anfrage": [by("mentee", "/meine-anfrage")],
  "/meine-anfrage/aendern/[step]": [by("mentee", "/meine-anfrage/aendern/kontakt")],
  "/meine-anfrage/wer-sieht-was": [by("mentee", "/meine-anfrage/wer-sieht-was")],
  "/meine-anfrage/zurueckgezogen": [by("anyone", "/meine-anfrage/zurueckgezogen")],
  "/quittung": [by("anyone", "/quittung")],

  "/mein-ehrenamt": [by("mentor", "/mein-ehrenamt"), by("learner", "/mein-ehrenamt")],
  "/mein-ehrenamt/daten": [by("mentor", "/mein-ehrenamt/daten")],
  "/mein-ehrenamt/erklaerungen": [by("learner", "/mein-ehrenamt/erklaerungen")],
  "/mein-ehrenamt/kalender": [by("mentor", "/mein-ehrenamt/kalender"), by("learner", subscribe)],
  "/mein-ehrenamt/kurse": [by("learner", "/mein-ehrenamt/kurse")],
  "/mein-ehrenamt/kurse/termin/[id]": [
    by("learner", linkOn("/mein-ehrenamt/kurse", "/mein-ehrenamt/kurse/termin/{id}")),
  ],
  "/mein-ehrenamt/kurse/[id]": [by("learner", linkOn("/mein-ehrenamt/kurse", "/mein-ehrenamt/kurse/{id}"))],
  "/mein-ehrenamt/kurse/[id]/rueckmeldung/[session]": [
    by("learner", linkOn("/mein-ehrenamt", "/mein-ehrenamt/kurse/{id}/rueckmeldung/{id}")),
  ],
  "/mein-ehrenamt/pause-und-abschied": [by("mentor", "/mein-ehrenamt/pause-und-abschied")],
  "/mein-ehrenamt/profil": [by("mentor", "/mein-ehrenamt/profil")],
  "/mein-ehrenamt/vorschlag/[id]": [by("mentor", "/mein-ehrenamt/vorschlag/00000000-0000-4000-8000-000000000000")],

  "/kursleitung": [by("trainer", "/kursleitung")],
  "/kursleitung/[id]": [by("trainer", linkOn("/kursleitung", "/kursleitung/{id}"))],
  "/kursleitung/[id]/material": [
    by("trainer", async (page) => `${await linkOn("/kursleitung", "/kursleitung/{id}")(page)}/material`),
  ],
  "/kursleitung/[id]/rueckmeldungen": [
    by("trainer", async (page) => `${await linkOn("/kursleitung", "/kursleitung/{id}")(page)}/rueckmeldungen`),
  ],
  "/kursleitung/[id]/[session]": [by("trainer", heldSession), by("trainer", linkOn("/kursleitung", SESSION))],
  "/kursleitung/[id]/[session]/code": [
    by("trainer", async (page) => `${await linkOn("/kursleitung", SESSION)(page)}/code?laufend`),
  ],
  "/kursleitung/[id]/[session]/nachtragen": [by("trainer", async (page) => `${await heldSession(page)}/nachtragen`)],
  "/kursleitung/[id]/liste": [
    by("trainer", linkOn("/kursleitung", "/kursleitung/{id}/liste")),
    by(
      "trainer",
      async (page) => `/kursleitung/${(await heldSession(page)).split("/").slice(2).join("/liste?termin=")}`,
    ),
  ],

  "/team": [by("coordinator", "/team")],
  "/team/anfragen": [by("coordinator", "/team/anfragen"), by("counsellor", "/team/anfragen")],
  "/team/anfragen/[id]": [
    by("coordinator", openRequest),
    by("coordinator", linkOn("/team/anfragen?status=submitted", "/team/anfragen/{id}")),
  ],
  "/team/anfragen/[id]/aendern/[step]": [
    by("coordinator", async (page) => `${await openRequest(page)}/aendern/sprachen`),
  ],
  "/team/anfragen/[id]/vorschlaege": [by("coordinator", suggestions)],
  "/team/anfragen/[id]/vorschlaege/[volunteerId]": [
    by("coordinator", async (page) => linkOn(await suggestions(page), "/team/anfragen/{id}/vorschlaege/{id}")(page)),
  ],
  "/team/anfragen/neu": [by("counsellor", "/team/anfragen/neu")],
  "/team/einstellungen": [by("admin", "/team/einstellungen"), by("coordinator", "/team/einstellungen")],
  "/team/einstellungen/begriffe/[kind]": [
    by("coordinator", linkOn("/team/einstellungen", "/team/einstellungen/begriffe/[a-z-]+")),
  ],
  "/team/einstellungen/feiertage": [by("coordinator", "/team/einstellungen/feiertage")],
  "/team/einstellungen/gewichte": [by("admin", "/team/einstellungen/gewichte")],
  "/team/einstellungen/briefkopf": [by("coordinator", "/team/einstellungen/briefkopf")],
  "/team/einstellungen/rechtliches": [by("coordinator", "/team/einstellungen/rechtliches")],
  "/team/einstellungen/stadtteile": [by("coordinator", "/team/einstellungen/stadtteile")],
  "/team/einstellungen/stadtteile/[key]": [by("coordinator", "/team/einstellungen/stadtteile/eicken")],
  "/team/einstellungen/stadtteile/neu": [by("coordinator", "/team/einstellungen/stadtteile/neu")],
  "/team/einstellungen/team": [by("admin", "/team/einstellungen/team")],
  "/team/freiwillige": [by("coordinator", "/team/freiwillige")],
  "/team/freiwillige/[id]": [by("coordinator", person)],
  "/team/freiwillige/[id]/bescheinigung": [by("coordinator", async (page) => `${await person(page)}/bescheinigung`)],
  "/team/freiwillige/[id]/bearbeiten": [by("coordinator", async (page) => `${await person(page)}/bearbeiten`)],
  "/team/freiwillige/neu": [by("coordinator", "/team/freiwillige/neu")],
  "/team/kurse": [by("coordinator", "/team/kurse")],
  "/team/kurse/[id]": [by("coordinator", course)],
  "/team/kurse/[id]/bearbeiten": [by("coordinator", async (page) => `${await course(page)}/bearbeiten`)],
  "/team/kurse/neu": [by("coordinator", "/team/kurse/neu"), by("coordinator", "/team/kurse/neu", planLongAgo)],
  "/team/lehrplaene": [by("coordinator", "/team/lehrplaene")],
  "/team/lehrplaene/[id]": [by("coordinator", linkOn("/team/lehrplaene", "/team/lehrplaene/{id}"))],
  "/team/lehrplaene/neu": [
    by("coordinator", "/team/lehrplaene/neu"),
    by("coordinator", "/team/lehrplaene/neu?thema=housing"),
  ],
  "/team/nachweise": [by("coordinator", "/team/nachweise")],
  "/team/nachweise/teilnahmen": [by("coordinator", "/team/nachweise/teilnahmen")],
  "/team/nachweise/teilnahmen/druck": [by("coordinator", "/team/nachweise/teilnahmen/druck?unterschrift=1")],
  "/team/nachweise/qualifizierung": [by("coordinator", "/team/nachweise/qualifizierung")],
  "/team/nachweise/qualifizierung/druck": [by("coordinator", "/team/nachweise/qualifizierung/druck")],
  "/team/ausbildungsweg": [by("coordinator", "/team/ausbildungsweg?zeitraum=all")],
  "/team/listen": [by("coordinator", "/team/listen")],
  "/team/listen/[id]": [by("coordinator", previewOfList)],
  "/team/protokoll": [by("admin", "/team/protokoll")],
  "/team/runden": [by("coordinator", "/team/runden")],
  "/team/runden/[id]": [by("coordinator", round)],
  "/team/runden/[id]/[draftId]": [by("coordinator", ofDraft())],
  "/team/runden/[id]/[draftId]/gewinnen": [by("coordinator", ofDraft("/gewinnen"))],
  "/team/runden/[id]/[draftId]/paar/[requestId]": [by("coordinator", ofDraft("/paar/{id}"))],
  "/team/runden/[id]/[draftId]/senden": [by("coordinator", ofDraft("/senden"))],
  "/team/runden/[id]/[draftId]/wartet/[requestId]": [by("coordinator", ofDraft("/wartet/{id}"))],
  "/team/runden/[id]/[draftId]/was-zaehlt": [by("coordinator", ofDraft("/was-zaehlt"))],
  "/team/runden/[id]/vergleich": [
    by("coordinator", comparedDrafts),
    by("coordinator", async (page) => `${await round(page)}/vergleich`),
  ],
  "/team/runden/neu": [by("coordinator", "/team/runden/neu")],
  "/team/stammtisch": [by("coordinator", "/team/stammtisch")],
  "/team/stammtisch/[id]": [
    by("coordinator", linkOn("/team/stammtisch", "/team/stammtisch/{id}")),
    by("coordinator", pastStammtisch),
  ],
  "/team/stammtisch/neu": [by("coordinator", "/team/stammtisch/neu")],
  "/team/tandems": [by("coordinator", "/team/tandems")],
  "/team/tandems/[id]": [by("coordinator", linkOn("/team/tandems", "/team/tandems/{id}"))],
  "/team/vorschlaege": [by("coordinator", "/team/vorschlaege")],
  "/team/vorschlaege/[id]": [
    by("coordinator", linkOn("/team/vorschlaege?state=awaiting_confirmation", "/team/vorschlaege/{id}")),
  ],
};
