import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stammtischTopics } from "@augenhoehe/api/db/schema/stammtische";
import { activities } from "@augenhoehe/api/db/schema/platform";
import type { TopUpTopic } from "@augenhoehe/domain";
import { errorOf, expectOk, fieldCodesOf, refusalOf } from "../support/replies.ts";
import { makeCertificateScene } from "../support/certificate-scene.ts";
import { curriculumInput, moduleInput } from "../support/curricula.ts";
import { makeAccount, makeNetwork, makeProvider, signInAs } from "../support/make-network.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import type { TestClient } from "../support/test-client.ts";
import { attendEverything, enrolInTime, sessionIdsOf } from "../support/training-scene.ts";

let world: TestWorld;
let scene: Awaited<ReturnType<typeof makeCertificateScene>>;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.now = new Date("2026-11-02T09:00:00Z");
  scene = await makeCertificateScene(world);
});

const topUp = async (topic: TopUpTopic, title: string) => {
  const modules = [moduleInput(title, { units: 3 })];
  const body = curriculumInput({ title, purpose: "top_up", topic, modules, minHoursPercent: 100 });
  return expectOk(await scene.coordinator.call("createCurriculum", { body })).id;
};
const dateOf = async (curriculumId: string, title: string, day: string, minutes = 180) => {
  const { modules } = expectOk(await scene.coordinator.call("readCurriculumDetail", { params: { id: curriculumId } }));
  const session = { id: null, moduleKey: modules[0]?.key ?? "", startsAt: `${day}T10:00`, minutes, place: "Saal" };
  const body = { title, places: 8, trainerAccountIds: [scene.trainerId], curriculumId, sessions: [session] };
  return expectOk(await scene.coordinator.call("createCourse", { body })).id;
};
/** A meeting that took place on that day. */
async function meeting(day: string, topics: readonly TopUpTopic[], by: TestClient = scene.coordinator) {
  const now = world.clock.now;
  world.clock.now = new Date(`${day}T08:00:00Z`);
  const body = { startsAt: `${day}T18:00`, minutes: 120, place: "Café", topics: "" };
  const { id } = expectOk(await by.call("createStammtisch", { body }));
  world.clock.now = now;
  if (topics.length > 0) {
    expectOk(await by.call("noteStammtischTopics", { params: { id }, body: { topics: [...topics] } }));
  }
  return id;
}
const suggestions = async () => expectOk(await scene.coordinator.call("suggestTopUps"));

async function certified() {
  const course = await scene.pastCourse();
  const martin = await scene.inCourse(course, { firstName: "Martin" });
  await attendEverything(world, scene, course, [martin.id]);
  expectOk(await scene.issue(course, martin.id));
  return martin;
}

describe("a top-up", () => {
  it("is for people with a certificate; Paula is told that the course comes first", async () => {
    const martin = await certified();
    const paula = await scene.volunteer({ firstName: "Paula" });
    const id = await dateOf(await topUp("trauma", "Trauma"), "Trauma", "2026-12-05");
    const early = await paula.client.call("enrolMe", { body: { courseId: id } });
    expect([early.status, refusalOf(early)]).toEqual([422, "certificate_needed"]);
    expectOk(await martin.client.call("enrolMe", { body: { courseId: id } }));
    const isShownTopUps = async ({ client }: typeof paula) =>
      expectOk(await client.call("listOpenCourses")).mayJoinTopUps;
    expect([await isShownTopUps(martin), await isShownTopUps(paula)]).toEqual([true, false]);
    const override = { params: { id: paula.id }, body: { reason: "Kurs in Aachen besucht" } };
    expectOk(await scene.coordinator.call("overrideCertificate", override));
    expect(await isShownTopUps(paula)).toBe(true);
    expectOk(await paula.client.call("enrolMe", { body: { courseId: id } }));
  });

  it("counts in hours at the person, by minutes, and changes nothing about who may be proposed", async () => {
    const martin = await certified();
    const before = expectOk(await scene.coordinator.call("readVolunteer", { params: { id: martin.id } }));
    expect(before.topUps).toEqual([]);
    const id = await dateOf(await topUp("trauma", "Trauma"), "Trauma am Samstag", "2026-10-31");
    await enrolInTime(world, martin.client, id);
    const [session = ""] = await sessionIdsOf(scene.trainer, id);
    const marks = [{ volunteerId: martin.id, mark: "present" as const, lateMinutes: 20 }];
    expectOk(await scene.trainer.call("markAttendance", { params: { id: session }, body: { marks } }));
    const after = expectOk(await scene.coordinator.call("readVolunteer", { params: { id: martin.id } }));
    expect(after.topUps).toEqual([
      { courseId: id, title: "Trauma am Samstag", heldAt: "2026-10-31T09:00:00.000Z", minutes: 160 },
    ]);
    expect([after.eligible, after.gaps, after.nextSteps]).toEqual([before.eligible, before.gaps, before.nextSteps]);
    const desk = expectOk(await scene.coordinator.call("readDesk"));
    expect(desk.counts.certificate_due ?? 0).toBe(0);
  });

  it("puts nobody on the desk's list of certificates to issue who came without one", async () => {
    const paula = await scene.volunteer({ firstName: "Paula", certificateOverrideReasonSealed: null });
    const override = { params: { id: paula.id }, body: { reason: "Kurs in Aachen besucht" } };
    expectOk(await scene.coordinator.call("overrideCertificate", override));
    const id = await dateOf(await topUp("trauma", "Trauma"), "Trauma", "2026-10-31");
    await enrolInTime(world, paula.client, id);
    await attendEverything(world, scene, id, [paula.id]);
    const desk = expectOk(await scene.coordinator.call("readDesk"));
    expect(desk.counts.certificate_due ?? 0).toBe(0);
  });
});

