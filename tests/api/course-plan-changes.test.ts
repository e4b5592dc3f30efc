import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { courseSessions, enrolments, sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { readCalendar } from "../support/read-calendar.ts";
import { expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, sessionIdsOf, type TrainingScene } from "../support/training-scene.ts";

type Volunteer = Awaited<ReturnType<TrainingScene["volunteer"]>>;

describe("dates that change after people have signed up", () => {
  let world: TestWorld;
  let scene: TrainingScene;

  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeTrainingScene(world);
  });
  afterAll(() => world.close());

  const storedSessions = (courseId: string) =>
    world.inTenant(scene.network.id, (tx) =>
      tx
        .select()
        .from(courseSessions)
        .where(eq(courseSessions.courseId, courseId))
        .orderBy(asc(courseSessions.startsAt), asc(courseSessions.id)),
    );
  const enrol = async ({ client }: Volunteer, courseId: string) =>
    expectOk(await client.call("enrolMe", { body: { courseId } }));
  const comeAsGuest = ({ id: volunteerId }: Volunteer, sessionId: string) =>
    world.inTenant(scene.network.id, (tx) =>
      tx
        .insert(sessionBookings)
        .values({ networkId: scene.network.id, sessionId, volunteerId, kind: "guest", createdAt: world.clock.now }),
    );
  const cancel = (id: string, client = scene.coordinator, reason = "Die Heizung ist ausgefallen.") =>
    client.call("cancelSession", { params: { id }, body: { reason } });
  const mailsTo = async ({ email }: Volunteer, subject: string) => {
    await world.mailbox.deliver();
    return world.mailbox.to(email ?? "").filter((mail) => mail.subject === subject);
  };
  const sentBack = async (courseId: string) => {
    const ids = await sessionIdsOf(scene.coordinator, courseId);
    return fourSessions("2026-11-10").map((session, index) => ({ ...session, id: ids[index] ?? null }));
  };
  const update = (id: string, title: string, sessions: ReturnType<typeof fourSessions>, places = 12) =>
    scene.coordinator.call("updateCourse", {
      params: { id },
      body: { title, places, trainerAccountIds: [scene.trainerId], sessions },
    });

  it("one that is cancelled is told, with the reason, to everybody who would have come, and to nobody else", async () => {
    const title = "Ein Termin weniger";
    const id = await scene.course({ title, places: 2 });
    const [placed, leaving, offered, waiting, guest, otherGuest] = [
      await scene.volunteer(),
      await scene.volunteer(),
      await scene.volunteer({ locale: "en" }),
      await scene.volunteer(),
      await scene.volunteer({ provider: scene.diakonie }),
      await scene.volunteer(),
    ];
    for (const person of [placed, leaving, offered, waiting]) await enrol(person, id);
    expectOk(await leaving.client.call("cancelMyEnrolment", { params: { id } }));
    const [first = "", second = ""] = await sessionIdsOf(scene.coordinator, id);
    await comeAsGuest(guest, second);
    await comeAsGuest(otherGuest, first);
    expectOk(await cancel(second));

    const subject = `Ein Termin fällt aus: ${title}`;
    const [mail] = await mailsTo(placed, subject);
    expect(mail?.text).toContain("Dienstag, 17. November 2026");
    expect(mail?.text).toContain("18:00–20:00");
    expect(mail?.text).toContain("Die Heizung ist ausgefallen.");
    expect(await mailsTo(offered, `A date is cancelled: ${title}`)).toHaveLength(1);
    expect(await mailsTo(guest, subject)).toHaveLength(1);
    for (const person of [waiting, leaving, otherGuest]) expect(await mailsTo(person, subject)).toEqual([]);

    const rows = await storedSessions(id);
    expect(rows.map(({ sequence, cancelledAt }) => [sequence, cancelledAt !== null])).toEqual([
      [0, false],
      [1, true],
      [0, false],
      [0, false],
    ]);
    const [entry] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.action, "course_session_cancelled")),
    );
    expect(entry).toMatchObject({ subjectKind: "course", subjectId: id });
    expect(entry?.reasonSealed).toMatch(/^v1\./);
  });

  it("a calendar that had the date is told under the same entry that it is cancelled", async () => {
    const id = await scene.course({ title: "Im Kalender" });
    const vera = await scene.volunteer();
    await enrol(vera, id);
    const read = async () =>
      readCalendar((await vera.client.call("downloadCourseCalendar", { params: { id } })).raw.payload).entries;
    const before = await read();
    const [, second = ""] = await sessionIdsOf(scene.coordinator, id);
    expectOk(await cancel(second));
    const after = await read();
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    const changed = after.flatMap((entry, index) => {
      const was = before[index];
      return was?.status === entry.status ? [] : [{ entry, was }];
    });
    expect(changed.map(({ entry, was }) => [was?.status, entry.status, entry.startsAt])).toEqual([
      ["CONFIRMED", "CANCELLED", "2026-11-17T17:00:00.000Z"],
    ]);
    const [{ entry, was } = { entry: undefined, was: undefined }] = changed;
    expect(entry?.sequence).toBe((was?.sequence ?? 0) + 1);
  });

  it("a cancelled date stays, and a new one takes its place", async () => {
    const title = "Mit Ersatz";
    const id = await scene.course({ title });
    const vera = await scene.volunteer();
    await enrol(vera, id);
    const [first = ""] = await sessionIdsOf(scene.coordinator, id);
    expectOk(await cancel(first));
    const standing = (await sentBack(id)).slice(1);
    const [replacement] = fourSessions("2026-12-08");
    if (replacement === undefined) throw new Error("Four sessions");
    expectOk(await update(id, title, [...standing, replacement]));
    const { course } = expectOk(await scene.coordinator.call("readRoster", { params: { id } }));
    expect(course.sessions.map(({ cancelled }) => cancelled)).toEqual([true, false, false, false, false]);
    expect(course.sessions.at(-1)?.moduleKey).toBe(course.sessions[0]?.moduleKey);
    const [mail] = await mailsTo(vera, `Geänderte Termine: ${title}`);
    expect(mail?.text).toMatch(/Neu: Dienstag, 8\. Dezember 2026/);
  });

  it("one that was held, is cancelled already or belongs to a cancelled course cannot be cancelled", async () => {
    const id = await scene.course({ firstDay: "2026-10-27" });
    const vera = await scene.volunteer();
    await enrol(vera, id);
    const [held = "", second = "", third = ""] = await sessionIdsOf(scene.coordinator, id);
    const marks = [{ volunteerId: vera.id, mark: "absent" as const }];
    expectOk(await scene.trainer.call("markAttendance", { params: { id: held }, body: { marks } }));
    expect(refusalOf(await cancel(held))).toBe("session_held");
    expectOk(await cancel(second));
    expect(refusalOf(await cancel(second))).toBe("session_cancelled");
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "" } }));
    expect(refusalOf(await cancel(third))).toBe("course_cancelled");
  });

  it("only the provider that runs the course cancels its dates", async () => {
    const id = await scene.course();
    const elsewhere = await makeTrainingScene(world);
    const [first = ""] = await sessionIdsOf(scene.coordinator, id);
    expect(refusalOf(await cancel(first, scene.otherCoordinator))).toBe("not_permitted");
    expect(refusalOf(await cancel(first, scene.trainer))).toBe("not_permitted");
    expect(refusalOf(await cancel(first, elsewhere.coordinator))).toBe("not_found");
    expect(refusalOf(await cancel(id))).toBe("not_found");
    expect((await storedSessions(id)).every(({ cancelledAt }) => cancelledAt === null)).toBe(true);
  });

  it("one that moves is told as it was and as it is; a guest hears of the own date only", async () => {
    const title = "Von hier nach dort";
    const id = await scene.course({ title });
    const [vera, guest, otherGuest] = [await scene.volunteer(), await scene.volunteer(), await scene.volunteer()];
    await enrol(vera, id);
    const sessions = await sentBack(id);
    await comeAsGuest(guest, sessions[1]?.id ?? "");
    await comeAsGuest(otherGuest, sessions[2]?.id ?? "");
    const moved = sessions.map((session, index) => {
      return index === 1 ? { ...session, startsAt: "2026-11-18T19:00", place: "Rathaus" } : session;
    });
    expectOk(await update(id, title, moved));
    const subject = `Geänderte Termine: ${title}`;
    const [mail] = await mailsTo(vera, subject);
    expect(mail?.text).toMatch(/Bisher: Dienstag, 17\. November 2026.* 18:00–20:00, Haus der Begegnung, Raum 2/);
    expect(mail?.text).toMatch(/Jetzt: Mittwoch, 18\. November 2026.* 19:00–21:00, Rathaus/);
    expect(mail?.text).toContain("1. Dezember 2026");
    const [told] = await mailsTo(guest, subject);
    expect(told?.text).toContain("Rathaus");
    expect(told?.text).not.toContain("1. Dezember 2026");
    expect(await mailsTo(otherGuest, subject)).toEqual([]);
  });

  it("with fewer places than people nobody loses theirs", async () => {
    const title = "Kleinerer Raum";
    const id = await scene.course({ title, places: 2 });
    for (const person of [await scene.volunteer(), await scene.volunteer()]) await enrol(person, id);
    expectOk(await update(id, title, await sentBack(id), 1));
    const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id } }));
    expect(course).toMatchObject({ places: 1, enrolled: 2, free: 0 });
  });

  it("a course that is cancelled ends offers and tells guests and those who wait", async () => {
    const title = "Ganz abgesagt";
    const id = await scene.course({ title, places: 1 });
    const [leaving, offered, waiting, guest] = [
      await scene.volunteer(),
      await scene.volunteer(),
      await scene.volunteer(),
      await scene.volunteer(),
    ];
    for (const person of [leaving, offered, waiting]) await enrol(person, id);
    expectOk(await leaving.client.call("cancelMyEnrolment", { params: { id } }));
    const [, second = "", third = ""] = await sessionIdsOf(scene.coordinator, id);
    await comeAsGuest(guest, second);
    await comeAsGuest(guest, third);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "Zu wenige" } }));
    for (const person of [offered, waiting, guest]) {
      expect(await mailsTo(person, `Der Kurs fällt aus: ${title}`)).toHaveLength(1);
    }
    expect(await mailsTo(leaving, `Der Kurs fällt aus: ${title}`)).toEqual([]);
    const stillOffered = await world.inTenant(scene.network.id, (tx) =>
      tx
        .select()
        .from(enrolments)
        .where(and(eq(enrolments.courseId, id), eq(enrolments.status, "offered"))),
    );
    expect(stillOffered).toEqual([]);
  });
});
