import { describe, expect, test } from "vitest";
import { LOADS } from "./assumed.ts";
import { liveThrough, type Course, type Policy } from "./live-through.ts";
import { pairPoints } from "./pair-points.ts";
import { policiesFor } from "./policies.ts";
import { twoYears, type TwoYears } from "./two-years.ts";

const HALF_A_YEAR = 182;
const SMALL = { ...LOADS.scarce, mentorsAtStart: 25, newMentorsPerYear: 20, waitingAtStart: 20, requestsPerYear: 90 };

const years = twoYears(7, SMALL, HALF_A_YEAR);
const points = pairPoints(years);
const policies = policiesFor(years);
const courses: readonly (readonly [string, Course])[] = policies.map((policy) => [
  policy.name,
  liveThrough(years, points, policy),
]);

describe("two years under each way of deciding", () => {
  test.each(courses)("%s: everybody who asked is in a tandem, gave up or still waits, exactly once", (_, course) => {
    expect(course.endings.map(({ asker }) => asker).sort((a, b) => a - b)).toEqual([...years.askers.keys()]);
    expect(course.endings.filter(({ outcome }) => outcome === "tandem")).toHaveLength(course.tandems.length);
    expect(course.tandems.length).toBeGreaterThan(20);
    for (const { asker, days } of course.endings) {
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThanOrEqual(HALF_A_YEAR - (years.askers[asker]?.arrivesOn ?? 0));
    }
  });

  test.each(courses)("%s: nobody has more tandems at once than they offered", (_, course) => {
    for (let day = 0; day < HALF_A_YEAR; day++) {
      const open = new Map<number, number>();
      for (const { helper, from, until } of course.tandems) {
        if (from <= day && day < until) open.set(helper, (open.get(helper) ?? 0) + 1);
      }
      for (const [helper, count] of open)
        expect(count).toBeLessThanOrEqual(years.helpers[helper]?.mentor.capacity ?? 0);
    }
  });

  test.each(courses)("%s: a tandem joins two who are there, may meet, and have both said yes", (_, course) => {
    for (const { asker, helper, from, points: told } of course.tandems) {
      const { yes, days } = years.answerTo(asker, helper);
      expect(yes).toBe(true);
      expect(told).toBe(points.of(asker, helper));
      expect(told).toBeGreaterThanOrEqual(0);
      const proposedOn = from - days;
      expect(proposedOn).toBeGreaterThanOrEqual(years.askers[asker]?.arrivesOn ?? Infinity);
      expect(proposedOn).toBeGreaterThanOrEqual(years.helpers[helper]?.arrivesOn ?? Infinity);
      expect(proposedOn).toBeLessThan(years.helpers[helper]?.leavesOn ?? 0);
    }
  });

  test("the same seed tells the same story to the last day, another seed another one", () => {
    const again = twoYears(7, SMALL, HALF_A_YEAR);
    const pointsAgain = pairPoints(again);
    const coursesAgain = policiesFor(again).map((policy) => [policy.name, liveThrough(again, pointsAgain, policy)]);
    expect(coursesAgain).toEqual(courses);
    expect(peopleOf(twoYears(8, SMALL, HALF_A_YEAR))).not.toEqual(peopleOf(years));
  });

  test("every way of deciding sees the same people arrive, and hears the same answers", () => {
    const nobodyDecides: Policy = { name: "nobody decides", isDue: () => true, propose: () => [] };
    const before = peopleOf(years);
    for (const policy of [nobodyDecides, ...policies]) liveThrough(years, points, policy);
    expect(peopleOf(years)).toEqual(before);
    const answers = courses.map(([, { tandems }]) =>
      tandems.map(({ asker, helper, from, until }) => ({ pair: `${asker} ${helper}`, from, lasts: until - from })),
    );
    const first = new Map(answers[0]?.map(({ pair, lasts }) => [pair, lasts]));
    const shared = answers.slice(1).flatMap((tandems) => tandems.filter(({ pair }) => first.has(pair)));
    expect(shared.length).toBeGreaterThan(20);
    for (const { pair, lasts } of shared) expect(lasts).toBe(first.get(pair));
  });

  test("a plan that gives a place twice is stopped", () => {
    const twice: Policy = {
      name: "careless",
      isDue: () => true,
      propose({ waiting, freePlaces, pointsOf }) {
        const [helper, places] = [...freePlaces].find(([free]) =>
          waiting.some((asker) => pointsOf(asker, free) >= 0),
        ) ?? [0, 0];
        const fits = waiting.filter((asker) => pointsOf(asker, helper) >= 0);
        return fits.length > places ? fits.map((asker) => ({ asker, helper })) : [];
      },
    };
    expect(() => liveThrough(years, points, twice)).toThrow("careless proposed what cannot be");
  });
});

const peopleOf = ({ askers, helpers }: TwoYears): string => JSON.stringify([askers, helpers]);
