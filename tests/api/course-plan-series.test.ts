import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { courses } from "@augenhoehe/api/db/schema/courses";
import { expectOk, fieldCodesOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { fourSessions, makeTrainingScene, MODULE_KEYS, type TrainingScene } from "../support/training-scene.ts";

describe("planning a course", () => {
  let world: TestWorld;
  let scene: TrainingScene;

  beforeAll(async () => {
    world = await createTestApp();
    scene = await makeTrainingScene(world);
    expectOk(await scene.coordinator.call("updateHolidayRegion", { body: { holidayRegion: "DE-NW" } }));
  });
  afterAll(() => world.close());

  describe("four Tuesdays, 18:00 to 20:00", () => {
    const rule = {
      weekdays: ["tue" as const],
      firstDay: "2027-01-12",
      everyWeeks: 1,
      from: "18:00",
      to: null,
      count: null,
      leaveOutHolidays: false,
    };
    const series = async (changes: object = {}) =>
      expectOk(await scene.coordinator.callUnchecked("planCourseSeries", { body: { ...rule, ...changes } }));
    const startsOf = ({ sessions }: { sessions: { startsAt: string }[] }) => sessions.map(({ startsAt }) => startsAt);

    it("are one for each module in its order, as long as the module", async () => {
      expect(await series()).toEqual({
        sessions: ["2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02"].map((day, index) => ({
          moduleKey: MODULE_KEYS[index],
          startsAt: `${day}T18:00`,
          minutes: 120,
        })),
        leftOut: [],
      });
    });

    it("begin on the next Tuesday when no day is named", async () => {
      expect(startsOf(await series({ firstDay: null, count: 1 }))).toEqual(["2026-11-03T18:00"]);
    });

    it("take the length from the clock where an end is named, and more dates than modules are left open", async () => {
      const { sessions } = await series({ to: "21:30", count: 5 });
      expect(sessions.map(({ minutes }) => minutes)).toEqual([210, 210, 210, 210, 210]);
      expect(sessions.map(({ moduleKey }) => moduleKey)).toEqual([...MODULE_KEYS, ""]);
    });

    it("leave out public holidays, and say which", async () => {
      const christmas = { weekdays: ["fri"], firstDay: "2026-12-18", leaveOutHolidays: true };
      const found = await series(christmas);
      expect(startsOf(found).map((at) => at.slice(0, 10))).toEqual([
        "2026-12-18",
        "2027-01-08",
        "2027-01-15",
        "2027-01-22",
      ]);
      expect(found.leftOut).toEqual([
        { day: "2026-12-25", name: "1. Weihnachtstag" },
        { day: "2027-01-01", name: "Neujahr" },
      ]);
    });

    it("need a day, a time that exists and an end after the beginning", async () => {
      const codes = async (changes: object) =>
        fieldCodesOf(await scene.coordinator.callUnchecked("planCourseSeries", { body: { ...rule, ...changes } }));
      expect(await codes({ weekdays: [], firstDay: null })).toEqual({ weekdays: "too_few" });
      expect(await codes({ from: "25:00" })).toEqual({ from: "invalid_time" });
      expect(await codes({ to: "18:10" })).toEqual({ to: "ends_before_start" });
      expect(await codes({ from: "08:00", to: "20:00" })).toEqual({ to: "ends_too_late" });
      expect(await codes({ count: 0, everyWeeks: 9 })).toEqual({ count: "too_small", everyWeeks: "too_big" });
      expect(await codes({ curriculumId: scene.network.id })).toEqual({ curriculumId: "unknown_key" });
    });
  });

  describe("registration", () => {
    const input = (changes: object = {}) => ({
      title: "Mit Anmeldung",
      places: 10,
      trainerAccountIds: [scene.trainerId],
      sessions: fourSessions("2027-01-12"),
      ...changes,
    });
    const times = { registrationOpensAt: "2026-11-10T09:00", registrationClosesAt: "2027-01-10T20:00" };
    const storedCourse = async (id: string) => {
      const [row] = await world.inTenant(scene.network.id, (tx) => tx.select().from(courses).where(eq(courses.id, id)));
      return row;
    };
    const create = async (changes: object) =>
      expectOk(await scene.coordinator.callUnchecked("createCourse", { body: input(changes) })).id;

    it("is meant in wall-clock time, and told to everybody who sees the course", async () => {
      const id = await create({ ...times, offerHours: 72 });
      expect(await storedCourse(id)).toMatchObject({
        registrationOpensAt: new Date("2026-11-10T08:00:00Z"),
        registrationClosesAt: new Date("2027-01-10T19:00:00Z"),
        offerHours: 72,
      });
      const vera = await scene.volunteer();
      const { items } = expectOk(await vera.client.call("listOpenCourses"));
      expect(items.find((course) => course.id === id)?.registration).toEqual({
        state: "not_yet",
        opensAt: "2026-11-10T08:00:00.000Z",
        closesAt: "2027-01-10T19:00:00.000Z",
      });
      expect(expectOk(await scene.coordinator.call("readCourse", { params: { id } })).offerHours).toBe(72);
    });

    it("is open and gives two days to answer an offer unless somebody says otherwise", async () => {
      const id = await create({});
      expect(await storedCourse(id)).toMatchObject({
        registrationOpensAt: null,
        registrationClosesAt: null,
        offerHours: 48,
      });
      const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id } }));
      expect(course.registration).toEqual({ state: "open", opensAt: null, closesAt: null });
    });

    it("can be changed and taken back later", async () => {
      const id = await create(times);
      const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id } }));
      const sessions = fourSessions("2027-01-12").map((session, index) => ({
        ...session,
        id: course.sessions[index]?.id ?? null,
      }));
      const update = (changes: object) =>
        scene.coordinator.callUnchecked("updateCourse", { params: { id }, body: input({ sessions, ...changes }) });
      expectOk(await update({ ...times, registrationClosesAt: "2026-11-01T20:00", registrationOpensAt: null }));
      expect(expectOk(await scene.coordinator.call("readCourse", { params: { id } })).course.registration.state).toBe(
        "closed",
      );
      expectOk(await update({ registrationOpensAt: null, registrationClosesAt: null, offerHours: 6 }));
      expect(await storedCourse(id)).toMatchObject({ registrationClosesAt: null, offerHours: 6 });
    });

    it("never closes before it opens, and an offer stands between six hours and two weeks", async () => {
      const codes = async (changes: object) =>
        fieldCodesOf(await scene.coordinator.callUnchecked("createCourse", { body: input(changes) }));
      expect(await codes({ ...times, registrationClosesAt: times.registrationOpensAt })).toEqual({
        registrationClosesAt: "closes_before_opening",
      });
      expect(await codes({ offerHours: 5 })).toEqual({ offerHours: "too_small" });
      expect(await codes({ offerHours: 337 })).toEqual({ offerHours: "too_big" });
      expect(await codes({ registrationOpensAt: "2026-02-30T10:00" })).toEqual({ registrationOpensAt: "invalid_date" });
    });
  });
});
