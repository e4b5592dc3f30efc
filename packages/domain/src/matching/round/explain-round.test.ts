import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusals.ts";
import { ANY_POINTS, anyRound, mentor, roundOf, waiting } from "../../test-support/rounds.ts";
import type { MatchMentor } from "../types.ts";
import { explainPair } from "./explain-pair.ts";
import { explainUnserved } from "./explain-unserved.ts";
import type { PairExplanation, UnservedExplanation } from "./explanation-types.ts";
import { planRound } from "./plan-round.ts";
import { NO_WISHES } from "./round-settings.ts";
import { surveyUnserved } from "./survey-unserved.ts";
import type { RoundInput, RoundRequest, RoundSettings, RoundWishes } from "./types.ts";

const ARABIC = { languages: [{ code: "ar", level: "native" }] } as const;
const PERSIAN = { languages: [{ code: "fa", level: "conversational" }] } as const;
const BOTH = { languages: [...ARABIC.languages, { code: "fa", level: "fluent" }] } as const;

const explained = (input: RoundInput, id: string, wishes: Partial<RoundWishes> = {}): PairExplanation => {
  const complete = { ...NO_WISHES, ...wishes };
  const found = explainPair(input, ANY_POINTS, complete, planRound(input, ANY_POINTS, complete), id);
  if (found === null) throw new Error(`${id} is in no pair`);
  return found;
};

const unserved = (
  requests: readonly RoundRequest[],
  mentors: readonly MatchMentor[],
  id: string,
  { wishes = {}, settings = ANY_POINTS }: { wishes?: Partial<RoundWishes>; settings?: RoundSettings } = {},
): UnservedExplanation => {
  const input = roundOf(requests, mentors);
  const complete = { ...NO_WISHES, ...wishes };
  const found = explainUnserved(input, settings, complete, planRound(input, settings, complete), id);
  if (found === null) throw new Error(`${id} is served`);
  return found;
};

describe("why these two", () => {
  const input = roundOf(
    [waiting("amal", ARABIC), waiting("parisa", PERSIAN)],
    [mentor("sabine", BOTH), mentor("peter", { languages: [{ code: "ar", level: "conversational" }] })],
  );

  it("if Amal got her first choice, Parisa would wait on", () => {
    const { pair, pairing, otherMentors } = explained(input, "amal");
    expect(pair).toMatchObject({ mentorId: "peter", mentorPlace: 2 });
    expect(pairing.score.total).toBe(pair.points);
    expect(otherMentors).toHaveLength(1);
    expect(otherMentors[0]).toMatchObject({
      mentorId: "sabine",
      cost: { served: -1, moved: [{ requestId: "amal" }], noLongerServed: [{ requestId: "parisa" }] },
    });
  });

  it("the other side is told the same: if Sabine met Amal, Parisa would wait on and Peter be free", () => {
    const { otherMentors, otherRequests } = explained(input, "parisa");
    expect(otherMentors).toEqual([]);
    expect(otherRequests).toHaveLength(1);
    expect(otherRequests[0]).toMatchObject({ requestId: "amal", mentorId: "sabine", cost: { served: -1 } });
  });

  it("an alternative that costs nobody anything says so", () => {
    const free = roundOf([waiting("amal")], [mentor("sabine"), mentor("twin")]);
    const [only] = explained(free, "amal").otherMentors;
    expect(only?.cost).toMatchObject({ served: 0, points: 0, noLongerServed: [], newlyServed: [] });
  });

  it("for a pinned pair, the alternatives say what the pin costs", () => {
    const pins = [{ requestId: "amal", mentorId: "sabine" }];
    const [peter] = explained(input, "amal", { pins }).otherMentors;
    expect(peter).toMatchObject({ mentorId: "peter", cost: { served: 1, newlyServed: [{ requestId: "parisa" }] } });
  });

  it("people whom another pin binds are no alternative", () => {
    const pins = [{ requestId: "parisa", mentorId: "sabine" }];
    expect(explained(input, "amal", { pins }).otherMentors).toEqual([]);
    const bans = [{ requestId: "amal", mentorId: "sabine", reason: "other" as const }];
    expect(explained(input, "amal", { bans }).otherMentors).toEqual([]);
  });

  it("somebody who is in no pair has none to explain", () => {
    const plan = planRound(input, ANY_POINTS, NO_WISHES);
    expect(explainPair(input, ANY_POINTS, NO_WISHES, plan, "stranger")).toBeNull();
    expect(explainUnserved(input, ANY_POINTS, NO_WISHES, plan, "amal")).toBeNull();
    expect(explainUnserved(input, ANY_POINTS, NO_WISHES, plan, "stranger")).toBeNull();
  });
});

