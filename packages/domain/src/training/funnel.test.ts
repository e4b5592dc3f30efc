import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eligibilityGaps, VOLUNTEER_STATUSES } from "../volunteer.ts";
import { FEWEST_FOR_DURATION, funnelOf, FUNNEL_STEPS, wayOf, type DoneAt, type WayFacts } from "./funnel.ts";

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 12));

/** Rosa signed up on the first of January and has done nothing else yet. */
const ROSA: WayFacts = {
  status: "applied",
  signedUpAt: day(1),
  interviewed: null,
  place: null,
  firstSession: null,
  complete: null,
  certificate: null,
  declarations: null,
};
const ALL_THE_WAY: WayFacts = {
  status: "in_training",
  signedUpAt: day(1),
  interviewed: day(8),
  place: day(10),
  firstSession: day(20),
  complete: day(41),
  certificate: day(43),
  declarations: day(50),
};

describe("where somebody stands", () => {
  it("who just signed up waits for the interview, since that day", () => {
    expect(wayOf(ROSA).place).toEqual({ kind: "stuck", before: "interviewed", since: day(1) });
  });

  it("waits since everything before the step was done", () => {
    const facts = { ...ALL_THE_WAY, complete: null, certificate: null };
    expect(wayOf(facts).place).toEqual({ kind: "stuck", before: "complete", since: day(20) });
  });

  it("declarations signed before the course do not move anybody ahead of it", () => {
    expect(wayOf({ ...ROSA, interviewed: day(3), declarations: day(3) }).place).toEqual({
      kind: "stuck",
      before: "place",
      since: day(3),
    });
  });

  it("declarations signed early cost the last step no time; the other steps took the days between", () => {
    const early = wayOf({ ...ALL_THE_WAY, declarations: day(2) });
    expect(early.place).toEqual({ kind: "eligible" });
    expect(Object.fromEntries(early.days)).toEqual({
      interviewed: 7,
      place: 2,
      first_session: 10,
      complete: 21,
      certificate: 2,
      eligible: 0,
    });
    expect(wayOf(ALL_THE_WAY).days.get("eligible")).toBe(7);
  });

  it("a certificate from elsewhere proves the course; nobody guesses how long that took", () => {
    const facts = { ...ROSA, interviewed: day(3), certificate: day(9) };
    const way = wayOf(facts);
    expect(way.place).toEqual({ kind: "stuck", before: "eligible", since: day(9) });
    expect([...way.days.keys()]).toEqual(["interviewed"]);
  });

  it("a guest who made up a module without ever having had a place is past the place", () => {
    const guest = wayOf({ ...ROSA, interviewed: day(3), firstSession: day(9) });
    expect(guest.place).toMatchObject({ kind: "stuck", before: "complete" });
  });

  it("waits since nobody knows when, where the step before left no date", () => {
    const facts = { ...ALL_THE_WAY, certificate: "unknown" as const, declarations: null };
    expect(wayOf(facts).place).toEqual({ kind: "stuck", before: "eligible", since: null });
  });

  it("with an expired certificate somebody waits for the next one since the course was complete", () => {
    expect(wayOf({ ...ALL_THE_WAY, certificate: null }).place).toEqual({
      kind: "stuck",
      before: "certificate",
      since: day(41),
    });
  });

  it("paused and gone people stand apart, however far they came", () => {
    expect(wayOf({ ...ALL_THE_WAY, status: "paused" }).place).toEqual({ kind: "paused" });
    expect(wayOf({ ...ROSA, status: "left" }).place).toEqual({ kind: "left" });
  });
});

