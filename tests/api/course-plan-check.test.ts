import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { courses } from "@augenhoehe/api/db/schema/courses";
import { expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, MODULE_KEYS, type TrainingScene } from "../support/training-scene.ts";

type Session = ReturnType<typeof fourSessions>[number];

describe("what to look at again before dates are saved", () => {
  let world: TestWorld;
  let scene: TrainingScene;

  beforeAll(async () => {
    world = await createTestApp();
  });
  afterAll(() => world.close());

  /** A network of its own for each test: nothing else takes rooms in it. */
  const begin = async () => {
    scene = await makeTrainingScene(world);
    expectOk(await scene.coordinator.call("updateHolidayRegion", { body: { holidayRegion: "DE-NW" } }));
  };
  const plan = (changes: (session: Session, index: number) => Partial<Session> = () => ({})) =>
    fourSessions("2027-01-12").map((session, index) => ({ ...session, ...changes(session, index) }));
  const check = async (sessions: Session[], more: { courseId?: string; trainerAccountIds?: string[] } = {}) =>
    expectOk(
      await scene.coordinator.call("checkCoursePlan", {
        body: { courseId: null, trainerAccountIds: [scene.trainerId], ...more, sessions },
      }),
    );
  const codesOf = ({ sessions }: Awaited<ReturnType<typeof check>>) =>
    sessions.map((warnings) => warnings.map(({ code }) => code));

  it("finds nothing about four free evenings, and saves nothing", async () => {
    await begin();
    expect(await check(plan())).toEqual({ sessions: [[], [], [], []], course: [] });
    const rows = await world.inTenant(scene.network.id, (tx) => tx.select().from(courses));
    expect(rows).toEqual([]);
  });

  it("knows the holidays of the network's own federal state", async () => {
    await begin();
    const inNovember = plan((_, index) => (index === 0 ? { startsAt: "2026-11-18T18:00" } : {}));
    expect(codesOf(await check(inNovember))[0]).toEqual([]);
    expectOk(await scene.coordinator.call("updateHolidayRegion", { body: { holidayRegion: "DE-SN" } }));
    expect((await check(inNovember)).sessions[0]).toEqual([{ code: "holiday", name: "Buß- und Bettag" }]);
    expect(expectOk(await scene.coordinator.call("readSettings")).holidayRegion).toBe("DE-SN");
  });

  it("says of another provider's course no more than its title and time when the room is taken", async () => {
    await begin();
    const body = {
      title: "Kurs der Diakonie",
      places: 8,
      trainerAccountIds: [],
      sessions: fourSessions("2027-01-12").slice(0, 1),
    };
    expectOk(await scene.otherCoordinator.call("createCourse", { body }));
    const found = await check(plan(() => ({ place: "HAUS DER BEGEGNUNG – Raum 2" })));
    expect(found.sessions).toEqual([
      [
        {
          code: "room_taken",
          by: {
            kind: "course",
            title: "Kurs der Diakonie",
            startsAt: "2027-01-12T17:00:00.000Z",
            endsAt: "2027-01-12T19:00:00.000Z",
          },
        },
      ],
      [],
      [],
      [],
    ]);
    expect(codesOf(await check(plan(() => ({ place: "Raum 3" }))))).toEqual([[], [], [], []]);
    expect(codesOf(await check(plan(() => ({ startsAt: "2027-01-12T20:00" })).slice(0, 1)))).toEqual([[]]);
  });

  it("sees a Stammtisch in the same room", async () => {
    await begin();
    const place = "Haus der Begegnung Raum 2";
    const body = { startsAt: "2027-01-19T19:00", minutes: 90, place, topics: "" };
    expectOk(await scene.otherCoordinator.call("createStammtisch", { body }));
    const by = { kind: "stammtisch", startsAt: "2027-01-19T18:00:00.000Z", endsAt: "2027-01-19T19:30:00.000Z" };
    expect((await check(plan())).sessions).toEqual([[], [{ code: "room_taken", by }], [], []]);
  });

  it("sees a trainer who is elsewhere then, and only one who trains here", async () => {
    await begin();
    await scene.course({ firstDay: "2027-01-12", title: "Zur selben Zeit" });
    const elsewhere = plan(() => ({ place: "Ganz woanders" }));
    const found = await check(elsewhere);
    expect(found.sessions[0]).toMatchObject([{ code: "trainer_elsewhere", by: { title: "Zur selben Zeit" } }]);
    expect(codesOf(await check(elsewhere, { trainerAccountIds: [] }))).toEqual([[], [], [], []]);
  });

  it("looks at modules: too short, out of order, without a date", async () => {
    await begin();
    const [first, second, third] = plan((_, index) => (index === 2 ? { minutes: 90 } : {}));
    if (first === undefined || second === undefined || third === undefined) throw new Error("Four sessions");
    const found = await check([
      { ...first, moduleKey: MODULE_KEYS[1] ?? "" },
      { ...second, moduleKey: MODULE_KEYS[0] ?? "" },
      third,
    ]);
    expect(found.sessions).toEqual([
      [],
      [{ code: "module_out_of_order" }],
      [{ code: "module_cut_short", minutes: 90, moduleMinutes: 120 }],
    ]);
    expect(found.course).toMatchObject([{ code: "module_without_date", moduleKey: MODULE_KEYS[3] }]);
  });

  it("asks about a date in the past, and tells what becomes of a time the clocks skip", async () => {
    await begin();
    const odd = plan((_, index) => {
      if (index === 0) return { startsAt: "2026-10-20T18:00" };
      return index === 3 ? { startsAt: "2027-03-28T02:30" } : {};
    });
    expect((await check(odd)).sessions).toEqual([
      [{ code: "in_past" }],
      [],
      [],
      [{ code: "time_skipped", becomes: "2027-03-28T03:30" }],
    ]);
  });

  it("does not take a course's own dates for somebody else's, and leaves what was held in peace", async () => {
    await begin();
    const courseId = await scene.course({ firstDay: "2026-10-20" });
    const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
    const own = fourSessions("2026-10-20").map((session, index) => ({
      ...session,
      id: course.sessions[index]?.id ?? null,
    }));
    expect(codesOf(await check(own, { courseId }))).toEqual([[], [], [], []]);
    const moved = own.map((session, index) => (index === 0 ? { ...session, startsAt: "2026-10-19T18:00" } : session));
    expect(codesOf(await check(moved, { courseId }))).toEqual([["in_past"], [], [], []]);
  });

  it("refuses what cannot be: dates of one course at the same time, modules and trainers nobody knows", async () => {
    await begin();
    const overlapping = plan((_, index) => (index === 1 ? { startsAt: "2027-01-12T19:00" } : {}));
    const body = { courseId: null, trainerAccountIds: [], sessions: overlapping };
    expect(fieldCodesOf(await scene.coordinator.call("checkCoursePlan", { body }))).toEqual({
      "sessions.1.startsAt": "overlaps",
    });
    const create = { title: "Doppelt", places: 5, trainerAccountIds: [], sessions: overlapping };
    expect(fieldCodesOf(await scene.coordinator.call("createCourse", { body: create }))).toEqual({
      "sessions.1.startsAt": "overlaps",
    });
    const unknown = plan((_, index) => (index === 0 ? { moduleKey: "magic" } : {}));
    const wrong = { courseId: null, trainerAccountIds: [scene.network.id], sessions: unknown };
    expect(fieldCodesOf(await scene.coordinator.call("checkCoursePlan", { body: wrong }))).toEqual({
      "trainerAccountIds.0": "unknown_key",
      "sessions.0.moduleKey": "unknown_key",
    });
  });

  it("is for the provider that runs the course; a foreign network knows none of it", async () => {
    await begin();
    const courseId = await scene.course();
    const elsewhere = await makeTrainingScene(world);
    const body = { courseId, trainerAccountIds: [], sessions: plan() };
    expect(refusalOf(await scene.otherCoordinator.call("checkCoursePlan", { body }))).toBe("not_permitted");
    expect(refusalOf(await elsewhere.coordinator.call("checkCoursePlan", { body }))).toBe("not_found");
    expect(refusalOf(await scene.trainer.call("checkCoursePlan", { body }))).toBe("not_permitted");
  });

  it("goes on pointing out what came up later, to who runs the course", async () => {
    await begin();
    const id = await scene.course({ firstDay: "2027-01-12" });
    const read = async (client = scene.coordinator) =>
      expectOk(await client.call("readCourse", { params: { id } })).warnings;
    expect(await read()).toEqual({ sessions: [], course: [] });
    const body = { startsAt: "2027-01-26T18:30", minutes: 60, place: "haus der begegnung, raum 2", topics: "" };
    expectOk(await scene.otherCoordinator.call("createStammtisch", { body }));
    const later = await read();
    expect(later.sessions.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([["room_taken"]]);
    expect(await read(scene.otherCoordinator)).toEqual({ sessions: [], course: [] });
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "" } }));
    expect(await read()).toEqual({ sessions: [], course: [] });
  });
});
