import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlaces } from "../support/places.ts";
import { expectOk, refusalOf, untilAnswered } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

type Person = Awaited<ReturnType<TrainingScene["volunteer"]>>;

const PLACES = 5;
const ROUNDS = 5;
const AT_ONCE = 200;
const GUESTS = 20;
const START = new Date("2026-11-02T09:00:00Z");

let world: TestWorld;
let scene: TrainingScene;
let places: ReturnType<typeof makePlaces>;
let people: readonly Person[];
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeTrainingScene(world);
  places = makePlaces(world, scene);
  people = await Promise.all(Array.from({ length: AT_ONCE }, () => scene.volunteer({ email: null })));
}, 120_000);
afterAll(() => world.close());

const enrol = ({ client }: Person, courseId: string) =>
  untilAnswered(() => client.call("enrolMe", { body: { courseId } }));
const giveBack = ({ client }: Person, courseId: string) =>
  untilAnswered(() => client.call("cancelMyEnrolment", { params: { id: courseId } }));
const answer = ({ client }: Person, courseId: string, given: "take" | "not_now") =>
  untilAnswered(() => client.call("answerMyOffer", { params: { id: courseId }, body: { answer: given } }));

async function leaveAll(courseId: string): Promise<void> {
  expectOk(await scene.coordinator.call("cancelCourse", { params: { id: courseId }, body: { reason: "" } }));
}

/** Counted one by one: everybody who sits in the session, and everybody who holds a place. */
async function taken(courseId: string) {
  const holders = (await places.enrolmentsOf(courseId)).filter(
    ({ status }) => status === "enrolled" || status === "offered",
  );
  const sessions = await places.sessionsOf(courseId);
  const seats: number[] = [];
  for (const { id } of sessions) {
    const sitting = new Set(holders.map(({ volunteerId }) => volunteerId));
    for (const { kind, volunteerId } of await places.bookingsOf(id)) {
      if (kind === "excused") sitting.delete(volunteerId);
      else sitting.add(volunteerId);
    }
    seats.push(sitting.size);
  }
  return { holders: holders.length, seats };
}

