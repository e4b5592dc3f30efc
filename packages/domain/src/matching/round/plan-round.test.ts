import { describe, expect, it } from "vitest";
import { ANY_POINTS, mentor, roundOf, waiting } from "../../test-support/rounds.ts";
import { refusalOf } from "../../test-support/refusal-of.ts";
import { comparePlans } from "./compare-plans.ts";
import { planRound } from "./plan-round.ts";
import { freezeRound } from "./round-pool.ts";
import { NO_WISHES } from "./round-settings.ts";
import type { RoundInput, RoundPlan, RoundSettings, RoundWishes } from "./types.ts";
import { verifyPlan } from "./verify-plan.ts";

const pairsOf = (plan: RoundPlan): Record<string, string> =>
  Object.fromEntries(plan.pairs.map(({ requestId, mentorId }) => [requestId, mentorId]));

const plan = (
  input: RoundInput,
  wishes: Partial<RoundWishes> = {},
  settings: RoundSettings = ANY_POINTS,
): RoundPlan => {
  const complete = { ...NO_WISHES, ...wishes };
  const made = planRound(input, settings, complete);
  expect(verifyPlan(input, settings, complete, made)).toEqual({ valid: true });
  return made;
};

/** Sabine speaks Arabic and Persian, Peter Arabic alone; Amal fits both, Parisa only Sabine. */
const SABINE_OR_PETER = roundOf(
  [waiting("amal"), waiting("parisa", { languages: [{ code: "fa", level: "conversational" }] })],
  [
    mentor("sabine", {
      languages: [
        { code: "ar", level: "native" },
        { code: "fa", level: "fluent" },
      ],
    }),
    mentor("peter", { languages: [{ code: "ar", level: "conversational" }] }),
  ],
);

describe("planning a round", () => {
  it("Amal leaves her first choice to Parisa, who has no other", () => {
    const made = plan(SABINE_OR_PETER);
    expect(pairsOf(made)).toEqual({ amal: "peter", parisa: "sabine" });
    expect(made.unserved).toEqual([]);
    expect(made.pairs[0]).toMatchObject({ mentorPlace: 2, mentorsPossible: 2, requestPlace: 1, requestsPossible: 1 });
    expect(made.pairs[1]).toMatchObject({ mentorPlace: 1, mentorsPossible: 1, requestPlace: 2, requestsPossible: 2 });
  });

  it("where only points count, the best pair is made even if somebody stays without", () => {
    const input = roundOf(
      SABINE_OR_PETER.requests,
      SABINE_OR_PETER.mentors.map((one) =>
        one.id === "peter" ? { ...one, languages: [{ code: "fr", level: "basic" }] } : one,
      ),
    );
    const points = { ...ANY_POINTS, objective: "value" } as const;
    expect(pairsOf(plan(input, {}, points))).toEqual({ amal: "sabine" });
    expect(plan(input, {}, points).unserved).toEqual(["parisa"]);
  });

  it("two people and one place: who waits longer gets the bonus and the place", () => {
    const input = roundOf([waiting("amal", {}, 3), waiting("zahra", {}, 30)], [mentor("sabine")]);
    const made = plan(input);
    expect(pairsOf(made)).toEqual({ zahra: "sabine" });
    expect(made.pairs[0]?.bonus).toBe(10);
    expect(made.bonus).toBe(10);
    expect(made.points).toBe(made.pairs[0]?.points);
  });

  it("the bonus counts whole weeks, and never more than it may", () => {
    const bonus = (weeks: number): number | undefined =>
      plan(roundOf([waiting("amal", {}, weeks)], [mentor("sabine")])).pairs[0]?.bonus;
    expect([bonus(-2), bonus(0.9), bonus(1), bonus(5.5), bonus(20), bonus(300)]).toEqual([0, 0, 0.5, 2.5, 10, 10]);
  });

  it("who has priority is served first, however well another one fits", () => {
    const input = roundOf([waiting("amal"), waiting("nour", { topics: ["health_appointments"] })], [mentor("sabine")]);
    expect(pairsOf(plan(input))).toEqual({ amal: "sabine" });
    const made = plan(input, { priority: ["nour"] });
    expect(pairsOf(made)).toEqual({ nour: "sabine" });
    expect(made).toMatchObject({ served: 1, priorityServed: 1, unserved: ["amal"] });
  });

  it("a mentor with two free places takes two people, one with an open tandem only one", () => {
    const three = [waiting("amal"), waiting("nour"), waiting("zahra")];
    expect(plan(roundOf(three, [mentor("sabine", { capacity: 2 })])).served).toBe(2);
    expect(plan(roundOf(three, [mentor("sabine", { capacity: 2, openTandems: 1 })])).served).toBe(1);
  });

  it("a pin holds although the plan would be better without it, and says what it is", () => {
    const made = plan(SABINE_OR_PETER, { pins: [{ requestId: "amal", mentorId: "sabine" }] });
    expect(pairsOf(made)).toEqual({ amal: "sabine" });
    expect(made.pairs[0]).toMatchObject({ pinned: true, mentorPlace: 1 });
    expect(made.unserved).toEqual(["parisa"]);
  });

  it("a pin may stay below the minimum of points: a person decided", () => {
    const strict = { ...ANY_POINTS, minimumPoints: 100 };
    const input = roundOf([waiting("amal")], [mentor("sabine")]);
    expect(plan(input, {}, strict).unserved).toEqual(["amal"]);
    const made = plan(input, { pins: [{ requestId: "amal", mentorId: "sabine" }] }, strict);
    expect(made.pairs[0]).toMatchObject({ mentorPlace: 1, mentorsPossible: 1, requestPlace: 1, requestsPossible: 1 });
  });

  it("an edit moves nobody without need: who could as well stay, stays", () => {
    const four = ["amal", "hiba", "nour", "zahra"];
    const input = roundOf(
      four.map((id) => waiting(id)),
      ["anna", "ben", "carla", "dora", "emil"].map((id) => mentor(id)),
    );
    const before = plan(input);
    const free = input.mentors.find(({ id }) => !Object.values(pairsOf(before)).includes(id))?.id ?? "";
    const [pinned] = before.pairs;
    const after = plan(input, { pins: [{ requestId: pinned?.requestId ?? "", mentorId: free }] });
    expect(comparePlans(before, after)).toMatchObject({ kept: 3, moved: [{ requestId: pinned?.requestId }] });
    const without = plan(input, { leftOut: { requests: ["nour"], mentors: [] } });
    expect(comparePlans(before, without)).toMatchObject({
      kept: 3,
      moved: [],
      noLongerServed: [{ requestId: "nour" }],
    });
  });

  it("of two mentors who fit equally well, the one with fewer open tandems is asked", () => {
    const busy = mentor("anna", { capacity: 3, openTandems: 2 });
    expect(pairsOf(plan(roundOf([waiting("amal")], [busy, mentor("ben", { capacity: 3 })])))).toEqual({ amal: "ben" });
    const alsoBusy = mentor("ben", { capacity: 3, openTandems: 2 });
    const lessBusy = { ...busy, openTandems: 1 };
    expect(pairsOf(plan(roundOf([waiting("amal")], [lessBusy, alsoBusy])))).toEqual({ amal: "anna" });
  });

  it("nobody under protection is in a round, and it is not kept that they were there", () => {
    const input = {
      ...SABINE_OR_PETER,
      requests: [...SABINE_OR_PETER.requests, waiting("hidden", { protected: true })],
    };
    const cleared = { ...input, mentors: input.mentors.map((one) => ({ ...one, clearedForProtected: true })) };
    expect(JSON.stringify(plan(cleared))).not.toContain("hidden");
    expect(JSON.stringify(freezeRound(cleared))).not.toContain("hidden");
    const pinned = { ...NO_WISHES, pins: [{ requestId: "hidden", mentorId: "sabine" }] };
    expect(refusalOf(() => planRound(cleared, ANY_POINTS, pinned))).toBe("not_found");
  });

  it("a round without people is an empty plan", () => {
    const empty = plan(roundOf([], []));
    expect(empty).toMatchObject({ pairs: [], unserved: [], served: 0, points: 0, bonus: 0 });
    expect(plan(roundOf([waiting("amal")], [])).unserved).toEqual(["amal"]);
    expect(plan(roundOf([], [mentor("sabine")])).pairs).toEqual([]);
  });

  it("one id for two people is no round", () => {
    expect(() => planRound(roundOf([waiting("amal"), waiting("amal")], []), ANY_POINTS, NO_WISHES)).toThrow(
      "two people",
    );
  });
});

