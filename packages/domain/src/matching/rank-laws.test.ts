import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyContext, anyHistoryOf, anyMentor, anyPool, anyRequest } from "../test-support/arbitrary-people.ts";
import { exclusionsOf } from "./exclusions.ts";
import { AMAL, CONTEXT, SABINE } from "../test-support/named-people.ts";
import { pairUp } from "./pair.ts";
import { NO_HISTORY } from "./prepare-request.ts";
import { compareMentors, rankMentors } from "./rank-mentors.ts";
import { rankRequests } from "./rank-requests.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory } from "./types.ts";
import { whyNot } from "./why-not.ts";
import { wishCosts } from "./wish-costs.ts";

interface Scene {
  readonly pool: MatchMentor[];
  readonly request: MatchRequest;
  readonly history: PairHistory;
  readonly context: MatchContext;
}

const scene: fc.Arbitrary<Scene> = anyPool().chain((pool) =>
  fc.record({
    pool: fc.constant(pool),
    request: anyRequest(),
    history: anyHistoryOf(pool),
    context: anyContext(),
  }),
);

describe("laws of the ranking", () => {
  it("an excluded mentor is never ranked, and everyone else is", () => {
    fc.assert(
      fc.property(scene, ({ pool, request, history, context }) => {
        const possible = pool.filter((mentor) => exclusionsOf(mentor, request, history, context).length === 0);
        const ranking = rankMentors(request, pool, history, context, { limit: 50 });
        expect(ranking.possible).toBe(possible.length);
        expect(ranking.pairings.map(({ mentorId }) => mentorId).sort()).toEqual(possible.map(({ id }) => id).sort());
      }),
    );
  });

  it("equals pairing everyone in full and sorting by points, open tandems and id", () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 5 }), ({ pool, request, history, context }, limit) => {
        const expected = pool
          .flatMap((mentor) => {
            const pairing = pairUp(mentor, request, history, context);
            return pairing.excluded ? [] : [{ mentor, pairing }];
          })
          .sort((a, b) => b.pairing.score.total - a.pairing.score.total || compareMentors(a.mentor, b.mentor))
          .slice(0, limit)
          .map(({ pairing }) => pairing);
        expect(rankMentors(request, pool, history, context, { limit }).pairings).toEqual(expected);
      }),
    );
  });

  it("the order of the pool changes nothing", () => {
    fc.assert(
      fc.property(
        scene.chain((one) =>
          fc.record({
            scene: fc.constant(one),
            shuffled: fc.shuffledSubarray(one.pool, { minLength: one.pool.length }),
          }),
        ),
        ({ scene: { pool, request, history, context }, shuffled }) => {
          const options = { limit: 4 };
          expect(rankMentors(request, shuffled, history, context, options)).toEqual(
            rankMentors(request, pool, history, context, options),
          );
        },
      ),
    );
  });

  it("leaving a wish out never loses a mentor", () => {
    fc.assert(
      fc.property(scene, ({ pool, request, history, context }) => {
        const { possible, costs } = wishCosts(request, pool, history, context);
        expect(possible).toBe(rankMentors(request, pool, history, context, { limit: 1 }).possible);
        for (const { more } of costs) expect(more).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("why not: a ranked mentor is told the place they have in the list, an excluded one the reasons", () => {
    fc.assert(
      fc.property(scene, ({ pool, request, history, context }) => {
        const ids = rankMentors(request, pool, history, context, { limit: 50 }).pairings.map(
          ({ mentorId }) => mentorId,
        );
        for (const mentor of pool) {
          const answer = whyNot(mentor, request, pool, history, context);
          if (answer.excluded) expect(answer.exclusions).toEqual(exclusionsOf(mentor, request, history, context));
          else expect(ids[answer.rank - 1]).toBe(mentor.id);
        }
      }),
    );
  });

  it("a pair with history stays apart whatever else fits", () => {
    fc.assert(
      fc.property(anyMentor(), anyRequest(), anyContext(), fc.boolean(), (mentor, request, context, isFormer) => {
        const id = new Set([mentor.id]);
        const history = isFormer
          ? { former: id, declined: new Set<string>() }
          : { former: new Set<string>(), declined: id };
        expect(rankMentors(request, [mentor], history, context, { limit: 1 }).pairings).toEqual([]);
      }),
    );
  });
});

describe("ranking of named people", () => {
  const rank = (mentors: readonly MatchMentor[]): string[] =>
    rankMentors(AMAL, mentors, NO_HISTORY, CONTEXT, { limit: 10 }).pairings.map(({ mentorId }) => mentorId);

  it("puts the better fit first", () => {
    const peter = { ...SABINE, id: "peter", district: "wickrath" };
    expect(rank([peter, SABINE])).toEqual(["sabine", "peter"]);
  });

  it("with equal points, the mentor with fewer open tandems comes first", () => {
    const busy = { ...SABINE, id: "aaron", openTandems: 1 };
    expect(rank([busy, SABINE])).toEqual(["sabine", "aaron"]);
  });

  it("with equal points and tandems, the id decides", () => {
    expect(rank([SABINE, { ...SABINE, id: "beate" }])).toEqual(["beate", "sabine"]);
  });

  it("for one mentor and equal points, the longer wait comes first", () => {
    const later = { ...AMAL, id: "aisha", waitingSince: AMAL.waitingSince + 1 };
    const ranked = rankRequests(SABINE, [later, AMAL], () => NO_HISTORY, CONTEXT, { limit: 5 });
    expect(ranked.map(({ requestId }) => requestId)).toEqual(["amal", "aisha"]);
  });

  it("for one mentor, requests she is excluded from are left out", () => {
    const far = { ...AMAL, id: "far", reachKm: 1, district: "hardt" };
    const ranked = rankRequests(SABINE, [far, AMAL], () => NO_HISTORY, CONTEXT, { limit: 5 });
    expect(ranked.map(({ requestId }) => requestId)).toEqual(["amal"]);
  });

  it("tells what each of Amal's wishes costs", () => {
    const wished: MatchRequest = {
      ...AMAL,
      reachKm: 1,
      wishes: { mentorGender: "female", mentorAgeBands: ["40_59"], eveningOnly: true },
    };
    const pool: MatchMentor[] = [
      SABINE,
      { ...SABINE, id: "martin", gender: "male" },
      { ...SABINE, id: "jonas", gender: "male" },
      { ...SABINE, id: "lena", ageBand: "18_26" },
      { ...SABINE, id: "ute", slots: 1 },
      { ...SABINE, id: "petra", district: "wickrath" },
    ];
    expect(wishCosts(wished, pool, NO_HISTORY, CONTEXT)).toEqual({
      possible: 1,
      costs: [
        { wish: "mentorGender", more: 2 },
        { wish: "mentorAgeBands", more: 1 },
        { wish: "eveningOnly", more: 0 },
        { wish: "reachKm", more: 1 },
        { wish: "times", more: 0 },
      ],
    });
    const mornings = { ...wished, slots: 1 | (AMAL.slots ?? 0) };
    const { costs } = wishCosts(mornings, pool, NO_HISTORY, CONTEXT);
    expect(costs.find(({ wish }) => wish === "eveningOnly")).toEqual({ wish: "eveningOnly", more: 1 });
  });

  it("names no wish that was not made", () => {
    expect(wishCosts({ ...AMAL, slots: null }, [SABINE], NO_HISTORY, CONTEXT)).toEqual({ possible: 1, costs: [] });
  });
});
