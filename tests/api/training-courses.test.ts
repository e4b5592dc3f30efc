import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { courseSessions } from "@augenhoehe/api/db/schema/courses";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, MODULE_KEYS, type TrainingScene } from "../support/training-scene.ts";

type SessionInput = ReturnType<typeof fourSessions>[number];

describe("a course on the calendar", () => {
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
        .orderBy(asc(courseSessions.startsAt)),
    );
  const input = (changes: object = {}) => ({
    title: "Grundkurs",
    places: 10,
    trainerAccountIds: [scene.trainerId],
    sessions: fourSessions("2026-11-10"),
    ...changes,
  });
  /** The course as a form sends it back, with something changed in its sessions. */
  const sentBack = async (courseId: string, change: (index: number) => Partial<SessionInput>) => {
    const stored = await storedSessions(courseId);
    return fourSessions("2026-11-10").map((session, index) => {
      return { ...session, id: stored[index]?.id ?? null, ...change(index) };
    });
  };

  it("means wall-clock time where the network is: 18:00 stays 18:00 when the clocks change", async () => {
    const id = await scene.course({ firstDay: "2027-03-23" });
    const starts = (await storedSessions(id)).map(({ startsAt, endsAt }) => [
      startsAt.toISOString(),
      endsAt.toISOString(),
    ]);
    expect(starts).toEqual([
      ["2027-03-23T17:00:00.000Z", "2027-03-23T19:00:00.000Z"],
      ["2027-03-30T16:00:00.000Z", "2027-03-30T18:00:00.000Z"],
      ["2027-04-06T16:00:00.000Z", "2027-04-06T18:00:00.000Z"],
      ["2027-04-13T16:00:00.000Z", "2027-04-13T18:00:00.000Z"],
    ]);
  });

  it("is seen by volunteers of every provider, with counts and without names", async () => {
    const id = await scene.course({ title: "Für alle" });
    const theirs = await scene.volunteer({ provider: scene.diakonie });
    expectOk(await theirs.client.call("enrolMe", { body: { courseId: id } }));
    const reply = await (await scene.volunteer()).client.call("listOpenCourses");
    const course = expectOk(reply).items.find((entry) => entry.id === id);
    expect(course).toMatchObject({
      title: "Für alle",
      organiser: "Caritas",
      places: 12,
      enrolled: 1,
      waiting: 0,
      myEnrolment: null,
    });
    expect(course?.sessions).toHaveLength(4);
    expect(reply.raw.payload).not.toContain(theirs.lastName);
  });

  it("shows all names to the organiser and its trainer; another provider reads its own and counts the rest", async () => {
    const id = await scene.course({ title: "Gemischt", places: 2 });
    const ours = await scene.volunteer({ firstName: "Anna", lastName: "Unser" });
    const theirs = await scene.volunteer({ firstName: "Bilal", lastName: "Ihrer", provider: scene.diakonie });
    const waiting = await scene.volunteer({ firstName: "Chris", lastName: "Wartend" });
    for (const { client } of [ours, theirs, waiting]) {
      expectOk(await client.call("enrolMe", { body: { courseId: id } }));
    }
    const params = { id };
    const own = expectOk(await scene.coordinator.call("readCourse", { params }));
    expect(own.mayManage).toBe(true);
    expect(own.participants.map(({ displayName }) => displayName)).toEqual(["Anna Unser", "Bilal Ihrer"]);
    expect(own.waitingList).toMatchObject([{ volunteerId: waiting.id, displayName: "Chris Wartend", position: 1 }]);
    expect(own.certificates.map(({ missingModules }) => missingModules.length)).toEqual([4, 4]);

    const trainer = expectOk(await scene.trainer.call("readRoster", { params }));
    expect(trainer.mayManage).toBe(true);
    expect(trainer.participants).toHaveLength(2);

    const other = expectOk(await scene.otherCoordinator.call("readCourse", { params }));
    expect(other.mayManage).toBe(false);
    expect(other.participants.map(({ displayName }) => displayName)).toEqual(["Bilal Ihrer"]);
    expect(other.waitingList).toEqual([]);
    expect(other.certificates.map(({ displayName }) => displayName)).toEqual(["Bilal Ihrer"]);
    expect(other.course).toMatchObject({ enrolled: 2, waiting: 1 });
  });

  it("is another trainer's business: to a stranger it does not exist, and neither does an unknown one", async () => {
    const id = await scene.course();
    const elsewhere = await makeTrainingScene(world);
    const ask = async (client: typeof scene.trainer) => client.call("readRoster", { params: { id } });
    const answers = [await ask(scene.stranger), await ask(elsewhere.trainer), await ask(elsewhere.coordinator)];
    const unknown = await scene.trainer.call("readRoster", { params: { id: "00000000-0000-4000-8000-000000000000" } });
    for (const reply of answers) expect([reply.status, reply.raw.payload]).toEqual([404, unknown.raw.payload]);
    expect(expectOk(await scene.stranger.call("listCourses")).items).toEqual([]);
    expect(expectOk(await scene.trainer.call("listCourses")).items.map((course) => course.id)).toContain(id);
  });

  it("closes to its trainer ninety days after the last session, not to the coordinator", async () => {
    const old = await scene.course({ firstDay: "2026-05-01", title: "Lange her" });
    const recent = await scene.course({ firstDay: "2026-08-01", title: "Neulich" });
    const seen = expectOk(await scene.trainer.call("listCourses")).items.map(({ id }) => id);
    expect(seen).toContain(recent);
    expect(seen).not.toContain(old);
    expect(refusalOf(await scene.trainer.call("readRoster", { params: { id: old } }))).toBe("not_found");
    expect(expectOk(await scene.coordinator.call("readRoster", { params: { id: old } })).course.over).toBe(true);
  });

  it("needs modules of the curriculum, known trainers and real dates", async () => {
    const broken = input({
      trainerAccountIds: ["00000000-0000-4000-8000-000000000000"],
      sessions: [
        { ...fourSessions("2026-11-10")[0], moduleKey: "magic" },
        { ...fourSessions("2026-11-10")[1], startsAt: "2026-02-30T18:00" },
        { ...fourSessions("2026-11-10")[2], minutes: 5, place: " " },
      ],
    });
    const codes = fieldCodesOf(await scene.coordinator.callUnchecked("createCourse", { body: broken }));
    expect(codes).toEqual({
      "sessions.1.startsAt": "invalid_date",
      "sessions.2.minutes": "too_small",
      "sessions.2.place": "required",
    });
    const rest = input({ ...broken, sessions: broken.sessions.slice(0, 1) });
    expect(fieldCodesOf(await scene.coordinator.callUnchecked("createCourse", { body: rest }))).toEqual({
      "trainerAccountIds.0": "unknown_key",
      "sessions.0.moduleKey": "unknown_key",
    });
    const none = await scene.coordinator.callUnchecked("createCourse", { body: input({ sessions: [], places: 0 }) });
    expect(fieldCodesOf(none)).toEqual({ places: "too_small", sessions: "required" });
  });

  it("offers the modules of the curriculum and everybody who trains in the network", async () => {
    const curriculum = expectOk(await scene.coordinator.call("readCurriculum"));
    expect(curriculum.modules.map(({ key }) => key)).toEqual(MODULE_KEYS);
    expect(curriculum.trainers.map(({ accountId }) => accountId)).toContain(scene.trainerId);
  });

  it("tells everybody in it when a session moves: one mail with all dates, a higher SEQUENCE for that session", async () => {
    const id = await scene.course({ title: "Verschoben" });
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId: id } }));
    const sessions = await sentBack(id, (index) => (index === 1 ? { startsAt: "2026-11-18T19:00" } : {}));
    expectOk(
      await scene.coordinator.call("updateCourse", { params: { id }, body: input({ title: "Verschoben", sessions }) }),
    );
    expect((await storedSessions(id)).map(({ sequence }) => sequence)).toEqual([0, 1, 0, 0]);
    await world.mailbox.deliver();
    const mail = world.mailbox.to(vera.email ?? "").find(({ subject }) => subject === "Geänderte Termine: Verschoben");
    expect(mail?.text).toContain("Mittwoch, 18. November 2026, 19:00–21:00");
  });

  it("sends no mail when only title or places change", async () => {
    const id = await scene.course({ title: "Alter Name" });
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId: id } }));
    const sessions = await sentBack(id, () => ({}));
    expectOk(
      await scene.coordinator.call("updateCourse", { params: { id }, body: input({ title: "Neuer Name", sessions }) }),
    );
    await world.mailbox.deliver();
    expect(world.mailbox.to(vera.email ?? "")).toHaveLength(1);
    expect((await storedSessions(id)).map(({ sequence }) => sequence)).toEqual([0, 0, 0, 0]);
  });

  it("cancels a session that is left out and adds a new one, so that calendars hear of both", async () => {
    const id = await scene.course({ title: "Umgebaut" });
    const kept = (await sentBack(id, () => ({}))).slice(0, 3);
    const extra = { ...fourSessions("2026-12-08")[0], moduleKey: MODULE_KEYS[3] ?? "" };
    const body = input({ title: "Umgebaut", sessions: [...kept, { ...extra, id: null }] });
    expectOk(await scene.coordinator.callUnchecked("updateCourse", { params: { id }, body }));
    const { course } = expectOk(await scene.coordinator.call("readRoster", { params: { id } }));
    expect(course.sessions.map(({ cancelled }) => cancelled)).toEqual([false, false, false, true, false]);
  });

  it("never loses a session where attendance was recorded", async () => {
    const id = await scene.course({ firstDay: "2026-10-27", title: "Begonnen" });
    const vera = await scene.volunteer();
    expectOk(await vera.client.call("enrolMe", { body: { courseId: id } }));
    const [first] = await storedSessions(id);
    const marks = [{ volunteerId: vera.id, mark: "present" as const }];
    expectOk(await scene.trainer.call("markAttendance", { params: { id: first?.id ?? "" }, body: { marks } }));
    const sessions = await sentBack(id, () => ({}));
    const update = async (list: typeof sessions) =>
      refusalOf(await scene.coordinator.call("updateCourse", { params: { id }, body: input({ sessions: list }) }));
    expect(await update(sessions.slice(1))).toBe("session_held");
    expect(
      await update(
        sessions.map((session, index) => (index === 0 ? { ...session, moduleKey: MODULE_KEYS[1] ?? "" } : session)),
      ),
    ).toBe("session_held");
    expect((await storedSessions(id)).every(({ cancelledAt }) => cancelledAt === null)).toBe(true);
  });

  it("is changed and cancelled by the organising provider only", async () => {
    const id = await scene.course();
    const elsewhere = await makeTrainingScene(world);
    const update = (client: typeof scene.coordinator) => client.call("updateCourse", { params: { id }, body: input() });
    const cancel = (client: typeof scene.coordinator) =>
      client.call("cancelCourse", { params: { id }, body: { reason: "" } });
    expect(refusalOf(await update(scene.otherCoordinator))).toBe("not_permitted");
    expect(refusalOf(await cancel(scene.otherCoordinator))).toBe("not_permitted");
    expect(refusalOf(await update(scene.trainer))).toBe("not_permitted");
    expect(refusalOf(await update(elsewhere.coordinator))).toBe("not_found");
    expect(refusalOf(await cancel(elsewhere.coordinator))).toBe("not_found");
    const foreign = (await storedSessions(await scene.course())).map((session, index) => ({
      ...fourSessions("2026-11-10")[index],
      id: session.id,
    }));
    const reply = await scene.coordinator.callUnchecked("updateCourse", {
      params: { id },
      body: input({ sessions: foreign }),
    });
    expect(refusalOf(reply)).toBe("not_found");
  });

  it("is cancelled once: everybody in it and waiting for it is told why, coming sessions fall away, held ones stay", async () => {
    const id = await scene.course({ firstDay: "2026-10-27", places: 1, title: "Fällt aus" });
    const [vera, waiting] = [await scene.volunteer(), await scene.volunteer({ locale: "en" })];
    for (const { client } of [vera, waiting]) expectOk(await client.call("enrolMe", { body: { courseId: id } }));
    const cancel = () =>
      scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "Der Raum hat einen Wasserschaden." } });
    expectOk(await cancel());
    expect(refusalOf(await cancel())).toBe("course_cancelled");
    expect((await storedSessions(id)).map(({ cancelledAt }) => cancelledAt !== null)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    await world.mailbox.deliver();
    const told = world.mailbox.to(vera.email ?? "").find(({ subject }) => subject === "Der Kurs fällt aus: Fällt aus");
    expect(told?.text).toContain("Der Raum hat einen Wasserschaden.");
    expect(world.mailbox.to(waiting.email ?? "").map(({ subject }) => subject)).toContain(
      "The course is cancelled: Fällt aus",
    );
    const [entry] = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.action, "course_cancelled")).orderBy(asc(activities.at)),
    );
    expect(entry?.subjectKind).toBe("course");
    expect(refusalOf(await scene.coordinator.call("updateCourse", { params: { id }, body: input() }))).toBe(
      "course_cancelled",
    );
  });

  it("cannot be cancelled when it is over", async () => {
    const id = await scene.course({ firstDay: "2026-09-01" });
    const reply = await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "" } });
    expect(refusalOf(reply)).toBe("course_over");
  });

  it("is closed to people without a session", async () => {
    const reply = await world.anyone().call("listCourses");
    expect([reply.status, reply.body]).toEqual([401, { code: "sign_in_required" }]);
  });
});
