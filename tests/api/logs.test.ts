import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { FIRST_MEETING, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { makeAccount, quickPasswordHash, signInAs } from "../support/make-network.ts";
import { makeVolunteer, makeVolunteerAccount } from "../support/make-volunteer.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { digitsIn, wrongDigits } from "../support/two-factors.ts";
import { KARIN } from "../support/volunteer.ts";

const Line = z.object({ level: z.number(), msg: z.string() });
const PASSWORD = "sonne über dem alten Markt";
const MENTEE = {
  chosenName: "Kanarja",
  phone: "+49 1511 1112222",
  email: "kanarja@geheim.example",
  otherContact: "Nachbarin Klingelschild",
  contactPerson: "Lehrerin Tafelkreide",
};
const VOLUNTEER = { ...KARIN, firstName: "Volkana", lastName: "Federkleid", phone: "+49 1513 3334444" };
const VOLUNTEER_EMAIL = "volkana@geheim.example";
const INVITATION = /\/einladung\/([\w-]+)/;

const lines: string[] = [];
/** Everything that must not be read in a log, as it comes up: what people typed, and what opens doors. */
const secrets = new Set<string>();
/** Six digits stand by chance in a longer number; alone they would be a code. */
const codes: string[] = [];
const keep = (...texts: readonly string[]) => texts.filter((text) => text !== "").forEach((text) => secrets.add(text));

let world: TestWorld;
let scene: MatchingScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false }, { write: (line) => lines.push(line) });
  scene = await makeMatchingScene(world);
  keep(MENTEE.chosenName, MENTEE.email, "15111112222", MENTEE.phone, "Klingelschild", "Tafelkreide");
  keep(
    VOLUNTEER.firstName,
    VOLUNTEER.lastName,
    VOLUNTEER_EMAIL,
    "15133334444",
    VOLUNTEER.phone,
    "geheim.example",
    PASSWORD,
  );
  keep(FIRST_MEETING.place, FIRST_MEETING.accompaniedBy, "Vertrauliche Notiz");
});
afterAll(() => world.close());

/** Both the envelope and the secret in it. */
function keepCookies({ cookies }: TestClient): void {
  for (const value of cookies.values()) {
    keep(value);
    const claims = Buffer.from(value.split(".")[1] ?? "", "base64url").toString();
    keep(/"key":"([^"]+)"/.exec(claims)?.[1] ?? "");
  }
}

async function mailTo(address: string, fits: RegExp): Promise<string> {
  await world.mailbox.deliver();
  return world.mailbox.to(address).find(({ text }) => fits.test(text))?.text ?? "";
}

async function liveThroughTheChain(): Promise<void> {
  const { network, coordinator } = scene;
  const asker = await scene.openRequest({ ...MENTEE, releasePhone: true });
  keep(asker.receipt, asker.receipt.replaceAll(" ", ""));
  keepCookies(asker.client);

  const signUp = { networkSlug: network.slug, providerId: network.intake.id, privacyRead: true as const };
  const body = { ...signUp, email: VOLUNTEER_EMAIL, profile: VOLUNTEER };
  expectOk(await world.anyone().call("signUpVolunteer", { body }));
  const browser = world.anyone();
  const ask = { networkSlug: network.slug, email: VOLUNTEER_EMAIL, locale: "de" as const };
  expectOk(await browser.call("requestEmailCode", { body: ask }));
  const code = digitsIn(await mailTo(VOLUNTEER_EMAIL, /\b\d{6}\b/));
  codes.push(code);
  await browser.call("confirmEmailCode", { body: { networkSlug: network.slug, code: wrongDigits(code) } });
  expectOk(await browser.call("confirmEmailCode", { body: { networkSlug: network.slug, code } }));
  keepCookies(browser);
  const { volunteerId: id } = expectOk(await browser.call("readMyHome"));
  const note = { heldOn: "2026-10-30", note: "Vertrauliche Notiz" };
  expectOk(await coordinator.client.call("recordInterview", { params: { id }, body: note }));

  const mentor = await scene.mentor({ firstName: VOLUNTEER.firstName, lastName: VOLUNTEER.lastName });
  await scene.tandem(asker, mentor);
  const staff = { email: "neu@geheim.example", displayName: "Volkana Neu", roles: ["counsellor" as const] };
  expectOk(
    await coordinator.client.call("inviteStaff", { body: { ...staff, providerId: network.intake.id, locale: "de" } }),
  );
  const token = INVITATION.exec(await mailTo(staff.email, INVITATION))?.[1] ?? "";
  keep(token);
  const invited = world.anyone();
  expectOk(await invited.call("acceptInvitation", { body: { token, password: PASSWORD } }));
  keep(expectOk(await invited.call("enrolSecondFactor")).secret);
  keepCookies(invited);
  keepCookies(coordinator.client);
}

