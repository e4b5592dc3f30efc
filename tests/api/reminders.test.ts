import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sentReminders } from "@augenhoehe/api/db/schema/personal-links";
import { volunteers } from "@augenhoehe/api/db/schema/people";
import { plannedReminders, runDueReminders } from "../support/reminder-jobs.ts";
import { expectOk } from "../support/replies.ts";
import { startSecondProcess } from "../support/second-process.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

const START = new Date("2026-11-02T09:00:00Z");

describe("reminders before a date", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  const remindersTo = (email: string | null) =>
    world.mailbox.to(email ?? "").filter(({ stopUrl }) => stopUrl !== undefined);
  const subjectsTo = (email: string | null) => remindersTo(email).map(({ subject }) => subject);

  /** Lets time pass minute by minute and tells the minute each reminder went out. */
  async function live(until: string, email: string | null, others: readonly TestWorld[] = []): Promise<string[]> {
    const moments: string[] = [];
    const due = (await plannedReminders(world)).map(({ at }) => at.getTime());
    while (world.clock.now < new Date(until)) {
      world.clock.advance({ minutes: 1 });
      if (!due.some((at) => at <= world.clock.now.getTime() && at > world.clock.now.getTime() - 60_000)) continue;
      const before = remindersTo(email).length;
      await runDueReminders(world, others);
      const minute = new Date(world.clock.now.getTime() - 60_000).toISOString().slice(0, 16);
      moments.push(...Array<string>(remindersTo(email).length - before).fill(minute));
    }
    return moments;
  }

  const plan = (firstDay: string, startsAt: readonly string[]) =>
    fourSessions(firstDay)
      .slice(0, startsAt.length)
      .map((session, index) => ({ ...session, startsAt: startsAt[index] ?? session.startsAt }));
  async function course(startsAt: readonly string[]): Promise<string> {
    const body = {
      title: "Wochenkurs",
      places: 20,
      trainerAccountIds: [scene.trainerId],
      sessions: plan("2026-11-03", startsAt),
      offerHours: 48,
      registrationOpensAt: null,
      registrationClosesAt: null,
    };
    return expectOk(await scene.coordinator.call("createCourse", { body })).id;
  }
  async function enrolled(courseId: string, given?: Parameters<TrainingScene["volunteer"]>[0]) {
    const vera = await scene.volunteer(given);
    expectOk(await vera.client.call("enrolMe", { body: { courseId } }));
    return vera;
  }
  const excuse = async (courseId: string, vera: Awaited<ReturnType<typeof enrolled>>) => {
    const [id = ""] = await sessionIdsOf(scene.trainer, courseId);
    expectOk(await vera.client.call("excuseMe", { params: { id } }));
  };

  it("come a day and two hours ahead, in the evening before where the night would be, over a week of minutes", async () => {
    world.clock.now = START;
    const courseId = await course(["2026-11-04T18:00", "2026-11-06T09:00", "2026-11-08T22:30"]);
    const vera = await enrolled(courseId);
    expect(await live("2026-11-09T09:00:00Z", vera.email)).toEqual([
      "2026-11-03T17:00",
      "2026-11-04T15:00",
      "2026-11-05T08:00",
      "2026-11-05T19:59",
      "2026-11-07T19:59",
      "2026-11-08T19:30",
    ]);
    expect(subjectsTo(vera.email)[0]).toBe("Erinnerung: Mittwoch, 4. November 2026, 18:00–20:00");
  });

  it("keep to the clock on the wall in the nights in which it changes, with two processes at work", async () => {
    const second = await startSecondProcess(world);
    world.clock.now = START;
    const spring = await enrolled(await course(["2027-03-28T09:00", "2027-03-29T18:00"]));
    const autumn = await enrolled(await course(["2027-10-31T09:00"]));
    world.clock.now = new Date("2027-03-22T09:00:00Z");
    expect(await live("2027-03-30T09:00:00Z", spring.email, [second])).toEqual([
      "2027-03-27T07:00",
      "2027-03-27T19:59",
      "2027-03-28T16:00",
      "2027-03-29T14:00",
    ]);
    world.clock.now = new Date("2027-10-27T09:00:00Z");
    expect(await live("2027-11-01T09:00:00Z", autumn.email, [second])).toEqual([
      "2027-10-30T08:00",
      "2027-10-30T18:59",
    ]);
    await second.close();
  });

  it("go to nobody who does not come: excused, given back, paused, left, stopped, waiting, without an address", async () => {
    world.clock.now = START;
    const courseId = await course(["2026-11-04T18:00"]);
    const [vera, excused, gone, paused, left, stopped] = await Promise.all(
      ["Vera", "Ella", "Gabi", "Pia", "Lea", "Susi"].map((firstName) => enrolled(courseId, { firstName })),
    );
    if (!vera || !excused || !gone || !paused || !left || !stopped) throw new Error("Somebody is missing");
    await excuse(courseId, excused);
    expectOk(await gone.client.call("cancelMyEnrolment", { params: { id: courseId } }));
    await world.inTenant(scene.network.id, (tx) =>
      tx.update(volunteers).set({ status: "paused" }).where(eq(volunteers.id, paused.id)),
    );
    expectOk(await left.client.call("leaveNetwork", { body: { sure: true } }));
    expectOk(await stopped.client.call("setMyReminders", { body: { wanted: false } }));
    world.clock.now = new Date("2026-11-03T17:01:00Z");
    await runDueReminders(world);
    expect(subjectsTo(vera.email)).toHaveLength(1);
    for (const { email } of [excused, gone, paused, left, stopped]) expect(subjectsTo(email)).toEqual([]);
    expectOk(await stopped.client.call("setMyReminders", { body: { wanted: true } }));
    world.clock.now = new Date("2026-11-04T15:01:00Z");
    await runDueReminders(world);
    expect([subjectsTo(vera.email).length, subjectsTo(stopped.email).length]).toEqual([2, 1]);
  });

  it("are for the date as it is: a moved one is reminded of anew, a cancelled one not at all", async () => {
    world.clock.now = START;
    const courseId = await course(["2026-11-04T18:00", "2026-11-05T18:00"]);
    const vera = await enrolled(courseId);
    const [moved = "", cancelled = ""] = await sessionIdsOf(scene.trainer, courseId);
    world.clock.now = new Date("2026-11-03T17:01:00Z");
    await runDueReminders(world);
    world.clock.now = START;
    const body = {
      title: "Wochenkurs",
      places: 20,
      trainerAccountIds: [scene.trainerId],
      sessions: plan("2026-11-03", ["2026-11-06T18:00"]).map((session) => ({ ...session, id: moved })),
      offerHours: 48,
      registrationOpensAt: null,
      registrationClosesAt: null,
    };
    expectOk(await scene.coordinator.call("updateCourse", { params: { id: courseId }, body }));
    expect(await live("2026-11-07T09:00:00Z", vera.email)).toEqual(["2026-11-05T17:00", "2026-11-06T15:00"]);
    expect(subjectsTo(vera.email)).toHaveLength(3);
    const rows = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(sentReminders).where(eq(sentReminders.volunteerId, vera.id)),
    );
    expect(rows.filter(({ subjectId }) => subjectId === cancelled)).toEqual([]);
  });

  it("come late rather than not at all, but not hours late and never after the start", async () => {
    world.clock.now = START;
    const vera = await enrolled(await course(["2026-11-04T18:00"]));
    world.clock.now = new Date("2026-11-03T20:30:00Z");
    await runDueReminders(world);
    expect(subjectsTo(vera.email)).toEqual([]);
    world.clock.now = new Date("2026-11-04T17:00:00Z");
    await runDueReminders(world);
    expect(subjectsTo(vera.email)).toEqual([]);

    world.clock.now = START;
    const nadia = await enrolled(await course(["2026-11-05T18:00"]));
    world.clock.now = new Date("2026-11-04T19:00:00Z");
    await runDueReminders(world);
    world.clock.now = new Date("2026-11-05T16:50:00Z");
    await runDueReminders(world);
    expect(subjectsTo(nadia.email)).toHaveLength(2);
  });

  it("say when, where, what about and with whom, and carry a way to cancel and a way out", async () => {
    world.clock.now = START;
    const vera = await enrolled(await course(["2026-11-04T18:00"]), { locale: "en" });
    world.clock.now = new Date("2026-11-03T17:01:00Z");
    await runDueReminders(world);
    const [mail] = remindersTo(vera.email);
    expect(mail?.text).toContain("Wednesday, November 4, 2026, 18:00–20:00");
    expect(mail?.text).toContain("Where: Haus der Begegnung, Raum 2");
    expect(mail?.text).toMatch(/Led by: \S+/);
    expect(mail?.text).toMatch(/Cancel or move:\nhttp:\/\/localhost:3000\/termin\/[\w-]{43}\n/);
    expect(mail?.stopUrl).toMatch(/^http:\/\/localhost:3000\/erinnerungen\/[\w-]{43}$/);
    expect(mail?.text).toContain(`Stop these reminders:\n${mail?.stopUrl}`);
  });

  it("tell those who said yes of a Stammtisch", async () => {
    world.clock.now = START;
    const ready = {
      status: "in_training" as const,
      secrecyVersion: 1,
      agreementVersion: 1,
      certificateOverrideAt: START,
    };
    const [yes, open] = [await scene.volunteer({ ...ready, locale: "ar" }), await scene.volunteer(ready)];
    const date = { startsAt: "2026-11-05T19:00", minutes: 90, place: "Café Komm", topics: "Briefe" };
    const { id } = expectOk(await scene.coordinator.call("createStammtisch", { body: date }));
    expectOk(await yes.client.call("answerStammtisch", { params: { id }, body: { answer: "yes" } }));
    expect(await live("2026-11-05T17:30:00Z", yes.email)).toEqual(["2026-11-04T18:00", "2026-11-05T16:00"]);
    expect(subjectsTo(yes.email)[0]).toContain("تذكير بلقاء المتطوعين");
    expect(subjectsTo(open.email)).toEqual([]);
  });
});
