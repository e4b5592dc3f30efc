import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makePlaces } from "../support/places.ts";
import { errorOf, expectOk, refusalOf } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { enrolInTime, makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

type Person = Awaited<ReturnType<TrainingScene["volunteer"]>>;

const START = new Date("2026-11-02T09:00:00Z");

describe("one session of a course", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  let places: ReturnType<typeof makePlaces>;

  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
    places = makePlaces(world, scene);
  });
  beforeEach(() => {
    world.clock.now = START;
  });
  afterAll(() => world.close());

  /** Four Tuesdays from 10 November, with these people in it. */
  async function courseWith(
    people: readonly Person[],
    plan: { places?: number; firstDay?: string; title?: string } = {},
  ) {
    const id = await scene.course({ title: "Kurs am Dienstag", ...plan });
    for (const { client } of people) expectOk(await client.call("enrolMe", { body: { courseId: id } }));
    const sessions = await places.sessionsOf(id);
    const [first, second] = sessions;
    if (first === undefined || second === undefined) throw new Error("four sessions");
    return { id, sessions, first: first.id, second: second.id };
  }
  const at = (id: string) => ({ params: { id } });
  const missedBy = async ({ client }: Person) => expectOk(await client.call("listOpenCourses")).missed;

  it("can be told off by somebody who has a place, and told on again; asking twice changes nothing", async () => {
    const vera = await scene.volunteer();
    const { id, first } = await courseWith([vera]);
    expectOk(await vera.client.call("excuseMe", at(first)));
    expectOk(await vera.client.call("excuseMe", at(first)));
    expect(await places.bookingsOf(first)).toEqual([{ volunteerId: vera.id, kind: "excused" }]);
    expect(await places.statusIn(id, vera.id)).toBe("enrolled");
    const mine = expectOk(await vera.client.call("readMySession", at(first)));
    expect(mine).toMatchObject({ courseTitle: "Kurs am Dienstag", session: { booking: "excused" }, instead: null });
    expectOk(await vera.client.call("comeAfterAll", at(first)));
    expectOk(await vera.client.call("comeAfterAll", at(first)));
    expect(await places.bookingsOf(first)).toEqual([]);
    expect(await places.actionsAbout(vera.id)).toEqual([
      "course_enrolled",
      "course_session_excused",
      "course_session_returned",
    ]);
  });

  it("is nothing to tell off for somebody without a place in it, nor once it has begun or is cancelled", async () => {
    const [vera, other] = [await scene.volunteer(), await scene.volunteer()];
    const { id, first } = await courseWith([vera]);
    expect(refusalOf(await other.client.call("excuseMe", at(first)))).toBe("not_enrolled");
    expect(refusalOf(await other.client.call("readMySession", at(first)))).toBe("not_found");
    expect(refusalOf(await other.client.call("giveBackMyGuestPlace", at(first)))).toBe("not_enrolled");
    const elsewhere = await makeTrainingScene(world);
    const foreign = (await makePlaces(world, elsewhere).sessionsOf(await elsewhere.course()))[0]?.id ?? "";
    expect(refusalOf(await vera.client.call("excuseMe", at(foreign)))).toBe("not_found");
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "" } }));
    expect(refusalOf(await vera.client.call("excuseMe", at(first)))).toBe("session_cancelled");
  });

  it("that was missed is made up as a guest in another run, on a seat that is free, with a mail that says when", async () => {
    const vera = await scene.volunteer();
    const own = await courseWith([vera]);
    const full = await courseWith([await scene.volunteer()], { places: 1, firstDay: "2026-11-12" });
    const later = await courseWith([], { firstDay: "2026-11-19", title: "Kurs am Donnerstag" });
    expect(refusalOf(await vera.client.call("bookMeAsGuest", at(later.first)))).toBe("module_not_missing");
    expectOk(await vera.client.call("excuseMe", at(own.first)));
    const [missed] = await missedBy(vera);
    expect(missed).toMatchObject({ moduleKey: "city_administration", missedAt: "2026-11-10T17:00:00.000Z" });
    expect(missed?.dates.map(({ sessionId }) => sessionId)).toContain(later.first);
    expect(missed?.dates.map(({ sessionId }) => sessionId)).not.toContain(full.first);
    expect(refusalOf(await vera.client.call("bookMeAsGuest", at(full.first)))).toBe("session_full");
    expect(refusalOf(await vera.client.call("bookMeAsGuest", at(later.second)))).toBe("module_not_missing");
    expectOk(await vera.client.call("bookMeAsGuest", at(later.first)));
    expectOk(await vera.client.call("bookMeAsGuest", at(later.first)));
    expect(await missedBy(vera)).toEqual([]);
    await world.mailbox.deliver();
    const mails = world.mailbox.to(vera.email ?? "").filter(({ subject }) => subject.startsWith("Ihr Termin"));
    expect(mails.map(({ subject }) => subject)).toEqual(["Ihr Termin: Aufgaben der Stadtverwaltung für Geflüchtete"]);
    expect(mails[0]?.text).toContain("Donnerstag, 19. November 2026, 18:00–20:00");

    const roster = expectOk(await scene.trainer.call("readRoster", { params: { id: later.id } }));
    expect(roster.participants).toMatchObject([{ volunteerId: vera.id, guest: true }]);
    expectOk(await vera.client.call("giveBackMyGuestPlace", at(later.first)));
    expect(await places.bookingsOf(later.first)).toEqual([]);
    expect(await missedBy(vera)).toHaveLength(1);
  });

  it("is not visited by somebody who has something else at that time, or a place in that course already", async () => {
    const vera = await scene.volunteer();
    const own = await courseWith([vera]);
    const sameDay = await courseWith([], { firstDay: "2026-11-17" });
    expectOk(await vera.client.call("excuseMe", at(own.first)));
    expect(errorOf(await vera.client.call("bookMeAsGuest", at(sameDay.first)))).toMatchObject({
      refusal: "double_booked",
      facts: { courseTitle: "Kurs am Dienstag", startsAt: "2026-11-17T17:00:00.000Z" },
    });
    expect(refusalOf(await vera.client.call("bookMeAsGuest", at(own.first)))).toBe("already_enrolled");
    world.clock.now = new Date("2026-11-02T10:00:00Z");
    const cancelled = await courseWith([], { firstDay: "2026-11-12" });
    expectOk(await scene.coordinator.call("cancelCourse", { params: { id: cancelled.id }, body: { reason: "" } }));
    expect(refusalOf(await vera.client.call("bookMeAsGuest", at(cancelled.first)))).toBe("session_cancelled");
  });

  it("is moved in one step: excused here, a guest there, or neither", async () => {
    const [vera, lena] = [await scene.volunteer(), await scene.volunteer()];
    const own = await courseWith([vera]);
    const later = await courseWith([lena], { firstDay: "2026-11-19", places: 2 });
    const { otherDates } = expectOk(await vera.client.call("readMySession", at(own.first)));
    expect(otherDates.find(({ sessionId }) => sessionId === later.first)).toMatchObject({
      courseTitle: "Kurs am Dienstag",
      startsAt: "2026-11-19T17:00:00.000Z",
      freeSeats: 1,
    });
    const move = (from: string, toSessionId: string) =>
      vera.client.call("moveMySession", { params: { id: from }, body: { toSessionId } });
    expect(refusalOf(await move(own.first, later.second))).toBe("not_found");
    expect(await places.bookingsOf(own.first)).toEqual([]);
    expectOk(await move(own.first, later.first));
    expect(await places.bookingsOf(own.first)).toEqual([{ volunteerId: vera.id, kind: "excused" }]);
    expect(await places.bookingsOf(later.first)).toEqual([{ volunteerId: vera.id, kind: "guest" }]);
    const mine = expectOk(await vera.client.call("readMySession", at(own.first)));
    expect(mine).toMatchObject({ instead: { startsAt: "2026-11-19T17:00:00.000Z" }, otherDates: [] });

    const further = await courseWith([], { firstDay: "2026-11-20", places: 1 });
    expectOk(await move(later.first, further.first));
    expect(await places.bookingsOf(later.first)).toEqual([]);
    expectOk(await vera.client.call("comeAfterAll", at(own.first)));
    expect(await places.bookingsOf(further.first)).toEqual([]);
    expect(await places.bookingsOf(own.first)).toEqual([]);
  });

  it("whose seat a guest has taken cannot be come back to, and counts when the course has a place to give", async () => {
    const [vera, lena, ute, peter] = [
      await scene.volunteer(),
      await scene.volunteer(),
      await scene.volunteer(),
      await scene.volunteer(),
    ];
    const tuesday = await courseWith([vera], { places: 1 });
    const thursday = await courseWith([lena], { places: 2, firstDay: "2026-11-12" });
    expectOk(await vera.client.call("excuseMe", at(tuesday.second)));
    const move = { params: { id: thursday.second }, body: { toSessionId: tuesday.second } };
    expectOk(await lena.client.call("moveMySession", move));
    expect(refusalOf(await vera.client.call("comeAfterAll", at(tuesday.second)))).toBe("session_full");

    expectOk(await ute.client.call("enrolMe", { body: { courseId: tuesday.id } }));
    expectOk(await vera.client.call("cancelMyEnrolment", { params: { id: tuesday.id } }));
    expect(await places.statusIn(tuesday.id, ute.id)).toBe("waiting");
    expect(expectOk(await peter.client.call("enrolMe", { body: { courseId: tuesday.id } })).status).toBe("waiting");
    expectOk(await lena.client.call("giveBackMyGuestPlace", at(tuesday.second)));
    expect(await places.statusIn(tuesday.id, ute.id)).toBe("offered");
    expect(await places.statusIn(tuesday.id, peter.id)).toBe("waiting");
  });

  it("is booked for a guest by a coordinator, for the own provider's people or in the own courses", async () => {
    const [ours, theirs] = [await scene.volunteer(), await scene.volunteer({ provider: scene.diakonie })];
    const own = await courseWith([ours, theirs]);
    const later = await courseWith([], { firstDay: "2026-11-19" });
    for (const { client } of [ours, theirs]) expectOk(await client.call("excuseMe", at(own.first)));
    const book = (client: typeof scene.coordinator, volunteerId: string) =>
      client.call("bookGuest", { params: { id: later.first }, body: { volunteerId } });
    expect(refusalOf(await book(scene.otherCoordinator, ours.id))).toBe("not_found");
    expect(refusalOf(await book(scene.trainer, ours.id))).toBe("not_permitted");
    expectOk(await book(scene.otherCoordinator, theirs.id));
    expectOk(await book(scene.coordinator, ours.id));
    expect(await places.bookingsOf(later.first)).toHaveLength(2);
    const cancel = (client: typeof scene.coordinator, volunteerId: string) =>
      client.call("cancelGuest", { params: { id: later.first, volunteerId } });
    expect(refusalOf(await cancel(scene.otherCoordinator, ours.id))).toBe("not_found");
    expectOk(await cancel(scene.coordinator, ours.id));
    await world.mailbox.deliver();
    expect(world.mailbox.to(ours.email ?? "").map(({ subject }) => subject)).toContain(
      "Termin abgesagt: Aufgaben der Stadtverwaltung für Geflüchtete",
    );
  });

  it("ahead is filled by who missed its module: found by coordinators, booked, in the list, and told off again", async () => {
    const [ours, theirs] = [await scene.volunteer(), await scene.volunteer({ provider: scene.diakonie })];
    const past = await courseWith([], { firstDay: "2026-10-06" });
    for (const { client } of [ours, theirs]) await enrolInTime(world, client, past.id);
    const later = await courseWith([], { firstDay: "2026-11-19" });
    const latest = await courseWith([], { firstDay: "2026-12-03" });
    const found = async (client: typeof scene.coordinator, id = later.first) =>
      expectOk(await client.call("findGuests", at(id)))
        .items.filter(({ comesElsewhere }) => !comesElsewhere)
        .map(({ volunteerId }) => volunteerId);
    expect(await found(scene.coordinator)).toEqual(expect.arrayContaining([ours.id, theirs.id]));
    const own = await found(scene.otherCoordinator);
    expect([own.includes(ours.id), own.includes(theirs.id)]).toEqual([false, true]);
    expectOk(await scene.coordinator.call("bookGuest", { ...at(later.first), body: { volunteerId: ours.id } }));
    expect(await found(scene.coordinator)).toContain(ours.id);
    expect(await found(scene.coordinator, latest.first)).toEqual([theirs.id]);
    const read = async () => expectOk(await scene.coordinator.call("readCourse", at(later.id)));
    const { participants, course } = await read();
    expect(participants).toMatchObject([{ volunteerId: ours.id, guest: true, bookings: { [later.first]: "guest" } }]);
    expect(course.sessions[0]?.freeSeats).toBe(course.places - 1);
    expectOk(await scene.coordinator.call("cancelGuest", { params: { id: later.first, volunteerId: ours.id } }));
    const after = await read();
    expect(after.participants).toEqual([]);
    expect(after.course.sessions[0]?.freeSeats).toBe(course.places);
  });

  it("needs no guest's seat any more once there is a place, and everything goes back when somebody leaves", async () => {
    const [vera, lena] = [await scene.volunteer(), await scene.volunteer()];
    const own = await courseWith([vera, lena]);
    const later = await courseWith([], { firstDay: "2026-11-19" });
    for (const { client } of [vera, lena]) {
      expectOk(await client.call("moveMySession", { params: { id: own.first }, body: { toSessionId: later.first } }));
    }
    expectOk(await vera.client.call("cancelMyEnrolment", { params: { id: own.id } }));
    expect(await places.bookingsOf(own.first)).toEqual([{ volunteerId: lena.id, kind: "excused" }]);
    expectOk(await vera.client.call("enrolMe", { body: { courseId: later.id } }));
    expect(await places.bookingsOf(later.first)).toEqual([{ volunteerId: lena.id, kind: "guest" }]);
    expectOk(await lena.client.call("leaveNetwork", { body: { sure: true } }));
    expect(await places.bookingsOf(own.first)).toEqual([]);
    expect(await places.bookingsOf(later.first)).toEqual([]);
    expect(await places.statusIn(own.id, lena.id)).toBe("cancelled");
  });
});