/** Addresses that stand for a person: what is fetched and opened by them, and what misses by a letter. */
async function followLinks(): Promise<void> {
  const { network } = scene;
  const account = await makeVolunteerAccount(world, await makeVolunteer(world, { network, provider: network.intake }));
  keep(account.email);
  const client = await signInAs(world, account);
  expectOk(await client.call("renewMyCalendar"));
  const { feedUrl } = expectOk(await client.call("readMyCalendar"));
  const token = /([\w-]{43})\.ics$/.exec(feedUrl ?? "")?.[1] ?? "";
  const wrong = `${token.slice(0, -1)}-`;
  keep(token.slice(0, 20));
  keepCookies(client);
  for (const params of [{ token }, { token: wrong }]) {
    await world.anyone().call("readCalendarFeed", { params });
    await world.anyone().call("readSessionLink", { params });
    await world.anyone().call("answerSessionLink", { params, body: { answer: "cannot_come" } });
    await world.anyone().call("stopRemindersByMailProgram", { params });
    await world.app.inject({
      method: "POST",
      url: `/erinnerungen/${params.token}`,
      payload: "List-Unsubscribe=One-Click",
    });
  }
}

async function doEverythingWrong(): Promise<void> {
  const { network, coordinator } = scene;
  const passwordHash = await quickPasswordHash(PASSWORD);
  const account = await makeAccount(world, { network, provider: network.intake, roles: ["coordinator"], passwordHash });
  const signIn = { networkSlug: network.slug, email: account.email, password: `${PASSWORD}!` };
  await world.anyone().call("signInWithPassword", { body: signIn });
  await world
    .anyone()
    .call("signInWithReceipt", { body: { networkSlug: network.slug, receipt: "9999 8888 7777 6666" } });
  keep("9999 8888", "99998888", account.email);
  await coordinator.client.callUnchecked("createVolunteer", { body: { email: VOLUNTEER_EMAIL, profile: VOLUNTEER } });
  await coordinator.client.callUnchecked("createVolunteer", { body: { Volkana: "Federkleid" } });
  await coordinator.client.callUnchecked("listRequests", { query: { search: MENTEE.chosenName } });
  await coordinator.client.callUnchecked("listRequests", { query: { Kanarja: "Kanarja" } });
  await world.app.inject({ method: "GET", url: "/api/kanarja@geheim.example?name=Kanarja" });
  await world.app.inject({
    method: "POST",
    url: "/api/receipts/sign-in",
    headers: { "content-type": "application/json", cookie: "receipt=Kanarja" },
    payload: '{"Kanarja":',
  });
}

/** What a database says when it says no quotes what people typed. */
async function breakTheDatabase(): Promise<void> {
  const owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  await owner.query("alter table mentees add constraint refuses check (chosen_name <> 'Kanarja') not valid");
  await owner.query("alter table volunteers add constraint refuses check (first_name <> 'Volkana') not valid");
  await owner.end();
  const answers = { ...MENTEE, languages: [{ code: "ar" as const, level: "native" as const }], locale: "de" as const };
  const newcomer = world.anyone();
  expectOk(await newcomer.call("startDraft", { body: { networkSlug: scene.network.slug, locale: "de" } }));
  expectOk(await newcomer.call("saveDraft", { body: answers }));
  keepCookies(newcomer);
  const consent = { textVersion: 1, locale: "de" as const, way: "online" as const };
  const refused = await newcomer.call("submitDraft", { body: { consent } });
  expect([refused.status, refused.raw.body.includes("Kanarja")]).toEqual([500, false]);
  const body = { email: "andere@geheim.example", profile: VOLUNTEER };
  const fault = await scene.coordinator.client.call("createVolunteer", { body });
  expect([fault.status, /Volkana|violates|refuses/.test(fault.raw.body)]).toEqual([500, false]);
}

it("a log tells what happened and where, and nothing about people or what opens their doors", async () => {
  await liveThroughTheChain();
  await followLinks();
  await doEverythingWrong();
  await breakTheDatabase();

  const parsed = lines.map((line) => Line.parse(JSON.parse(line)));
  expect(parsed.filter(({ msg }) => msg === "answered").length).toBeGreaterThan(20);
  expect(parsed.filter(({ msg }) => msg === "fault")).toHaveLength(2);
  expect(secrets.size).toBeGreaterThan(25);
  const log = lines.join("");
  expect([...secrets].filter((secret) => log.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  expect(codes.filter((code) => new RegExp(`(?<![\\w.-])${code}(?![\\w.-])`).test(log))).toEqual([]);
  expect(log).not.toMatch(/set-cookie|authorization|"cookie"|@[\w-]+\.example/i);
  expect(log).toContain('"route":"/api/drafts/mine/submit"');
});
