import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANY_POINTS, anyRound, mentor, roundOf, waiting } from "../../test-support/rounds.ts";
import { slotsToMask } from "../../week.ts";
import type { MatchMentor } from "../types.ts";
import type { RecruitAdvice, RecruitGroup } from "./explanation-types.ts";
import { planRound } from "./plan-round.ts";
import { recruitNext } from "./recruit-next.ts";
import { mentorLike } from "./recruit-profile.ts";
import { NO_WISHES } from "./round-settings.ts";
import type { RoundInput, RoundRequest, RoundWishes } from "./types.ts";

const advice = (requests: readonly RoundRequest[], mentors: readonly MatchMentor[]): RecruitAdvice => {
  const input = roundOf(requests, mentors);
  return recruitNext(input, ANY_POINTS, NO_WISHES, planRound(input, ANY_POINTS, NO_WISHES));
};

const tigrinya = (id: string, facts: Partial<RoundRequest> = {}): RoundRequest =>
  waiting(id, {
    languages: [{ code: "ti", level: "native" }],
    wishes: { mentorGender: "female", mentorAgeBands: [], eveningOnly: false },
    reachKm: 3,
    ...facts,
  });

/** The round with really so many new mentors of a group, each a person of their own. */
const grownBy = (input: RoundInput, group: RecruitGroup, count: number): RoundInput => ({
  ...input,
  mentors: [
    ...input.mentors,
    ...Array.from({ length: count }, (_, index) => ({ ...mentorLike(group), id: `new ${index}` })),
  ],
});

