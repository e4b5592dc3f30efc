import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { personalLinks } from "@augenhoehe/api/db/schema/personal-links";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { readCalendar } from "../support/read-calendar.ts";
import { runDueReminders } from "../support/reminder-jobs.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

const START = new Date("2026-11-02T09:00:00Z");
const DAY_BEFORE = new Date("2026-11-09T17:01:00Z");

describe("the page behind a date in a reminder", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  /** Enrolled in a course whose first session is tomorrow, with the tokens of the reminder. */
  async function reminded() {
    world.clock.now = START;
    const courseId = await scene.course();
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    const [sessionId = ""] = await sessionIdsOf(scene.trainer, courseId);
    world.clock.now = DAY_BEFORE;
    await runDueReminders(world);
    const mail = world.mailbox.to(vera.email ?? "").find(({ stopUrl }) => stopUrl !== undefined);
    const token = /\/termin\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    const stopToken = /\/erinnerungen\/([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "";
    return { vera, courseId, sessionId, params: { token }, stop: { token: stopToken } };
  }
  const look = async (params: { token: string }) => expectOk(await world.anyone().call("readSessionLink", { params }));
  const say = (params: { token: string }, body: { answer: "cannot_come" | "come_after_all" }) =>
    world.anyone().call("answerSessionLink", { params, body });
  const bookings = (volunteerId: string) =>
    world.inTenant(scene.network.id, (tx) =>
      tx
        .select({ sessionId: sessionBookings.sessionId, kind: sessionBookings.kind })
        .from(sessionBookings)
        .where(eq(sessionBookings.volunteerId, volunteerId)),
    );

  it("shows the date and no name, and looking often changes nothing, as mail scanners do", async () => {
    const { vera, params, sessionId } = await reminded();
    const everything = () =>
      world.inTenant(scene.network.id, async (tx) => [
        await tx.select().from(sessionBookings),
        await tx.select().from(personalLinks).where(eq(personalLinks.volunteerId, vera.id)),
        await tx.select().from(volunteers).where(eq(volunteers.id, vera.id)),
      ]);
    const before = await everything();
    for (let visit = 0; visit < 20; visit++) {
      for (const method of ["GET", "HEAD"] as const) {
        const url = `/api/session-links/${params.token}`;
        expect((await world.app.inject({ method, url, headers: { purpose: "prefetch" } })).statusCode).toBe(200);
      }
    }
    expect(await everything()).toEqual(before);
    const page = await look(params);
    expect(page).toMatchObject({
      networkName: "IM-Netzwerk Musterstadt",
      timeZone: "Europe/Berlin",
      courseTitle: "Grundkurs im Herbst",
      moduleTitle: "Aufgaben der Stadtverwaltung für Geflüchtete",
      startsAt: "2026-11-10T17:00:00.000Z",
      state: "coming",
      begun: false,
      instead: null,
    });
    expect(JSON.stringify(page)).not.toMatch(/Vera|Freiwillig|Person \d/);
    const file = await world.anyone().call("downloadSessionLinkCalendar", { params });
    expect(readCalendar(file.raw.payload).entries.map(({ uid }) => uid)).toEqual([`${sessionId}@augenhoehe`]);
  });

  it("cannot come, comes after all, as often as somebody changes their mind", async () => {
    const { vera, params, sessionId } = await reminded();
    expectOk(await say(params, { answer: "cannot_come" }));
    expectOk(await say(params, { answer: "cannot_come" }));
    expect(await bookings(vera.id)).toEqual([{ sessionId, kind: "excused" }]);
    expect((await look(params)).state).toBe("excused");
    const file = await world.anyone().call("downloadSessionLinkCalendar", { params });
    expect(readCalendar(file.raw.payload)).toMatchObject({ method: "CANCEL", entries: [{ status: "CANCELLED" }] });
    expectOk(await say(params, { answer: "come_after_all" }));
    expectOk(await say(params, { answer: "come_after_all" }));
    expect(await bookings(vera.id)).toEqual([]);
    expect((await look(params)).state).toBe("coming");
  });

  it("moves to another date of the same module, says so, and takes both into the calendar", async () => {
    world.clock.now = START;
    const later = await scene.course({ firstDay: "2026-11-12", title: "Donnerstagskurs" });
    const [laterSession = ""] = await sessionIdsOf(scene.trainer, later);
    const { vera, params, sessionId } = await reminded();
    const { otherDates } = await look(params);
    expect(otherDates.map((date) => date.sessionId)).toContain(laterSession);
    const move = { params, body: { answer: "move" as const, sessionId: laterSession } };
    expectOk(await world.anyone().call("answerSessionLink", move));
    expect(await bookings(vera.id)).toEqual(
      expect.arrayContaining([
        { sessionId, kind: "excused" },
        { sessionId: laterSession, kind: "guest" },
      ]),
    );
    const after = await look(params);
    expect(after).toMatchObject({ state: "excused", instead: { startsAt: "2026-11-12T17:00:00.000Z" } });
    await world.mailbox.deliver();
    const files = world.mailbox.to(vera.email ?? "").at(-1)?.attachments ?? [];
    expect(files.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
      ["termine.ics", "text/calendar; charset=utf-8; method=PUBLISH"],
      ["abgesagt.ics", "text/calendar; charset=utf-8; method=CANCEL"],
    ]);
    expect(files.map(({ content }) => readCalendar(content).entries.map(({ uid }) => uid))).toEqual([
      [`${laterSession}@augenhoehe`],
      [`${sessionId}@augenhoehe`],
    ]);
    const foreign = { params, body: { answer: "move" as const, sessionId: vera.id } };
    expect(refusalOf(await world.anyone().call("answerSessionLink", foreign))).toBe("not_found");
  });

  it("tells nothing more once it has begun, and answers like an unknown one when it is over", async () => {
    const { vera, params } = await reminded();
    world.clock.now = new Date("2026-11-10T17:30:00Z");
    expect(await look(params)).toMatchObject({ begun: true, otherDates: [] });
    expect((await say(params, { answer: "cannot_come" })).status).toBe(409);
    expect(await bookings(vera.id)).toEqual([]);
    world.clock.now = new Date("2026-11-10T19:00:00Z");
    const over = await world.anyone().call("readSessionLink", { params });
    const unknown = await world.anyone().call("readSessionLink", { params: { token: "B".repeat(43) } });
    expect([over.status, over.raw.payload]).toEqual([410, unknown.raw.payload]);
    expect(over.raw.headers["cache-control"]).toBe("no-store");
    expect((await say(params, { answer: "cannot_come" })).raw.payload).toBe(unknown.raw.payload);
    expect((await say({ token: "x y%2F" }, { answer: "cannot_come" })).raw.payload).toBe(unknown.raw.payload);
  });

  it("ends with the person's leaving", async () => {
    const { vera, params, stop } = await reminded();
    expectOk(await vera.client.call("leaveNetwork", { body: { sure: true } }));
    expect(refusalOf(await world.anyone().call("readSessionLink", { params }))).toBe("link_expired");
    expect(refusalOf(await world.anyone().call("readReminderLink", { params: stop }))).toBe("link_expired");
  });

  it("is called so often and no more from one address", async () => {
    const limited = await createTestApp();
    const visitor = limited.anyone();
    const body = { answer: "cannot_come" as const };
    const statuses: number[] = [];
    for (let call = 0; call < 21; call++) {
      statuses.push((await visitor.call("answerSessionLink", { params: { token: "C".repeat(43) }, body })).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(410), 429]);
    await limited.close();
  });

  describe("and the one that stops reminders", () => {
    const wish = (id: string) =>
      world.inTenant(scene.network.id, (tx) =>
        tx
          .select({ stoppedAt: volunteers.remindersStoppedAt })
          .from(volunteers)
          .where(and(eq(volunteers.id, id))),
      );

    it("changes nothing when looked at, stops at a press, and takes it back", async () => {
      const { vera, stop: params } = await reminded();
      expect(expectOk(await world.anyone().call("readReminderLink", { params })).remindersWanted).toBe(true);
      expectOk(await world.anyone().call("setRemindersByLink", { params, body: { wanted: false } }));
      expect(await wish(vera.id)).toEqual([{ stoppedAt: DAY_BEFORE }]);
      expect(expectOk(await vera.client.call("readMyCalendar")).remindersWanted).toBe(false);
      expectOk(await world.anyone().call("setRemindersByLink", { params, body: { wanted: true } }));
      expect(await wish(vera.id)).toEqual([{ stoppedAt: null }]);
    });

    it.each([
      ["application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"],
      [
        "multipart/form-data; boundary=x",
        '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
      ],
    ])(
      "takes the one click of a mail program as %s: no cookies, no origin, the very address of the page",
      async (type, payload) => {
        const { vera, stop } = await reminded();
        const post = (headers: Record<string, string>) =>
          world.app.inject({
            method: "POST",
            url: `/erinnerungen/${stop.token}`,
            headers: { "content-type": type, ...headers },
            payload,
          });
        expect((await post({ origin: "https://evil.example" })).statusCode).toBe(404);
        expect(await wish(vera.id)).toEqual([{ stoppedAt: null }]);
        expect((await post({})).json()).toEqual({ done: true });
        expect(await wish(vera.id)).toEqual([{ stoppedAt: DAY_BEFORE }]);
      },
    );
  });
});
