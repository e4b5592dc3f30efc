import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarEntries } from "@augenhoehe/api/db/schema/calendar-entries";
import { personalLinks } from "@augenhoehe/api/db/schema/personal-links";
import { readCalendar } from "../support/read-calendar.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { fourSessions, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

const TITLE = "Grundkurs; neu, (mit \\ Komma) und einem Namen, der länger ist als fünfundsiebzig Zeichen: ä ö ü 🌿";

describe("a private calendar feed", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  const fetchFeed = (token: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
    world.app.inject({ method, url: `/api/calendar-feeds/${token}`, headers });
  const entriesOf = async (token: string) => readCalendar((await fetchFeed(token)).payload).entries;
  async function tokenOf(client: TestClient): Promise<string> {
    const { feedUrl } = expectOk(await client.call("readMyCalendar"));
    return /^http:\/\/localhost:3000\/kalender\/([\w-]{43})\.ics$/.exec(feedUrl ?? "")?.[1] ?? "";
  }
  async function subscribed(given?: Parameters<TrainingScene["volunteer"]>[0]) {
    const vera = await scene.volunteer(given);
    expectOk(await vera.client.call("renewMyCalendar"));
    return { ...vera, token: await tokenOf(vera.client) };
  }
  const enrol = async (client: TestClient, courseId: string) =>
    expectOk(await client.call("enrolMe", { body: { courseId } }));

  it("is there when it is asked for: the course's dates under the network's name, in UTC, told to be fetched hourly", async () => {
    const courseId = await scene.course({ title: TITLE });
    const vera = await scene.volunteer();
    expect(expectOk(await vera.client.call("readMyCalendar"))).toEqual({
      feedUrl: null,
      feedSince: null,
      feedReadAt: null,
      remindersWanted: true,
      email: vera.email,
    });
    await enrol(vera.client, courseId);
    expectOk(await vera.client.call("renewMyCalendar"));
    const reply = await fetchFeed(await tokenOf(vera.client));
    expect([reply.statusCode, reply.headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(reply.headers["cache-control"]).toBe("private, no-cache");
    expect(reply.payload).toContain("METHOD:PUBLISH\r\n");
    expect(reply.payload).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n[\s\S]*X-PUBLISHED-TTL:PT1H\r\n/);
    const { name, entries } = readCalendar(reply.payload);
    expect(name).toBe("IM-Netzwerk Musterstadt");
    expect(entries.map(({ startsAt, status, sequence }) => [startsAt, status, sequence])).toEqual([
      ["2026-11-10T17:00:00.000Z", "CONFIRMED", 0],
      ["2026-11-17T17:00:00.000Z", "CONFIRMED", 0],
      ["2026-11-24T17:00:00.000Z", "CONFIRMED", 0],
      ["2026-12-01T17:00:00.000Z", "CONFIRMED", 0],
    ]);
    expect(entries[0]?.title).toBe(`${TITLE}: Aufgaben der Stadtverwaltung für Geflüchtete`);
    expect(entries[0]?.description).toMatch(/\n\nAbsagen, .*:\nhttp:\/\/localhost:3000\/mein-ehrenamt\/kurse$/);
    expect(entries[0]?.stamp).toBe("2026-11-02T09:00:00Z");
    expect(expectOk(await vera.client.call("readMyCalendar")).feedReadAt).toBe("2026-11-02T09:00:00.000Z");
  });

  it("is written as RFC 5545 asks: lines of at most 75 octets, CRLF, signs escaped, nobody's name in it", async () => {
    const vera = await subscribed();
    await enrol(vera.client, await scene.course({ title: TITLE }));
    const { payload } = await fetchFeed(vera.token);
    expect(payload.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const tooLong = payload.split("\r\n").filter((line) => Buffer.byteLength(line) > 75);
    expect(tooLong).toEqual([]);
    expect(payload.replaceAll("\r\n ", "")).toContain("SUMMARY:Grundkurs\\; neu\\, (mit \\\\ Komma)");
    expect(payload).not.toMatch(/Vera|Freiwillig|ORGANIZER|ATTENDEE|mailto/i);
  });

  it("answers 304 until something changes, to a tag before a date", async () => {
    const vera = await subscribed();
    const courseId = await scene.course();
    await enrol(vera.client, courseId);
    const first = await fetchFeed(vera.token);
    const { etag = "", "last-modified": lastModified = "" } = first.headers;
    const again = await fetchFeed(vera.token, { "if-none-match": `W/${etag}, "other"` });
    expect([again.statusCode, again.payload, again.headers.etag]).toEqual([304, "", etag]);
    expect((await fetchFeed(vera.token, { "if-modified-since": lastModified })).statusCode).toBe(304);
    expect(
      (await fetchFeed(vera.token, { "if-none-match": '"x"', "if-modified-since": lastModified })).statusCode,
    ).toBe(200);
    world.clock.advance({ minutes: 1 });
    expect((await fetchFeed(vera.token)).payload).toBe(first.payload);

    const [first1 = ""] = await sessionIdsOf(scene.trainer, courseId);
    expectOk(await vera.client.call("excuseMe", { params: { id: first1 } }));
    const changed = await fetchFeed(vera.token, { "if-none-match": etag, "if-modified-since": lastModified });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expect((await fetchFeed(vera.token, { "if-modified-since": lastModified })).statusCode).toBe(200);
    const head = await fetchFeed(vera.token, {}, "HEAD");
    expect([head.statusCode, head.payload, head.headers.etag]).toEqual([200, "", changed.headers.etag]);
  });

  it("tells every change under the same entry: moved, excused, back again, given back, cancelled", async () => {
    const courseId = await scene.course({ title: "Lebenslauf", firstDay: "2027-03-23" });
    const vera = await subscribed();
    await enrol(vera.client, courseId);
    const [id = ""] = await sessionIdsOf(scene.trainer, courseId);
    const told = async () => {
      const entry = (await entriesOf(vera.token)).find(({ uid }) => uid === `${id}@augenhoehe`);
      return [entry?.sequence, entry?.status, entry?.startsAt];
    };
    expect(await told()).toEqual([0, "CONFIRMED", "2027-03-23T17:00:00.000Z"]);
    const { course } = expectOk(await scene.coordinator.call("readRoster", { params: { id: courseId } }));
    const sessions = fourSessions("2027-03-23").map((session, index) => ({
      ...session,
      id: course.sessions[index]?.id ?? null,
      ...(index === 0 ? { startsAt: "2027-03-29T18:00" } : {}),
    }));
    const body = { title: "Lebenslauf", places: 12, trainerAccountIds: [scene.trainerId], sessions };
    expectOk(
      await scene.coordinator.call("updateCourse", {
        params: { id: courseId },
        body: { ...body, offerHours: 48, registrationOpensAt: null, registrationClosesAt: null },
      }),
    );
    // The clocks went forward in between: six in the evening is an hour earlier in UTC.
    expect(await told()).toEqual([1, "CONFIRMED", "2027-03-29T16:00:00.000Z"]);
    expectOk(await vera.client.call("excuseMe", { params: { id } }));
    expect(await told()).toEqual([2, "CANCELLED", "2027-03-29T16:00:00.000Z"]);
    expectOk(await vera.client.call("comeAfterAll", { params: { id } }));
    expect(await told()).toEqual([3, "CONFIRMED", "2027-03-29T16:00:00.000Z"]);
    expectOk(await vera.client.call("cancelMyEnrolment", { params: { id: courseId } }));
    expect(await told()).toEqual([4, "CANCELLED", "2027-03-29T16:00:00.000Z"]);
    await enrol(vera.client, courseId);
    expect(await told()).toEqual([5, "CONFIRMED", "2027-03-29T16:00:00.000Z"]);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
    expect(await told()).toEqual([6, "CANCELLED", "2027-03-29T16:00:00.000Z"]);
    world.clock.advance({ days: 59 });
    expect(await told()).toEqual([6, "CANCELLED", "2027-03-29T16:00:00.000Z"]);
    world.clock.advance({ days: 2 });
    expect(await told()).toEqual([undefined, undefined, undefined]);
    world.clock.advance({ days: -61 });
  });

  it("is renewed: the address before stops at once and answers like one that never was", async () => {
    const vera = await subscribed();
    expectOk(await vera.client.call("renewMyCalendar"));
    const token = await tokenOf(vera.client);
    expect(token).not.toBe(vera.token);
    const dead = await fetchFeed(vera.token);
    const unknown = await fetchFeed("A".repeat(43));
    expect(dead.statusCode).toBe(410);
    expect([dead.payload, dead.headers["cache-control"]]).toEqual([unknown.payload, "no-store"]);
    expect((await fetchFeed("kurz")).payload).toBe(unknown.payload);
    expectOk(await vera.client.call("endMyCalendar"));
    expect((await fetchFeed(token)).payload).toBe(unknown.payload);
    expect(expectOk(await vera.client.call("readMyCalendar")).feedUrl).toBeNull();
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(personalLinks).where(eq(personalLinks.volunteerId, vera.id)),
    );
    expect(rows.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends when the person leaves, and opens nothing but itself", async () => {
    const vera = await subscribed();
    const params = { token: vera.token };
    expect(refusalOf(await world.anyone().call("readSessionLink", { params }))).toBe("link_expired");
    expect(refusalOf(await world.anyone().call("readReminderLink", { params }))).toBe("link_expired");
    expectOk(await vera.client.call("leaveNetwork", { body: { sure: true } }));
    expect((await fetchFeed(vera.token)).statusCode).toBe(410);
  });

  it("shows the dates of its owner and of nobody else, in this network or another", async () => {
    const elsewhere = await makeTrainingScene(world);
    const courseId = await scene.course({ title: "Nur für Vera" });
    const [vera, nadia] = [await subscribed(), await subscribed({ firstName: "Nadia" })];
    await enrol(vera.client, courseId);
    const stranger = await elsewhere.volunteer();
    expectOk(await stranger.client.call("renewMyCalendar"));
    expect(await entriesOf(vera.token)).toHaveLength(4);
    expect(await entriesOf(nadia.token)).toEqual([]);
    expect(await entriesOf(await tokenOf(stranger.client))).toEqual([]);
  });

  it("is told the same to many who fetch it at once", async () => {
    const vera = await subscribed();
    await enrol(vera.client, await scene.course());
    const replies = await Promise.all(Array.from({ length: 8 }, () => fetchFeed(vera.token)));
    expect(new Set(replies.map(({ payload }) => payload)).size).toBe(1);
    const told = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(calendarEntries).where(eq(calendarEntries.volunteerId, vera.id)),
    );
    expect(told.map(({ sequence }) => sequence)).toEqual([0, 0, 0, 0]);
  });
});
