import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlaces } from "../support/places.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

type Person = Awaited<ReturnType<TrainingScene["volunteer"]>>;

const START = new Date("2026-11-02T09:00:00Z");

describe("a place that became free", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  let places: ReturnType<typeof makePlaces>;

  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
    places = makePlaces(world, scene);
  });
  afterAll(() => world.close());

  /** Anna has the only place of a course, the others wait in this order; at ten on a Monday morning. */
  async function fullCourse(waiting: number, firstDay = "2026-11-17") {
    world.clock.now = START;
    const courseId = await scene.course({ places: 1, firstDay });
    const anna = await scene.volunteer();
    const queue: Person[] = [];
    for (let count = 0; count < waiting; count++) queue.push(await scene.volunteer());
    for (const { client } of [anna, ...queue]) {
      expectOk(await client.call("enrolMe", { body: { courseId } }));
      world.clock.advance({ minutes: 1 });
    }
    world.clock.now = new Date("2026-11-02T10:00:00Z");
    return { courseId, anna, queue };
  }

  const giveBack = async ({ client }: Person, courseId: string) =>
    expectOk(await client.call("cancelMyEnrolment", { params: { id: courseId } }));
  const answer = ({ client }: Person, courseId: string, given: "take" | "not_now" | "still_want") =>
    client.call("answerMyOffer", { params: { id: courseId }, body: { answer: given } });
  const mine = async ({ client }: Person, courseId: string) =>
    expectOk(await client.call("listOpenCourses")).items.find(({ id }) => id === courseId)?.myEnrolment;
  /** The one mail with this subject, about the usual course. */
  const mailOf = async ({ email }: Person, about: string) => {
    await world.mailbox.deliver();
    const found = world.mailbox.to(email ?? "").filter(({ subject }) => subject.startsWith(about));
    expect(found).toHaveLength(1);
    return found[0];
  };
  const tokenIn = (text: string | undefined): string => /\/platz\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";

  it("is kept 48 hours for the first who waits, who is told until when; a job of its own looks after that", async () => {
    const { courseId, anna, queue } = await fullCourse(2);
    const [bilal, chris] = queue;
    if (bilal === undefined || chris === undefined) throw new Error("two wait");
    await giveBack(anna, courseId);
    const offerExpiresAt = "2026-11-04T10:00:00.000Z";
    expect(await mine(bilal, courseId)).toEqual({ status: "offered", position: null, offerExpiresAt, lapsed: false });
    expect(await mine(chris, courseId)).toMatchObject({ status: "waiting", position: 1 });
    const mail = await mailOf(bilal, "Ein Platz ist frei für Sie: Grundkurs im Herbst");
    expect(mail?.text).toContain("bis Mittwoch, 4. November 2026 um 11:00 Uhr");
    expect(await places.jobsOf(courseId)).toMatchObject([{ at: new Date("2026-11-04T10:00:01Z") }]);

    expect(expectOk(await answer(bilal, courseId, "take"))).toEqual({ status: "enrolled", position: null });
    expect(expectOk(await answer(bilal, courseId, "take"))).toEqual({ status: "enrolled", position: null });
    await mailOf(bilal, "Ihr Platz im Kurs: Grundkurs im Herbst");
    expect(await places.actionsAbout(bilal.id)).toEqual([
      "course_waiting",
      "course_place_offered",
      "course_offer_taken",
    ]);
  });

  it("goes on to the next when the first says not this time, and comes back to them only if they still want", async () => {
    const { courseId, anna, queue } = await fullCourse(2);
    const [bilal, chris] = queue;
    if (bilal === undefined || chris === undefined) throw new Error("two wait");
    await giveBack(anna, courseId);
    expect(expectOk(await answer(bilal, courseId, "not_now"))).toEqual({ status: "waiting", position: 1 });
    expect(await mine(chris, courseId)).toMatchObject({ status: "offered" });
    expectOk(await answer(chris, courseId, "not_now"));
    expect((await places.enrolmentsOf(courseId)).map(({ status }) => status)).toEqual([
      "cancelled",
      "waiting",
      "waiting",
    ]);
    expect(refusalOf(await answer(bilal, courseId, "take"))).toBe("offer_expired");
    expect(expectOk(await answer(bilal, courseId, "still_want"))).toEqual({ status: "enrolled", position: null });
    expect(expectOk(await answer(chris, courseId, "still_want"))).toEqual({ status: "waiting", position: 1 });
    expect(await mine(chris, courseId)).toMatchObject({ lapsed: false });
  });

  it("that nobody answered goes on by itself, with a mail that asks whether they still want one", async () => {
    const { courseId, anna, queue } = await fullCourse(2);
    const [bilal, chris] = queue;
    if (bilal === undefined || chris === undefined) throw new Error("two wait");
    await giveBack(anna, courseId);
    world.clock.now = new Date("2026-11-04T09:59:59Z");
    await places.settle(courseId);
    expect(await mine(bilal, courseId)).toMatchObject({ status: "offered" });

    world.clock.now = new Date("2026-11-04T10:00:01Z");
    expect(await mine(bilal, courseId)).toMatchObject({ status: "waiting", lapsed: true, offerExpiresAt: null });
    expect(refusalOf(await answer(bilal, courseId, "take"))).toBe("offer_expired");
    await places.settle(courseId);
    await places.settle(courseId);
    expect(await mine(chris, courseId)).toMatchObject({ status: "offered" });
    const mail = await mailOf(bilal, "Ihr Platz ging weiter: Grundkurs im Herbst");
    const token = tokenIn(mail?.text);
    const again = await world.anyone().call("answerOffer", { params: { token }, body: { answer: "still_want" } });
    expect(expectOk(again)).toEqual({ status: "waiting", position: 1 });
  });

  it("is answered by the link in the mail without signing in; looking changes nothing, a stranger's token tells nothing", async () => {
    const { courseId, anna, queue } = await fullCourse(1);
    const [bilal] = queue;
    if (bilal === undefined) throw new Error("one waits");
    await giveBack(anna, courseId);
    const token = tokenIn((await mailOf(bilal, "Ein Platz"))?.text);
    const visitor = world.anyone();
    for (let look = 0; look < 2; look++) {
      const offer = expectOk(await visitor.call("readOffer", { params: { token } }));
      expect(offer).toMatchObject({
        courseTitle: "Grundkurs im Herbst",
        ended: false,
        enrolment: { status: "offered" },
      });
      expect(offer.sessions).toHaveLength(4);
      expect(JSON.stringify(offer)).not.toContain(bilal.lastName);
    }
    const take = { params: { token }, body: { answer: "take" as const } };
    expect(expectOk(await visitor.call("answerOffer", take)).status).toBe("enrolled");
    expect(expectOk(await visitor.call("answerOffer", take)).status).toBe("enrolled");
    expect(await places.statusIn(courseId, bilal.id)).toBe("enrolled");
    for (const unknown of ["x".repeat(43), "x", token.toLowerCase()]) {
      expect(refusalOf(await visitor.call("readOffer", { params: { token: unknown } }))).toBe("link_expired");
    }
    world.clock.now = new Date("2026-12-08T20:00:00Z");
    expect(refusalOf(await visitor.call("readOffer", { params: { token } }))).toBe("link_expired");
  });

  it("is not taken back from anybody at night, but at nine the next morning", async () => {
    const { courseId, anna, queue } = await fullCourse(1);
    const [bilal] = queue;
    if (bilal === undefined) throw new Error("one waits");
    world.clock.now = new Date("2026-11-02T21:30:00Z");
    await giveBack(anna, courseId);
    expect(await mine(bilal, courseId)).toMatchObject({ offerExpiresAt: "2026-11-05T08:00:00.000Z" });
  });

  it("is not offered to who is expected elsewhere at that time: they keep their turn, and are asked once they are free", async () => {
    const { courseId, anna, queue } = await fullCourse(2);
    const [bilal, chris] = queue;
    if (bilal === undefined || chris === undefined) throw new Error("two wait");
    const other = await scene.course({ firstDay: "2026-11-17", title: "Kurs im Norden" });
    expectOk(await bilal.client.call("enrolMe", { body: { courseId: other } }));
    await giveBack(anna, courseId);
    expect(await mine(bilal, courseId)).toMatchObject({ status: "waiting", position: 1 });
    expect(await mine(chris, courseId)).toMatchObject({ status: "offered" });

    expectOk(await answer(chris, courseId, "not_now"));
    expect(await mine(bilal, courseId)).toMatchObject({ status: "waiting", lapsed: false });
    const jobsBefore = (await places.jobsOf(courseId)).length;
    await giveBack(bilal, other);
    expect(await places.jobsOf(courseId)).toHaveLength(jobsBefore + 1);
    await places.settle(courseId);
    expect(await mine(bilal, courseId)).toMatchObject({ status: "offered" });
  });

  it("is nobody's offer once the course is cancelled", async () => {
    const { courseId, anna, queue } = await fullCourse(1);
    const [bilal] = queue;
    if (bilal === undefined) throw new Error("one waits");
    await giveBack(anna, courseId);
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
    expect(await places.statusIn(courseId, bilal.id)).toBe("waiting");
    expect(refusalOf(await answer(bilal, courseId, "take"))).toBe("course_cancelled");
    await mailOf(bilal, "Der Kurs fällt aus: Grundkurs im Herbst");
  });

  it("is seen by the coordinator with its deadline, beside who waits since when and who let one pass", async () => {
    const { courseId, anna, queue } = await fullCourse(3);
    const [bilal, chris, dora] = queue;
    if (bilal === undefined || chris === undefined || dora === undefined) throw new Error("three wait");
    await giveBack(anna, courseId);
    expectOk(await answer(bilal, courseId, "not_now"));
    const { waitingList } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
    expect(waitingList.map(({ volunteerId, state, position }) => [volunteerId, state, position])).toEqual([
      [chris.id, "offered", 0],
      [dora.id, "active", 1],
      [bilal.id, "lapsed", 2],
    ]);
    expect(waitingList[0]?.offerExpiresAt).toBe("2026-11-04T10:00:00.000Z");
    expect(waitingList[1]?.waitingSince).toBe("2026-11-02T09:03:00.000Z");
    expect(waitingList[2]?.lapsedAt).toBe("2026-11-02T10:00:00.000Z");

    const give = (client: typeof scene.coordinator, volunteerId: string) =>
      client.call("givePlace", { params: { id: courseId, volunteerId } });
    expect(refusalOf(await give(scene.coordinator, dora.id))).toBe("course_full");
    expect(refusalOf(await give(scene.otherCoordinator, chris.id))).toBe("not_found");
    expect(refusalOf(await give(scene.trainer, chris.id))).toBe("not_permitted");
    expectOk(await give(scene.coordinator, chris.id));
    expect(await places.statusIn(courseId, chris.id)).toBe("enrolled");
    await mailOf(chris, "Ihr Platz im Kurs: Grundkurs im Herbst");
    expectOk(await answer(chris, courseId, "take"));
    await giveBack(chris, courseId);
    expectOk(await answer(dora, courseId, "not_now"));
    expectOk(await give(scene.coordinator, bilal.id));
    expect(await places.statusIn(courseId, bilal.id)).toBe("enrolled");
  });

  it("is told in the volunteer's language, and is no question to somebody who was never asked", async () => {
    const { courseId, anna } = await fullCourse(0);
    const layla = await scene.volunteer({ firstName: "ليلى", locale: "ar" });
    const late = await scene.volunteer();
    for (const { client } of [layla, late]) expectOk(await client.call("enrolMe", { body: { courseId } }));
    await giveBack(anna, courseId);
    await mailOf(layla, "شغر مكان لك");
    expect(refusalOf(await answer(late, courseId, "take"))).toBe("no_offer");
    expect(refusalOf(await answer(late, courseId, "not_now"))).toBe("no_offer");
    expect(refusalOf(await answer(anna, courseId, "take"))).toBe("not_enrolled");
    expect(errorOf(await answer(late, "00000000-0000-4000-8000-000000000000", "take"))).toMatchObject({
      refusal: "not_found",
    });
  });

  it("is given back with everything else by somebody who leaves the network", async () => {
    const { courseId, anna, queue } = await fullCourse(2);
    const [bilal, chris] = queue;
    if (bilal === undefined || chris === undefined) throw new Error("two wait");
    await giveBack(anna, courseId);
    expectOk(await bilal.client.call("leaveNetwork", { body: { sure: true } }));
    expect(await places.statusIn(courseId, bilal.id)).not.toBe("offered");
    expect(await mine(chris, courseId)).toMatchObject({ status: "offered" });
  });
});