describe("places hold when everybody presses at once", () => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    `of ${AT_ONCE} who enrol at the same moment exactly ${PLACES} get a place and nobody is lost, round %i`,
    async () => {
      world.clock.now = START;
      const courseId = await scene.course({ places: PLACES });
      const answers = (await Promise.all(people.map((person) => enrol(person, courseId)))).map(expectOk);
      expect(answers.filter(({ status }) => status === "enrolled")).toHaveLength(PLACES);
      const positions = answers.flatMap(({ position }) => (position === null ? [] : [position]));
      expect(positions.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: AT_ONCE - PLACES }, (_, index) => index + 1),
      );
      expect(await taken(courseId)).toEqual({ holders: PLACES, seats: [PLACES, PLACES, PLACES, PLACES] });
      await leaveAll(courseId);
    },
    120_000,
  );

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    "guests, offers taken and running out, places given back and new people at the same moment: never one too many, round %i",
    async (round) => {
      world.clock.now = new Date(START.getTime() + round * 60_000);
      const home = await scene.course({ places: GUESTS, firstDay: "2026-11-12", title: "Kurs der Gäste" });
      const courseId = await scene.course({ places: PLACES, firstDay: "2026-12-01", title: "Umkämpft" });
      const [guests, insiders, waiting, late] = [
        people.slice(0, GUESTS),
        people.slice(GUESTS, GUESTS + PLACES),
        people.slice(GUESTS + PLACES, GUESTS + PLACES + 30),
        people.slice(100, 130),
      ];
      for (const guest of guests) expectOk(await enrol(guest, home));
      for (const person of [...insiders, ...waiting]) expectOk(await enrol(person, courseId));
      const [missed] = await places.sessionsOf(home);
      const [wanted] = await places.sessionsOf(courseId);
      if (missed === undefined || wanted === undefined) throw new Error("sessions");
      for (const { client } of guests) expectOk(await client.call("excuseMe", { params: { id: missed.id } }));
      const [first, second, ...staying] = insiders;
      if (first === undefined || second === undefined) throw new Error("five insiders");
      for (const insider of [first, second]) {
        expectOk(await giveBack(insider, courseId));
        world.clock.advance({ minutes: 10 });
      }
      const asked = (await places.enrolmentsOf(courseId)).filter(({ status }) => status === "offered");
      expect(asked).toHaveLength(2);
      const offered = waiting.filter(({ id }) => asked.some(({ volunteerId }) => volunteerId === id));

      world.clock.advance({ hours: 47, minutes: 45 });
      const moves = [
        ...offered.map((person) => answer(person, courseId, "take")),
        ...staying
          .slice(0, 2)
          .map(({ client }) => untilAnswered(() => client.call("excuseMe", { params: { id: wanted.id } }))),
        giveBack(staying[2] ?? first, courseId),
        ...late.map((person) => enrol(person, courseId)),
        ...guests.map(({ client }) => untilAnswered(() => client.call("bookMeAsGuest", { params: { id: wanted.id } }))),
        places.settle(courseId),
        places.settle(courseId),
      ];
      const outcomes = await Promise.all(moves);
      expect(outcomes.filter((outcome) => outcome !== undefined && outcome.status >= 500)).toEqual([]);
      await places.settle(courseId);
      world.clock.now = START;
      const { holders, seats } = await taken(courseId);
      expect(holders).toBe(PLACES);
      expect(Math.max(...seats)).toBeLessThanOrEqual(PLACES);
      expect(seats.slice(1)).toEqual([PLACES, PLACES, PLACES]);
      const everybody = (await places.enrolmentsOf(courseId)).filter(({ status }) => status !== "cancelled");
      expect(everybody).toHaveLength(PLACES + waiting.length + late.length - 3);
      for (const id of [courseId, home]) await leaveAll(id);
    },
    120_000,
  );

  it("two people who move towards each other's courses at once never wait for each other", async () => {
    world.clock.now = new Date(START.getTime() + 3_600_000);
    const [one, other] = [
      await scene.course({ places: 2, firstDay: "2026-11-12" }),
      await scene.course({ places: 2, firstDay: "2026-11-13" }),
    ];
    const [anna, bilal] = people;
    if (anna === undefined || bilal === undefined) throw new Error("two people");
    expectOk(await enrol(anna, one));
    expectOk(await enrol(bilal, other));
    const [[first], [second]] = [await places.sessionsOf(one), await places.sessionsOf(other)];
    if (first === undefined || second === undefined) throw new Error("sessions");
    const move = ({ client }: Person, id: string, toSessionId: string) =>
      client.call("moveMySession", { params: { id }, body: { toSessionId } });
    const replies = await Promise.all([move(anna, first.id, second.id), move(bilal, second.id, first.id)]);
    replies.forEach(expectOk);
    expect((await taken(one)).seats[0]).toBe(1);
    expect((await taken(other)).seats[0]).toBe(1);
    for (const id of [one, other]) await leaveAll(id);
  });

  it("somebody who waits in two courses at the same hours is offered one place, however both become free", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      world.clock.now = new Date(START.getTime() + (round + 70) * 60_000);
      const [north, south] = [await scene.course({ places: 1 }), await scene.course({ places: 1 })];
      const [inNorth, inSouth, eager] = people.slice(10);
      if (inNorth === undefined || inSouth === undefined || eager === undefined) throw new Error("three people");
      expectOk(await enrol(inNorth, north));
      expectOk(await enrol(inSouth, south));
      for (const id of [north, south]) expectOk(await enrol(eager, id));
      const replies = await Promise.all([giveBack(inNorth, north), giveBack(inSouth, south)]);
      replies.forEach(expectOk);
      const statuses = [await places.statusIn(north, eager.id), await places.statusIn(south, eager.id)];
      expect(statuses.toSorted()).toEqual(["offered", "waiting"]);
      expect(refusalOf(await answer(eager, statuses[0] === "offered" ? south : north, "take"))).toBe("no_offer");
      for (const id of [north, south]) await leaveAll(id);
    }
  });
});