describe("the funnel", () => {
  const people = (count: number, facts: WayFacts) => Array.from({ length: count }, () => wayOf(facts));

  it("counts who came how far, and who waits right before each step", () => {
    const figures = funnelOf([
      ...people(3, ROSA),
      ...people(2, { ...ROSA, interviewed: day(3) }),
      ...people(1, ALL_THE_WAY),
      ...people(2, { ...ALL_THE_WAY, status: "paused" }),
      ...people(1, { ...ROSA, status: "left" }),
    ]);
    expect(figures).toMatchObject({ all: 9, paused: 2, left: 1 });
    expect(figures.steps.map(({ key, reached, stuck }) => [key, reached, stuck])).toEqual([
      ["signed_up", 6, 0],
      ["interviewed", 3, 3],
      ["place", 1, 2],
      ["first_session", 1, 0],
      ["complete", 1, 0],
      ["certificate", 1, 0],
      ["eligible", 1, 0],
    ]);
  });

  it("says how long a step takes once five have done it, and nothing of four", () => {
    const after = (days: number) => wayOf({ ...ROSA, interviewed: day(1 + days) });
    const [step] = funnelOf([1, 2, 3, 4].map(after)).steps.slice(1);
    expect(step).toMatchObject({ reached: 4, days: null });
    const [known] = funnelOf([30, 1, 2, 3, 4].map(after)).steps.slice(1);
    expect(known).toMatchObject({ reached: 5, days: { median: 3, p80: 4 } });
  });

  it("is empty for nobody", () => {
    expect(funnelOf([])).toMatchObject({ all: 0, paused: 0, left: 0 });
    expect(funnelOf([]).steps.every(({ reached, stuck, days }) => reached + stuck === 0 && days === null)).toBe(true);
  });
});

describe("laws of the funnel", () => {
  const doneAt: fc.Arbitrary<DoneAt> = fc.oneof(
    fc.constant(null),
    fc.constant("unknown" as const),
    fc.integer({ min: 1, max: 300 }).map(day),
  );
  const facts: fc.Arbitrary<WayFacts> = fc.record({
    status: fc.constantFrom(...VOLUNTEER_STATUSES),
    signedUpAt: fc.integer({ min: 1, max: 300 }).map(day),
    interviewed: doneAt,
    place: doneAt,
    firstSession: doneAt,
    complete: doneAt,
    certificate: doneAt,
    declarations: doneAt,
  });

  it("counts never grow along the way, and everybody is in exactly one place", () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 40 }), (people) => {
        const ways = people.map(wayOf);
        const { all, steps, paused, left } = funnelOf(ways);
        const reached = steps.map((step) => step.reached);
        expect(reached).toEqual(reached.toSorted((a, b) => b - a));
        const stuck = steps.reduce((sum, step) => sum + step.stuck, 0);
        const eligible = steps.at(-1)?.reached ?? 0;
        expect(stuck + eligible + paused + left).toBe(all);
        expect(all).toBe(people.length);
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1]?.reached ?? all - paused - left;
          expect(before - step.stuck).toBe(step.reached);
          if (step.days !== null) expect(step.reached).toBeGreaterThanOrEqual(FEWEST_FOR_DURATION);
        }
      }),
    );
  });

  it("nobody waits before they signed up, and no step takes less than no time", () => {
    fc.assert(
      fc.property(facts, (person) => {
        const { place, days } = wayOf(person);
        if (place.kind === "stuck" && place.since !== null) expect(place.since >= person.signedUpAt).toBe(true);
        expect([...days.values()].every((taken) => taken >= 0)).toBe(true);
        expect([...days.keys()].every((step) => FUNNEL_STEPS.includes(step))).toBe(true);
      }),
    );
  });

  it("may be proposed at the end of the way exactly who may be proposed by the rule of eligibility", () => {
    fc.assert(
      fc.property(facts, (person) => {
        const gaps = eligibilityGaps({
          status: person.status,
          interviewed: person.interviewed !== null,
          secrecyCurrentVersion: 2,
          agreementCurrentVersion: 1,
          secrecySignedVersion: person.declarations === null ? 1 : 2,
          agreementSignedVersion: 1,
          hasValidCertificate: person.certificate !== null,
          certificateOverride: false,
        });
        const mayBeProposed = gaps.length === 0 && person.status !== "paused";
        expect(wayOf(person).place.kind === "eligible").toBe(mayBeProposed);
      }),
    );
  });
});