describe("whom to recruit next", { timeout: 60_000 }, () => {
  it("two women who speak Tigrinya, near Rheydt, in the evenings: two tandems more", () => {
    const { groups, together, othersUnserved } = advice([tigrinya("almaz"), tigrinya("selam")], [mentor("sabine")]);
    expect(groups).toEqual([
      {
        language: "ti",
        district: "rheydt",
        gender: "female",
        time: "evenings",
        ageBand: null,
        mentors: 2,
        tandems: 2,
        points: 2 * (35 + 20 + 10),
      },
    ]);
    expect(together).toEqual({ mentors: 2, tandems: 2 });
    expect(othersUnserved).toBe(0);
  });

  it("what does not matter to those who wait is left open, so that it is easier to find somebody", () => {
    const open = { slots: null, reachKm: null, wishes: { mentorGender: null, mentorAgeBands: [], eveningOnly: false } };
    const { groups } = advice([tigrinya("almaz", open), tigrinya("selam", open)], []);
    expect(groups).toMatchObject([
      { language: "ti", district: null, gender: null, time: null, mentors: 2, tandems: 2 },
    ]);
  });

  it("a mentor for somebody who is served helps too, when that frees the right one", () => {
    const arabic = { slots: null, reachKm: null };
    const persian = { ...arabic, languages: [{ code: "fa", level: "native" }] } as const;
    const both = {
      languages: [
        { code: "ar", level: "native" },
        { code: "fa", level: "native" },
      ],
    } as const;
    const { groups, together } = advice(
      [waiting("amal", arabic, 9), waiting("nour", arabic, 9), waiting("parisa", persian), waiting("mina", persian)],
      [mentor("sabine", both), mentor("ute", both)],
    );
    expect(groups[0]).toMatchObject({ mentors: 2, tandems: 2 });
    expect(together.tandems).toBe(2);
  });

  it("nothing is said that only one waiting person would fit", () => {
    const { groups, together, othersUnserved } = advice(
      [tigrinya("almaz"), tigrinya("selam", { district: "hardt" })],
      [],
    );
    expect(groups).toEqual([]);
    expect(together).toEqual({ mentors: 0, tandems: 0 });
    expect(othersUnserved).toBe(2);
  });

  it("nor what only one of several asked for", () => {
    const others = [waiting("amal", { slots: null, reachKm: null }), waiting("nour", { slots: null, reachKm: null })];
    const open = { slots: null, reachKm: null };
    const alone = tigrinya("almaz", {
      ...open,
      languages: [
        { code: "ti", level: "native" },
        { code: "ar", level: "fluent" },
      ],
    });
    const { groups } = advice([...others, alone], []);
    expect(groups).toMatchObject([{ language: "ar", gender: null, mentors: 2, tandems: 2 }]);
    expect(JSON.stringify(groups)).not.toMatch(/"ti"|female/);
  });

  it("nor what somebody brought who is already paired by hand", () => {
    const input = roundOf(
      [tigrinya("almaz"), tigrinya("selam")],
      [mentor("sabine", { languages: [{ code: "ti", level: "fluent" }] })],
    );
    const pinned = { ...NO_WISHES, pins: [{ requestId: "selam", mentorId: "sabine" }] };
    const adviceFor = (wishes: RoundWishes) =>
      recruitNext(input, ANY_POINTS, wishes, planRound(input, ANY_POINTS, wishes));
    expect(adviceFor(NO_WISHES).groups).toMatchObject([{ language: "ti", mentors: 1, tandems: 1 }]);
    expect(adviceFor(pinned)).toMatchObject({ groups: [], othersUnserved: 1 });
  });

  it("German alone is enough for those who speak it well, and Arabic is looked for where it is not", () => {
    const open = { slots: null, reachKm: null };
    const german = { ...open, languages: [{ code: "de", level: "conversational" }] } as const;
    const { groups } = advice(
      [waiting("amal", open), waiting("nour", open), waiting("dara", german), waiting("eli", german)],
      [],
    );
    const found = groups.map(({ language, mentors, tandems }) => [language, mentors, tandems]);
    expect(found).toEqual([["ar", 4, 4]]);
    expect(advice([waiting("amal", open), waiting("nour", open)], []).groups).toMatchObject([
      { language: "ar", tandems: 2 },
    ]);
  });

  it("one language is named twice at most", () => {
    const parts = ["rheydt", "geneicken", "wickrath", "hardt"];
    const people = parts.flatMap((district) =>
      ["a", "b"].map((name) => tigrinya(`${name} ${district}`, { district, reachKm: 1 })),
    );
    const { groups, together, othersUnserved } = advice(people, []);
    expect(groups.map(({ language, tandems }) => [language, tandems])).toEqual([
      ["ti", 2],
      ["ti", 2],
    ]);
    expect(together.tandems).toBe(4);
    expect(othersUnserved).toBe(4);
  });

  it("different groups are about different people, and are counted together", () => {
    const morning = { slots: slotsToMask(["mon_morning", "sat_afternoon"]) };
    const { groups, together, othersUnserved } = advice(
      [
        tigrinya("almaz"),
        tigrinya("selam"),
        tigrinya("hana", { languages: [{ code: "so", level: "native" }], ...morning }),
        tigrinya("ayaan", { languages: [{ code: "so", level: "native" }], ...morning }),
        tigrinya("alone", { languages: [{ code: "am", level: "native" }] }),
      ],
      [],
    );
    expect(groups.map(({ language, tandems }) => [language, tandems])).toEqual([
      ["so", 2],
      ["ti", 2],
    ]);
    expect(together).toEqual({ mentors: 4, tandems: 4 });
    expect(othersUnserved).toBe(1);
  });

  it("where everybody is served, nobody is to be recruited", () => {
    expect(advice([waiting("amal")], [mentor("sabine")])).toEqual({
      groups: [],
      together: { mentors: 0, tandems: 0 },
      othersUnserved: 0,
    });
  });

  it("every number is what the round gives with those mentors, and nobody is named", () => {
    fc.assert(
      fc.property(anyRound(), ({ input, settings, wishes }) => {
        const plan = planRound(input, settings, wishes);
        const { groups, together, othersUnserved } = recruitNext(input, settings, wishes, plan);
        for (const group of groups) {
          const grown = planRound(grownBy(input, group, group.mentors), settings, wishes);
          expect(grown.served - plan.served).toBeGreaterThanOrEqual(group.tandems);
          if (settings.objective === "served-first") expect(group.tandems).toBe(group.mentors);
        }
        if (settings.objective === "served-first") expect(together.tandems).toBe(together.mentors);
        expect(othersUnserved).toBe(plan.unserved.length - together.tandems);
        expect(groups.reduce((sum, { tandems }) => sum + tandems, 0)).toBeGreaterThanOrEqual(together.tandems);
        expect(JSON.stringify(groups)).not.toMatch(/[0-9a-f]{8}-/);
      }),
      { numRuns: 300 },
    );
  });
});