describe("why nobody", () => {
  it("nobody speaks Parisa's language: an interpreter would open the door", () => {
    const found = unserved([waiting("parisa", PERSIAN)], [mentor("sabine", ARABIC), mentor("peter", ARABIC)], "parisa");
    expect(found).toMatchObject({ because: "nobody_possible", possible: 0, displacing: [] });
    expect(found.excluded).toEqual([{ code: "no_language_bridge", mentors: 2, alone: 2 }]);
    expect(found.doors).toHaveLength(1);
    expect(found.doors[0]).toMatchObject({ side: "request", opens: "interpreter", moreMentors: 2, serves: true });
  });

  it("each wish is named with the mentors it would let in, one at a time", () => {
    const wishes = { mentorGender: "female", mentorAgeBands: [], eveningOnly: false } as const;
    const found = unserved(
      [waiting("amal", { wishes, reachKm: 1 })],
      [mentor("peter", { gender: "male" }), mentor("ute", { district: "wickrath" })],
      "amal",
    );
    expect(found.because).toBe("nobody_possible");
    const doors = found.doors.map((door) => [door.opens, door.side === "request" ? door.moreMentors : door.mentorId]);
    expect(doors).toEqual(
      expect.arrayContaining([
        ["mentorGender", 1],
        ["reachKm", 1],
      ]),
    );
  });

  it("all who fit are full: one more place with one of them would do", () => {
    const found = unserved([waiting("amal")], [mentor("sabine", { openTandems: 1 })], "amal");
    expect(found).toMatchObject({ because: "all_full", full: 1, possible: 0 });
    expect(found.doors).toMatchObject([{ side: "mentor", mentorId: "sabine", opens: "place", serves: true }]);
  });

  it("the plan needs Sabine for another: it is said whom she would leave, and that one more place would serve both", () => {
    const found = unserved([waiting("amal", {}, 3), waiting("nour")], [mentor("sabine")], "nour");
    expect(found).toMatchObject({ because: "taken_by_others", possible: 1 });
    expect(found.displacing).toMatchObject([
      {
        mentorId: "sabine",
        cost: { served: 0, newlyServed: [{ requestId: "nour" }], noLongerServed: [{ requestId: "amal" }], bonus: -1.5 },
      },
    ]);
    expect(found.doors[0]).toMatchObject({
      opens: "place",
      mentorId: "sabine",
      change: { served: 1, noLongerServed: [] },
    });
  });

  it("only pairs with too few points, and only people whom the coordinator ruled out, are told apart", () => {
    const settings = { ...ANY_POINTS, minimumPoints: 100 };
    const few = unserved([waiting("amal")], [mentor("sabine")], "amal", { settings });
    expect(few).toMatchObject({ because: "below_minimum", belowMinimum: 1, possible: 0 });
    const bans = [{ requestId: "amal", mentorId: "sabine", reason: "asked_by_mentee" as const }];
    const banned = unserved([waiting("amal")], [mentor("sabine")], "amal", { wishes: { bans } });
    expect(banned).toMatchObject({ because: "ruled_out", ruledOut: 1, doors: [] });
    const leftOut = { requests: [], mentors: ["sabine"] };
    expect(unserved([waiting("amal")], [mentor("sabine")], "amal", { wishes: { leftOut } }).because).toBe("ruled_out");
  });

  it("what was ruled out by hand is said before what is full, and a full mentor who was banned is no hope", () => {
    const full = mentor("full", { openTandems: 1 });
    const ban = (mentorId: string) => ({ requestId: "amal", mentorId, reason: "other" as const });
    const both = unserved([waiting("amal")], [mentor("sabine"), full], "amal", { wishes: { bans: [ban("sabine")] } });
    expect(both).toMatchObject({ because: "ruled_out", ruledOut: 1, full: 1 });
    const none = unserved([waiting("amal")], [full], "amal", { wishes: { bans: [ban("full")] } });
    expect(none).toMatchObject({ because: "nobody_possible", ruledOut: 0, full: 0, doors: [] });
  });

  it("mentors who were banned do not stand in the way of one who could still offer something", () => {
    const full = (id: string, facts: Partial<MatchMentor> = {}) => mentor(id, { openTandems: 1, ...facts });
    const bans = ["anna", "ben"].map((mentorId) => ({ requestId: "amal", mentorId, reason: "other" as const }));
    const mentors = [full("anna"), full("ben"), full("carla", { district: "wickrath" })];
    const { doors } = unserved([waiting("amal")], mentors, "amal", { wishes: { bans } });
    expect(doors).toMatchObject([{ side: "mentor", mentorId: "carla", opens: "place" }]);
  });

  it("of many whom Nour could displace, those are named whom it costs least", () => {
    const codes = ["uk", "ru", "tr", "ti", "so", "en", "fr", "es", "it", "pl"] as const;
    const own = (index: number) => ({ code: codes[index] ?? "de", level: index === 9 ? "basic" : "native" }) as const;
    const people = codes.map((_, index) =>
      waiting(`person ${index}`, { languages: [own(index)] }, index === 3 ? 1 : 0),
    );
    const mentors = codes.map((code, index) =>
      mentor(`mentor ${index}`, {
        languages: [
          { code, level: "native" },
          { code: "ar", level: "native" },
        ],
      }),
    );
    const wishes = { priority: people.map(({ id }) => id).filter((id) => id !== "person 3") };
    const { displacing } = unserved([...people, waiting("nour", ARABIC)], mentors, "nour", { wishes });
    expect(displacing).toHaveLength(3);
    expect(displacing.slice(0, 2)).toMatchObject([
      { mentorId: "mentor 3", cost: { priorityServed: 0, noLongerServed: [{ requestId: "person 3" }] } },
      { mentorId: "mentor 9", cost: { priorityServed: -1, noLongerServed: [{ requestId: "person 9" }] } },
    ]);
  });

  const offers: readonly (readonly [string, Partial<MatchMentor>, Partial<RoundRequest>])[] = [
    ["unpaused", { paused: true }, {}],
    ["menteeGender", { wishes: { menteeGender: "male", menteeAgeBands: [], forWhom: [] } }, {}],
    ["menteeAgeBands", { wishes: { menteeGender: null, menteeAgeBands: ["18_26"], forWhom: [] } }, {}],
    ["forWhom", { wishes: { menteeGender: null, menteeAgeBands: [], forWhom: ["group"] } }, {}],
    ["reachKm", { reachKm: 1 }, { district: "hardt" }],
    ["times", { slots: 1 }, {}],
    ["fuehrungszeugnis", { hasValidFuehrungszeugnis: false }, { involvesMinors: true }],
    ["eligibility", { gaps: ["certificate"] }, {}],
  ];
  for (const [offer, facts, asked] of offers) {
    it(`what Sabine could offer is named where it alone keeps her away: ${offer}`, () => {
      const { doors } = unserved([waiting("amal", asked)], [mentor("sabine", facts)], "amal");
      const found = doors.find(({ side }) => side === "mentor");
      expect(found).toMatchObject({ mentorId: "sabine", opens: offer, serves: true, change: { served: 1 } });
    });
  }

  it("a volunteer who left, or who lacks two papers, is asked for nothing", () => {
    expect(unserved([waiting("amal")], [mentor("sabine", { gaps: ["left"] })], "amal").doors).toEqual([]);
    const gaps = ["agreement", "certificate"] as const;
    expect(unserved([waiting("amal")], [mentor("sabine", { gaps })], "amal").doors).toEqual([]);
  });
});