describe("topics of a Stammtisch", () => {
  it("are ticked once it has begun, changed afterwards, and read back with the meeting", async () => {
    const id = await meeting("2026-10-08", ["trauma", "housing"]);
    const note = (topics: TopUpTopic[]) =>
      scene.coordinator.call("noteStammtischTopics", { params: { id }, body: { topics } });
    expectOk(await note(["housing", "digital", "housing"]));
    const { items } = expectOk(await scene.coordinator.call("listStammtische"));
    expect(items.find((item) => item.id === id)?.raisedTopics).toEqual(["digital", "housing"]);
    expectOk(await note([]));
    const rows = await world.inTenant(scene.network.id, (tx) => tx.select().from(stammtischTopics));
    expect(rows).toEqual([]);
    const log = await world.inTenant(scene.network.id, (tx) =>
      tx.select().from(activities).where(eq(activities.action, "stammtisch_topics_noted")),
    );
    expect(log.map(({ facts, reasonSealed }) => [facts, reasonSealed])).toEqual([
      [{ topics: 2 }, null],
      [{ topics: 2 }, null],
      [{ topics: 0 }, null],
    ]);
  });

  it("are refused before it began, when it was cancelled, and for a topic that is not on the list", async () => {
    const body = { startsAt: "2026-11-19T18:00", minutes: 120, place: "Café", topics: "" };
    const { id } = expectOk(await scene.coordinator.call("createStammtisch", { body }));
    const params = { id };
    const early = await scene.coordinator.call("noteStammtischTopics", { params, body: { topics: ["trauma"] } });
    expect([early.status, refusalOf(early)]).toEqual([409, "stammtisch_not_begun"]);
    const story = { topics: ["Frau K. hat erzählt"] };
    expect(
      fieldCodesOf(await scene.coordinator.callUnchecked("noteStammtischTopics", { params, body: story })),
    ).toEqual({ "topics.0": "invalid_choice" });
    expectOk(await scene.coordinator.call("cancelStammtisch", { params }));
    const cancelled = await scene.coordinator.call("noteStammtischTopics", { params, body: { topics: ["trauma"] } });
    expect(refusalOf(cancelled)).toBe("stammtisch_cancelled");
  });

  it("are noted by the coordinators of its own provider alone", async () => {
    const id = await meeting("2026-10-08", []);
    const input = { params: { id }, body: { topics: ["trauma" as const] } };
    const elsewhere = await makeNetwork(world, {});
    const provider = await makeProvider(world, elsewhere, {});
    const foreign = await makeAccount(world, { network: elsewhere, provider, roles: ["coordinator"] });
    for (const stranger of [scene.otherCoordinator, await signInAs(world, foreign)]) {
      const reply = await stranger.call("noteStammtischTopics", input);
      expect([reply.status, refusalOf(reply)]).toEqual([404, "not_found"]);
    }
    for (const client of [scene.trainer, (await scene.volunteer()).client]) {
      expect(refusalOf(await client.call("noteStammtischTopics", input))).toBe("not_permitted");
      expect(refusalOf(await client.call("suggestTopUps"))).toBe("not_permitted");
    }
    expect(errorOf(await world.anyone().call("noteStammtischTopics", input))).toEqual({ code: "sign_in_required" });
  });
});

describe("what meetings raised suggests top-ups", () => {
  it("the most frequent first, over all providers and twelve months, with what answers each", async () => {
    await meeting("2026-10-08", ["boundaries", "trauma", "housing"]);
    await meeting("2026-09-10", ["boundaries", "office_language"]);
    await meeting("2026-09-24", ["boundaries", "trauma"], scene.otherCoordinator);
    await meeting("2025-10-09", ["digital"]);
    await topUp("trauma", "Trauma verstehen");
    const planned = await topUp("boundaries", "Nähe und Distanz");
    const courseId = await dateOf(planned, "Nähe und Distanz im Advent", "2026-12-05");
    const { meetings, items } = await suggestions();
    expect(meetings).toBe(3);
    expect(items.map(({ topic, meetings: count, answer }) => [topic, count, answer.kind])).toEqual([
      ["boundaries", 3, "planned"],
      ["trauma", 2, "curriculum"],
      ["office_language", 1, "example"],
      ["housing", 1, "none"],
    ]);
    expect(items[0]?.answer).toEqual({
      kind: "planned",
      courseId,
      title: "Nähe und Distanz im Advent",
      startsOn: "2026-12-05",
      startsAt: "2026-12-05T09:00:00.000Z",
    });
    const { items: offered } = expectOk(await (await certified()).client.call("listOpenCourses"));
    expect(offered.filter(({ purpose }) => purpose === "top_up")).toMatchObject([{ id: courseId, raisedMeetings: 3 }]);
    expect(offered.find(({ purpose }) => purpose === "course")?.raisedMeetings).toBe(0);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
    expect((await suggestions()).items[0]?.answer).toEqual({
      kind: "curriculum",
      curriculumId: planned,
      title: "Nähe und Distanz",
    });
  });

  it("nothing, as long as nobody noted anything", async () => {
    await meeting("2026-10-08", []);
    expect(await suggestions()).toEqual({ meetings: 0, items: [] });
  });
});
