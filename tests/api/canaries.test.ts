import { parse as parseCsv } from "csv-parse/sync";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { chooseTransport, type MailTransport } from "@augenhoehe/api/mail/transport";
import { CANARIES, LINE_BREAKERS } from "../support/canaries.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { FIRST_MEETING, makeMatchingScene, type MatchingScene } from "../support/matching-scene.ts";
import { RANIA } from "../support/newcomer.ts";
import { expectOk, fieldCodesOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions } from "../support/training-scene.ts";
import { KARIN } from "../support/volunteer.ts";

let world: TestWorld;
let scene: MatchingScene;
let mailServer: MailServer;
let transport: MailTransport;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeMatchingScene(world);
  mailServer = await startMailServer();
  const settings = { smtpUrl: mailServer.url, mailFrom: "netz@augenhoehe.example", demo: false };
  transport = chooseTransport(settings, () => undefined);
});
afterAll(async () => {
  transport.close();
  await mailServer.close();
  await world.close();
});

/** Several lines, one of which would be a header if it stood in one. */
const STORY = "Leider\r\nBcc: victim@example.org\r\n\r\n<script>kanarie=1</script>";

let addresses = 0;
const newAddress = () => `kanarie${++addresses}@netz.example`;

/** Everything that sends mail, with the text in every field that takes a line. Answers with who was written to. */
async function liveThrough(text: string): Promise<string[]> {
  const { client } = scene.coordinator;
  const to = { volunteer: newAddress(), mentor: newAddress(), mentee: newAddress(), staff: newAddress() };
  const name = { firstName: text, lastName: text };
  const profile = { ...KARIN, ...name };
  expectOk(
    await world.anyone().call("signUpVolunteer", {
      body: {
        networkSlug: scene.network.slug,
        providerId: scene.network.intake.id,
        email: to.volunteer,
        profile,
        privacyRead: true,
      },
    }),
  );
  const mentor = await scene.mentor({ email: to.mentor, ...name });
  const course = { title: text, places: 3, trainerAccountIds: [], sessions: sessionsAt(text) };
  const { id: courseId } = expectOk(await client.call("createCourse", { body: course }));
  expectOk(await mentor.client.call("enrolMe", { body: { courseId } }));
  expectOk(await client.call("cancelCourse", { params: { id: courseId }, body: { reason: STORY } }));
  const stammtisch = { startsAt: "2026-12-01T18:00", minutes: 90, place: text, topics: STORY };
  expectOk(await client.call("createStammtisch", { body: stammtisch }));
  const asker = await scene.openRequest({
    chosenName: text,
    otherContact: text,
    contactPerson: text,
    email: to.mentee,
  });
  const id = await scene.bothSaidYes(asker, mentor);
  const body = { ...FIRST_MEETING, place: text, accompaniedBy: text };
  const { id: tandemId } = expectOk(await client.call("confirmProposal", { params: { id }, body }));
  const staff = { email: to.staff, displayName: text, roles: ["counsellor" as const], locale: "de" as const };
  expectOk(await client.call("inviteStaff", { body: { ...staff, providerId: scene.network.intake.id } }));
  const ended = { reason: "moved" as const, backInQueue: false };
  expectOk(await client.call("endTandem", { params: { id: tandemId }, body: ended }));
  expectOk(await mentor.client.call("leaveNetwork", { body: { sure: true } }));
  return Object.values(to);
}

const sessionsAt = (place: string) => fourSessions("2026-11-10").map((session) => ({ ...session, place }));