describe("laws of the explanations", { timeout: 60_000 }, () => {
  it("alternatives come by points, the best of all there are", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const plan = planRound(input, settings, wishes);
        for (const { requestId, mentorId } of plan.pairs) {
          const found = explainPair(input, settings, wishes, plan, requestId);
          const points = found?.otherMentors.map((other) => other.points) ?? [];
          expect(points).toEqual(points.toSorted((a, b) => b - a));
          const others = found?.otherRequests.map((other) => other.points) ?? [];
          expect(others).toEqual(others.toSorted((a, b) => b - a));
          expect(found?.otherMentors.some((other) => other.mentorId === mentorId)).toBe(false);
        }
      }),
    );
  });

  it("whoever has to be displaced, the cheapest ways of all there are come first", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const plan = planRound(input, settings, wishes);
        const worthWith = (requestId: string, mentorId: string): number | null => {
          try {
            const pins = [...wishes.pins, { requestId, mentorId }];
            const other = planRound(input, settings, { ...wishes, pins });
            const pair = other.pairs.find((one) => one.requestId === requestId);
            if (pair === undefined || pair.points < settings.minimumPoints) return null;
            const value = Math.round(100 * (other.points + other.bonus));
            return settings.objective === "value" ? value : 1e12 * other.priorityServed + 1e9 * other.served + value;
          } catch (error) {
            if (error instanceof Refusal) return null;
            throw error;
          }
        };
        for (const requestId of plan.unserved) {
          const all = input.mentors.flatMap(({ id }) => worthWith(requestId, id) ?? []).sort((a, b) => b - a);
          const ways = explainUnserved(input, settings, wishes, plan, requestId)?.displacing ?? [];
          expect(ways.map(({ mentorId }) => worthWith(requestId, mentorId))).toEqual(all.slice(0, 3));
        }
      }),
    );
  });

  it("every opened door is what the same round gives when the person really asks or offers that", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const plan = planRound(input, settings, wishes);
        for (const survey of surveyUnserved(input, settings, wishes, plan)) {
          const found = explainUnserved(input, settings, wishes, plan, survey.requestId);
          expect(found).toMatchObject(survey);
          const helps = found?.doors.map(({ change }) => change.points + change.bonus + 1e6 * change.served) ?? [];
          if (wishes.priority.length === 0 && settings.objective === "served-first") {
            expect(helps).toEqual(helps.toSorted((a, b) => b - a));
          }
          for (const door of found?.doors ?? []) {
            if (door.side === "mentor" && door.opens === "place") {
              const grown = {
                ...input,
                mentors: input.mentors.map((one) =>
                  one.id === door.mentorId
                    ? { ...one, capacity: Math.max(one.capacity, one.openTandems + one.openProposals) + 1 }
                    : one,
                ),
              };
              const other = planRound(grown, settings, wishes);
              expect(other.served - plan.served).toBe(door.change.served);
              expect(Math.round(100 * (other.points + other.bonus - plan.points - plan.bonus))).toBe(
                Math.round(100 * (door.change.points + door.change.bonus)),
              );
            }
            if (door.side === "request" && door.opens === "interpreter") {
              const helped = {
                ...input,
                requests: input.requests.map((one) =>
                  one.id === survey.requestId ? { ...one, interpreterAgreed: true } : one,
                ),
              };
              const other = planRound(helped, settings, wishes);
              expect(other.served - plan.served).toBe(door.change.served);
              expect(Math.round(100 * (other.points + other.bonus - plan.points - plan.bonus))).toBe(
                Math.round(100 * (door.change.points + door.change.bonus)),
              );
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