describe("the proof of a plan", () => {
  const made = planRound(SABINE_OR_PETER, ANY_POINTS, NO_WISHES);
  const verdict = (changed: Partial<RoundPlan>, wishes: Partial<RoundWishes> = {}) =>
    verifyPlan(SABINE_OR_PETER, ANY_POINTS, { ...NO_WISHES, ...wishes }, { ...made, ...changed });

  it("is refused for a plan that claims more points, other people or another pair than it has", () => {
    const [amal, parisa] = made.pairs;
    if (amal === undefined || parisa === undefined) throw new Error("expected two pairs");
    expect(verdict({})).toEqual({ valid: true });
    expect(verdict({ pairs: [amal, { ...parisa, points: 99 }] })).toMatchObject({ valid: false });
    expect(verdict({ pairs: [amal], served: 1, unserved: ["parisa"] })).toMatchObject({ valid: false });
    expect(verdict({ pairs: [amal], served: 1 })).toEqual({ valid: false, flaw: "people_wrong" });
    expect(verdict({ unserved: ["stranger"] })).toEqual({ valid: false, flaw: "people_wrong" });
    expect(verdict({ pairs: [{ ...amal, mentorId: "sabine" }, parisa] })).toMatchObject({ valid: false });
    expect(verdict({ prices: { ...made.prices, mentors: [] } })).toMatchObject({ valid: false });
  });

  it("is refused for a plan that broke a pin", () => {
    const pins = [{ requestId: "amal", mentorId: "sabine" }];
    expect(verdict({}, { pins })).toEqual({ valid: false, flaw: "pins_not_kept" });
  });
});

describe("comparing two plans", () => {
  it("says who moved, who is served now, who no longer, and what it cost", () => {
    const before = plan(SABINE_OR_PETER);
    const after = plan(SABINE_OR_PETER, { pins: [{ requestId: "amal", mentorId: "sabine" }] });
    const [amal, parisa] = before.pairs.map(({ points }) => points);
    const now = after.points;
    expect(comparePlans(before, after)).toEqual({
      moved: [
        {
          requestId: "amal",
          before: { mentorId: "peter", points: amal },
          after: { mentorId: "sabine", points: now },
        },
      ],
      newlyServed: [],
      noLongerServed: [{ requestId: "parisa", mentorId: "sabine", points: parisa }],
      kept: 0,
      served: -1,
      priorityServed: 0,
      points: now - before.points,
      bonus: 0,
    });
    expect(comparePlans(after, before).newlyServed).toEqual([
      { requestId: "parisa", mentorId: "sabine", points: parisa },
    ]);
    const first = plan(SABINE_OR_PETER, { priority: ["amal"] });
    expect(comparePlans(before, first)).toMatchObject({ kept: 2, priorityServed: 1 });
    expect(comparePlans(before, before)).toMatchObject({ moved: [], newlyServed: [], noLongerServed: [], kept: 2 });
  });
});
