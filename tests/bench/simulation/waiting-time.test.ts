import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addedUp,
  addWait,
  noWaits,
  peopleIn,
  reachedBy,
  servedWithin,
  stillWaiting,
  type Waits,
} from "./waiting-time.ts";

const DAYS = 100;

const waitsOf = (people: readonly (readonly [days: number, served: boolean])[]): Waits => {
  const waits = noWaits(DAYS);
  for (const [days, served] of people) addWait(waits, days, served);
  return waits;
};
const anyPeople = fc.array(fc.tuple(fc.nat({ max: DAYS }), fc.boolean()), { minLength: 1, maxLength: 60 });

describe("how long people waited", () => {
  test("where everybody got a tandem, it is the plain share of people", () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const waits = waitsOf(people.map(([days]) => [days, true]));
        const sorted = people.map(([days]) => days).sort((a, b) => a - b);
        expect(reachedBy(0.9, waits)).toBe(sorted[Math.ceil(0.9 * sorted.length - 1e-9) - 1]);
        expect(servedWithin(DAYS, waits)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("somebody who still waits never makes the wait look shorter", () => {
    fc.assert(
      fc.property(anyPeople, fc.nat({ max: DAYS }), (people, days) => {
        const before = stillWaiting(waitsOf(people));
        const after = stillWaiting(waitsOf([...people, [days, false]]));
        after.forEach((share, day) => expect(share).toBeGreaterThanOrEqual((before[day] ?? 0) - 1e-12));
      }),
    );
  });

  test("the example of a textbook: served on days 6, 6, 6, 7, 10, lost on days 6, 9, 10", () => {
    const waits = waitsOf([
      [6, true],
      [6, true],
      [6, true],
      [6, false],
      [7, true],
      [9, false],
      [10, true],
      [10, false],
    ]);
    const shares = stillWaiting(waits);
    expect([5, 6, 7, 9, 10].map((day) => shares[day]?.toFixed(4))).toEqual([
      "1.0000",
      "0.6250",
      "0.4688",
      "0.4688",
      "0.2344",
    ]);
    expect(reachedBy(0.5, waits)).toBe(7);
    expect(reachedBy(0.9, waits)).toBeNull();
  });

  test("runs add up without losing anybody", () => {
    fc.assert(
      fc.property(anyPeople, anyPeople, (some, others) => {
        const sum = addedUp([waitsOf(some), waitsOf(others)]);
        expect(sum).toEqual(waitsOf([...some, ...others]));
        expect(peopleIn(sum)).toBe(some.length + others.length);
      }),
    );
  });
});
