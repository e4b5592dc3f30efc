import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyContext, anyHistoryOf, anyPool, anyRequest } from "../../test-support/arbitrary-people.ts";
import { exclusionMask } from "../exclusions.ts";
import { prepareRequest } from "../prepare-request.ts";
import { rankMentors } from "../rank-mentors.ts";
import { totalOf } from "../score-pairing.ts";
import { possibleMentors, surveyMentors } from "../survey-mentors.ts";
import type { MatchMentor } from "../types.ts";
import { whyNot } from "../why-not.ts";
import { bestMentors } from "./best-mentors.ts";
import { packMentors } from "./packed-mentors.ts";
import { RequestPacker } from "./request-packer.ts";
import type { SealedFacts } from "./request-packer.ts";
import { surveyPool } from "./survey-pool.ts";
import { mentorBeside, possibleIds, whyNotInPool } from "./why-not-in-pool.ts";
import { exclusionsOfRow, pointsOfSum, sumOfRow, withOwnFlags } from "./weigh-rows.ts";

const scene = anyPool().chain((pool) =>
  fc.record({
    pool: fc.constant(pool),
    requests: fc.array(anyRequest(), { minLength: 1, maxLength: 12 }),
    history: anyHistoryOf(pool),
    context: anyContext(),
  }),
);
const PAIRS = 100_000;

/** What somebody looked up: some of the pool, none of it as the pool says. */
const factsAbout = (pool: readonly MatchMentor[]): fc.Arbitrary<Map<string, SealedFacts>> =>
  fc
    .subarray([...pool])
    .chain((some) =>
      fc.tuple(
        ...some.map(({ id }) =>
          fc
            .record({ hasValidFuehrungszeugnis: fc.boolean(), clearedForProtected: fc.boolean() })
            .map((facts): [string, SealedFacts] => [id, facts]),
        ),
      ),
    )
    .map((entries) => new Map(entries));

const sceneWithFacts = scene.chain((one) => factsAbout(one.pool).map((sealedFacts) => ({ ...one, sealedFacts })));

const asLookedUp = (pool: readonly MatchMentor[], facts: ReadonlyMap<string, SealedFacts>): MatchMentor[] =>
  pool.map((mentor) => ({ ...mentor, ...facts.get(mentor.id) }));

describe("packed mentors", () => {
  it("have the exclusions and points of the definition on 100,000 pairs", () => {
    let pairs = 0;
    while (pairs < PAIRS) {
      fc.assert(
        fc.property(scene, ({ pool, requests, history, context }) => {
          const packed = packMentors(pool);
          const packer = new RequestPacker(packed, context);
          for (const request of requests) {
            const prepared = prepareRequest(request, history, context);
            const packedRequest = packer.pack(request, { history });
            pool.forEach((mentor, number) => {
              pairs++;
              const row = packed.rowOf(number);
              const said = withOwnFlags(packed.rows, packedRequest, () => ({
                exclusions: exclusionsOfRow(packed.rows, packedRequest, row),
                points: pointsOfSum(sumOfRow(packed.rows, packedRequest, row)),
              }));
              if (said.exclusions !== exclusionMask(mentor, prepared) || said.points !== totalOf(mentor, prepared)) {
                expect(said).toEqual({
                  exclusions: exclusionMask(mentor, prepared),
                  points: totalOf(mentor, prepared),
                });
              }
            });
          }
        }),
        { numRuns: 500 },
      );
    }
  }, 60_000);

  it("are ranked as the definition ranks them", () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 12 }), ({ pool, requests, history, context }, limit) => {
        const packed = packMentors(pool);
        const packer = new RequestPacker(packed, context);
        for (const request of requests) {
          const { pairings } = rankMentors(request, pool, history, context, { limit });
          const best = bestMentors(packed, packer.pack(request, { history }), limit);
          expect([...best.mentor].map((number, place) => [pool[number]?.id, best.points[place]])).toEqual(
            pairings.map(({ mentorId, score }) => [mentorId, score.total]),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are surveyed as the definition surveys them, also with what was looked up for one request", () => {
    fc.assert(
      fc.property(sceneWithFacts, ({ pool, requests, history, context, sealedFacts }) => {
        const packer = new RequestPacker(packMentors(pool), context);
        const mentors = asLookedUp(pool, sealedFacts);
        for (const request of requests) {
          expect(surveyPool(packer, request, { history, sealedFacts }, { limit: 5 })).toEqual(
            surveyMentors(request, mentors, history, context, { limit: 5 }),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("answer why not, and who needs a closer look, as the definition does", () => {
    fc.assert(
      fc.property(sceneWithFacts, ({ pool, requests, history, context, sealedFacts }) => {
        const packed = packMentors(pool);
        const packer = new RequestPacker(packed, context);
        const mentors = asLookedUp(pool, sealedFacts);
        for (const request of requests) {
          const packedRequest = packer.pack(request, { history, sealedFacts });
          expect(possibleIds(packed, packedRequest).sort()).toEqual(
            possibleMentors(request, mentors, history, context)
              .map(({ id }) => id)
              .sort(),
          );
          for (const mentor of mentors) {
            expect(mentorBeside(packed, packedRequest, mentor.id)).toEqual(mentor);
            expect(whyNotInPool(packed, packedRequest, mentor)).toEqual(
              whyNot(mentor, request, mentors, history, context),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
