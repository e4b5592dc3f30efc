import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { holdCourse, type Came, type HeldCourse } from "../support/held-courses.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";
import { makeTrainingScene } from "../support/training-scene.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
});
afterAll(() => world.close());

const PEOPLE = 5;
const came = fc.record({
  person: fc.nat({ max: PEOPLE - 1 }),
  mark: fc.constantFrom("present" as const, "present" as const, "absent" as const),
  late: fc.constantFrom(0, 0, 10, 45, 200),
  early: fc.constantFrom(0, 0, 20),
  guest: fc.boolean(),
});
const date = fc.record({
  /** Days from the first of October; the second of November is today. */
  day: fc.integer({ min: 0, max: 40 }),
  minutes: fc.constantFrom(45, 90, 100, 120),
  cancelled: fc.constantFrom(false, false, false, true),
  came: fc.uniqueArray(came, { selector: ({ person }) => person, maxLength: PEOPLE }),
});
const course = fc.record({
  isOwn: fc.constantFrom(true, true, false),
  enrolled: fc.uniqueArray(fc.nat({ max: PEOPLE - 1 })),
  dates: fc.array(date, { minLength: 1, maxLength: 4 }),
});

const atDay = (day: number): Date => new Date(Date.UTC(2026, 9, 1 + day, 16));

it("every proof says the same as counting by hand, whatever happened in the courses", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(course, { maxLength: 4 }), async (plans) => {
      const scene = await makeTrainingScene(world);
      const ids: string[] = [];
      for (let index = 0; index < PEOPLE; index++) ids.push((await scene.volunteer()).id);
      const idOf = (person: number): string => ids[person] ?? "";
      for (const plan of plans) {
        const held: HeldCourse = {
          ...(plan.isOwn ? {} : { provider: scene.diakonie }),
          enrolled: plan.enrolled.map((person) => ({ volunteerId: idOf(person) })),
          dates: plan.dates.map(({ day, came: marks, ...rest }) => ({
            ...rest,
            at: atDay(day).toISOString(),
            came: marks.map(({ person, ...mark }): Came => ({ ...mark, volunteerId: idOf(person) })),
          })),
        };
        await holdCourse(world, scene, held);
      }

      let [rows, sessions, minutes, visits, visitMinutes] = [0, 0, 0, 0, 0];
      const there = new Set<number>();
      for (const { isOwn, enrolled, dates } of plans) {
        for (const { day, minutes: length, cancelled, came: marks } of dates) {
          if (!isOwn || cancelled || atDay(day) > world.clock.now) continue;
          sessions += 1;
          minutes += length;
          rows += new Set([...enrolled, ...marks.map(({ person }) => person)]).size;
          for (const { person, mark, late, early } of marks) {
            const stayed = mark === "present" ? Math.max(0, length - late - early) : 0;
            if (stayed === 0) continue;
            visits += 1;
            visitMinutes += stayed;
            there.add(person);
          }
        }
      }
      const counted = { sessions, people: there.size, visits, visitMinutes };
      const roster = expectOk(await scene.coordinator.call("readRosterProof", { query: {} }));
      expect(roster).toMatchObject({ total: rows, sums: counted });
      const { measures, sums } = expectOk(await scene.coordinator.call("readFunderProof", { query: {} }));
      expect(sums).toMatchObject({ ...counted, minutes, measures: measures.length });
      expect(measures.reduce((sum, measure) => sum + measure.participantMinutes, 0)).toBe(visitMinutes);
      expect(measures.flatMap(({ dates }) => dates).reduce((sum, { participants }) => sum + participants, 0)).toBe(
        visits,
      );
    }),
    { numRuns: 12 },
  );
});
