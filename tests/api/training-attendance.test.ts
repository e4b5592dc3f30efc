import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { attendances } from "@augenhoehe/api/db/schema/attendance";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { enrolInTime, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

type Mark = "present" | "absent" | "unmarked";

describe("attendance", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  let earlier: string;
  let later: string;

  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeTrainingScene(world);
    earlier = await scene.course({ firstDay: "2026-10-06", title: "Oktober" });
    later = await scene.course({ firstDay: "2026-10-13", title: "Zweiter Kurs" });
  });
  afterAll(() => world.close());

  const mark = (client: typeof scene.trainer, sessionId: string, marks: Readonly<Record<string, Mark>>) =>
    client.call("markAttendance", {
      params: { id: sessionId },
      body: { marks: Object.entries(marks).map(([volunteerId, value]) => ({ volunteerId, mark: value })) },
    });
  const storedMarks = (sessionId: string) =>
    world.inTenant(scene.network.id, (tx) => tx.select().from(attendances).where(eq(attendances.sessionId, sessionId)));
  const sessionOf = async (courseId: string, index: number) => {
    const id = (await sessionIdsOf(scene.coordinator, courseId))[index];
    if (id === undefined) throw new Error("no such session");
    return id;
  };
  const inCourse = async (courseId: string, given: Parameters<TrainingScene["volunteer"]>[0] = {}) => {
    const person = await scene.volunteer(given);
    await enrolInTime(world, person.client, courseId);
    return person;
  };

  it("is marked by tapping, corrected and taken back; volunteers see their own", async () => {
    const [vera, wim] = [await inCourse(earlier), await inCourse(earlier)];
    const session = await sessionOf(earlier, 0);
    expectOk(await mark(scene.trainer, session, { [vera.id]: "present", [wim.id]: "absent" }));
    const mine = expectOk(await vera.client.call("listOpenCourses"));
    expect(mine.items.find(({ id }) => id === earlier)?.sessions.map(({ attended }) => attended)).toEqual([
      true,
      null,
      null,
      null,
    ]);
    expect(mine.modules.map(({ attendedAt }) => attendedAt)).toEqual(["2026-10-06T16:00:00.000Z", null, null, null]);

    expectOk(await mark(scene.coordinator, session, { [wim.id]: "present", [vera.id]: "unmarked" }));
    const stored = await storedMarks(session);
    expect(stored.map(({ volunteerId, mark: value, guest }) => [volunteerId, value, guest])).toEqual([
      [wim.id, "present", false],
    ]);
  });

  it("does not change when it is marked again: who marked it first, and when, stays", async () => {
    const vera = await inCourse(earlier);
    const session = await sessionOf(earlier, 1);
    expectOk(await mark(scene.trainer, session, { [vera.id]: "present" }));
    const before = await storedMarks(session);
    world.clock.advance({ minutes: 10 });
    expectOk(await mark(scene.coordinator, session, { [vera.id]: "present" }));
    expect(await storedMarks(session)).toEqual(before);
    const log = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.subjectId, session)),
    );
    expect(log.map(({ action, facts }) => [action, facts])).toEqual([
      ["attendance_marked", { present: 1, absent: 0, unmarked: 0 }],
    ]);
  });

  it("cannot be marked before the session without a reason: half an hour before it begins, the list opens", async () => {
    const courseId = await scene.course({ firstDay: "2026-11-03" });
    const vera = await inCourse(courseId);
    const session = await sessionOf(courseId, 0);
    const start = new Date("2026-11-03T17:00:00Z").getTime();
    const now = world.clock.now;
    world.clock.now = new Date(start - 31 * 60_000);
    expect(refusalOf(await mark(scene.trainer, session, { [vera.id]: "present" }))).toBe("early_mark_reason_missing");
    world.clock.now = new Date(start - 30 * 60_000);
    expectOk(await mark(scene.trainer, session, { [vera.id]: "present" }));
    world.clock.now = now;
  });

  it("cannot be marked in a cancelled session", async () => {
    const courseId = await scene.course({ firstDay: "2026-11-10" });
    const vera = await inCourse(courseId);
    const session = await sessionOf(courseId, 0);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
    const now = world.clock.now;
    world.clock.now = new Date("2026-11-10T18:00:00Z");
    expect(refusalOf(await mark(scene.trainer, session, { [vera.id]: "present" }))).toBe("session_cancelled");
    world.clock.now = now;
  });

  it("counts for a guest who missed the module elsewhere and makes it up here", async () => {
    const guest = await inCourse(earlier, { firstName: "Gast", lastName: "Nachholend" });
    const [missed, madeUp] = [await sessionOf(earlier, 2), await sessionOf(later, 2)];
    const search = async (client: typeof scene.trainer) =>
      expectOk(await client.call("findGuests", { params: { id: madeUp } })).items.map(({ displayName }) => displayName);
    expect(await search(scene.trainer)).toContain("Gast Nachholend");
    expectOk(await mark(scene.trainer, missed, { [guest.id]: "absent" }));
    expect(await search(scene.trainer)).toContain("Gast Nachholend");
    expect(await search(scene.otherCoordinator)).toEqual([]);

    expectOk(await mark(scene.trainer, madeUp, { [guest.id]: "present" }));
    const roster = expectOk(await scene.trainer.call("readRoster", { params: { id: later } }));
    expect(roster.participants.find(({ volunteerId }) => volunteerId === guest.id)).toEqual({
      volunteerId: guest.id,
      displayName: "Gast Nachholend",
      guest: true,
      attendance: { [madeUp]: "present" },
      details: {
        [madeUp]: { mark: "present", lateMinutes: 0, leftEarlyMinutes: 0, minutes: 120, source: "tapped" },
      },
      bookings: {},
    });
    expect(await search(scene.trainer)).not.toContain("Gast Nachholend");
    const progress = expectOk(await guest.client.call("listOpenCourses")).modules;
    expect(progress.map(({ attendedAt }) => attendedAt !== null)).toEqual([false, false, true, false]);
  });

  it("is refused for somebody who is neither in the course nor missed the module, and nothing of that call is kept", async () => {
    const vera = await inCourse(earlier);
    const nobody = await scene.volunteer();
    const foreign = await (await makeTrainingScene(world)).volunteer();
    const session = await sessionOf(earlier, 3);
    const reply = await mark(scene.trainer, session, { [vera.id]: "present", [nobody.id]: "present" });
    expect(refusalOf(reply)).toBe("not_enrolled");
    expect(refusalOf(await mark(scene.trainer, session, { [foreign.id]: "present" }))).toBe("not_enrolled");
    expect(await storedMarks(session)).toEqual([]);
  });

  it("is marked by the course's own trainer and the organiser only", async () => {
    const vera = await inCourse(earlier, { provider: scene.diakonie });
    const session = await sessionOf(earlier, 0);
    const elsewhere = await makeTrainingScene(world);
    const ask = async (client: typeof scene.trainer) =>
      refusalOf(await mark(client, session, { [vera.id]: "present" }));
    expect(await ask(scene.stranger)).toBe("not_found");
    expect(await ask(elsewhere.trainer)).toBe("not_found");
    expect(await ask(elsewhere.coordinator)).toBe("not_found");
    expect(await ask(scene.otherCoordinator)).toBe("not_permitted");
    expect(await ask(vera.client)).toBe("not_permitted");
  });
});