describe.each(Object.entries(CANARIES))("%s in every field", (_what, text) => {
  let people: string[];
  beforeAll(async () => {
    people = await liveThrough(text);
    await world.mailbox.deliver();
    for (const address of people) for (const mail of world.mailbox.to(address)) await transport.send(mail);
  });

  it("changes neither who gets a mail nor its headers, and is text in its HTML", () => {
    const mails = mailServer.received.filter(({ to }) => to.some((address) => people.includes(address)));
    expect(mails.length).toBeGreaterThanOrEqual(9);
    for (const { from, to, source, parsed } of mails) {
      expect([from, to.length, parsed.to?.length]).toEqual(["netz@augenhoehe.example", 1, 1]);
      expect([parsed.cc ?? [], parsed.bcc ?? []]).toEqual([[], []]);
      expect(parsed.from?.address).toBe("netz@augenhoehe.example");
      expect(headerNames(source).filter((header) => !EXPECTED_HEADERS.includes(header))).toEqual([]);
      expect(parsed.html ?? "").not.toMatch(/<script|<img/i);
      for (const { content, mimeType } of parsed.attachments) {
        if (mimeType === "text/calendar") expectOwnEvents(new TextDecoder().decode(toBytes(content)));
      }
    }
  });

  it("is guarded where a spreadsheet would run it, and whole in the file", async () => {
    for (const name of ["exportVolunteers", "exportRequests"] as const) {
      const { raw } = await scene.coordinator.client.call(name, { query: { format: "csv" } });
      const rows = z.array(z.array(z.string())).parse(parseCsv(raw.rawPayload, { delimiter: ";", bom: true }));
      const cells = rows.flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^\+\d[\d ]+$/.test(cell))).toEqual([]);
      expect(cells.map((cell) => cell.replace(/^'/, ""))).toContain(text);
    }
  });

  it("comes back from the api as it was typed", async () => {
    const { client } = scene.coordinator;
    const { items } = expectOk(await client.call("listRequests", { query: { sort: "newest" } }));
    expect(items.map(({ chosenName }) => chosenName)).toContain(text);
    const { items: courses } = expectOk(await client.call("listCourses"));
    expect(courses.map(({ title }) => title)).toContain(text);
  });
});

it.each(LINE_BREAKERS)("a line that holds a line break or a zero is told at its field: %j", async (text) => {
  const { client } = scene.coordinator;
  const answers = { ...RANIA, chosenName: text, otherContact: text, contactPerson: text };
  const consent = { textVersion: 1, locale: "de" as const, way: "in_person" as const };
  expect(fieldCodesOf(await client.call("createRequestOnBehalf", { body: { answers, consent } }))).toEqual({
    "answers.chosenName": "invalid_format",
    "answers.otherContact": "invalid_format",
    "answers.contactPerson": "invalid_format",
  });
  const body = { email: null, profile: { ...KARIN, firstName: text, lastName: text } };
  expect(fieldCodesOf(await client.call("createVolunteer", { body }))).toEqual({
    "profile.firstName": "invalid_format",
    "profile.lastName": "invalid_format",
  });
});

const EXPECTED_HEADERS = [
  "from",
  "to",
  "subject",
  "message-id",
  "date",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "auto-submitted",
];

/** Names of the headers on top of the raw mail, before the first empty line. */
const headerNames = (source: string): string[] =>
  (source.split(/\r?\n\r?\n/)[0] ?? "")
    .split(/\r?\n/)
    .flatMap((line) => /^([\w-]+):/.exec(line)?.[1]?.toLowerCase() ?? []);

const toBytes = (content: string | ArrayBuffer | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);

const EVENT_PROPERTIES = [
  "uid",
  "sequence",
  "dtstamp",
  "dtstart",
  "dtend",
  "summary",
  "location",
  "description",
  "status",
  "last-modified",
  "url",
  "transp",
];

/** A calendar file holds the one date or the four of the course, and no property that the text brought along. */
function expectOwnEvents(file: string): void {
  const events = ICAL.Component.fromString(file).getAllSubcomponents("vevent");
  expect([1, 4]).toContain(events.length);
  const names = events.flatMap((event) => event.getAllProperties().map(({ name }) => name));
  expect(names.filter((name) => !EVENT_PROPERTIES.includes(name))).toEqual([]);
}
