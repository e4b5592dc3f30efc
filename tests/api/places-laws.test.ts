import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlaces } from "../support/places.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene, type TrainingScene } from "../support/training-scene.ts";

type Person = Awaited<ReturnType<TrainingScene["volunteer"]>>;

const PEOPLE = 6;
const PLACES = 2;
const START = new Date("2026-11-02T09:00:00Z");

const who = fc.nat(PEOPLE - 1);
const course = fc.nat(1);
const evening = fc.nat(1);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("enrol" as const), who, course }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("give_back" as const), who, course }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("take" as const), who, course }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("pass" as const), who, course }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("excuse" as const), who, course, evening }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("return" as const), who, course, evening }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("move" as const), who, course, evening }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("places" as const), course, places: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 30 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe("places in two courses, on a real database", () => {
  let world: TestWorld;
  let scene: TrainingScene;
  let places: ReturnType<typeof makePlaces>;
  let people: readonly Person[];

  beforeAll(async () => {
    world = await createTestApp({ rateLimits: false });
    scene = await makeTrainingScene(world);
    places = makePlaces(world, scene);
    people = await Promise.all(Array.from({ length: PEOPLE }, () => scene.volunteer({ email: null })));
  });
  afterAll(() => world.close());

  const personAt = (index: number): Person => {
    const person = people[index];
    if (person === undefined) throw new Error("nobody");
    return person;
  };

  async function seatsOf(courseId: string, sessionIds: readonly string[]) {
    const rows = await places.enrolmentsOf(courseId);
    const holders = rows.filter(({ status }) => status === "enrolled" || status === "offered");
    const seats: number[] = [];
    for (const id of sessionIds) {
      const sitting = new Set(holders.map(({ volunteerId }) => volunteerId));
      for (const { kind, volunteerId } of await places.bookingsOf(id)) {
        if (kind === "excused") sitting.delete(volunteerId);
        else sitting.add(volunteerId);
      }
      seats.push(sitting.size);
    }
    return { holders: holders.length, seats, rows };
  }

  it("hold in random sequences: never more than there is room for, nobody lost, no place idle while somebody waits", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
        world.clock.now = START;
        const ids = [
          await scene.course({ places: PLACES, firstDay: "2026-11-10" }),
          await scene.course({ places: PLACES, firstDay: "2026-11-12" }),
        ];
        const sessions = await Promise.all(
          ids.map(async (id) => (await places.sessionsOf(id)).map((session) => session.id)),
        );
        const idAt = (index: number): string => ids[index] ?? "";
        const sessionAt = (index: number, number: number): string => sessions[index]?.[number] ?? "";
        const limits = [PLACES, PLACES];
        const wanted = ids.map(() => new Set<string>());

        const perform = async (next: Step): Promise<void> => {
          if (next.do === "wait") {
            world.clock.advance({ hours: next.hours });
            return;
          }
          const id = idAt(next.course);
          if (next.do === "places") {
            limits[next.course] = next.places;
            const now = world.clock.now;
            world.clock.now = START;
            await places.changePlaces(id, next.places);
            world.clock.now = now;
            return;
          }
          const { client, id: personId } = personAt(next.who);
          const params = { id };
          switch (next.do) {
            case "enrol":
              if ((await client.call("enrolMe", { body: { courseId: id } })).status === 200) {
                wanted[next.course]?.add(personId);
              }
              return;
            case "give_back":
              if ((await client.call("cancelMyEnrolment", { params })).status === 200) {
                wanted[next.course]?.delete(personId);
              }
              return;
            case "take":
            case "pass":
              await client.call("answerMyOffer", { params, body: { answer: next.do === "take" ? "take" : "not_now" } });
              return;
            case "excuse":
              await client.call("excuseMe", { params: { id: sessionAt(next.course, next.evening) } });
              return;
            case "return":
              await client.call("comeAfterAll", { params: { id: sessionAt(next.course, next.evening) } });
              return;
            case "move": {
              const toSessionId = sessionAt(1 - next.course, next.evening);
              const from = { id: sessionAt(next.course, next.evening) };
              await client.call("moveMySession", { params: from, body: { toSessionId } });
            }
          }
        };

        for (const next of steps) {
          const before = await Promise.all(ids.map((id, index) => seatsOf(id, sessions[index] ?? [])));
          await perform(next);
          await places.settle(...ids, ...ids);
          for (const [index, id] of ids.entries()) {
            const [then, limit] = [before[index], limits[index] ?? 0];
            const { holders, seats, rows } = await seatsOf(id, sessions[index] ?? []);
            expect(holders).toBeLessThanOrEqual(Math.max(limit, then?.holders ?? 0));
            seats.forEach((taken, number) => {
              expect(taken).toBeLessThanOrEqual(Math.max(limit, then?.seats[number] ?? 0));
            });
            const here = rows.filter(({ status }) => status !== "cancelled").map(({ volunteerId }) => volunteerId);
            expect(here.toSorted()).toEqual([...(wanted[index] ?? [])].sort());
            const active = rows.filter(({ status, lapsedAt }) => status === "waiting" && lapsedAt === null);
            if (holders < limit && seats.every((taken) => taken < limit)) expect(active).toEqual([]);
          }
        }
        world.clock.now = START;
        for (const id of ids) await scene.coordinator.call("cancelCourse", { params: { id }, body: { reason: "" } });
      }),
      { numRuns: 8 },
    );
  }, 180_000);
});
