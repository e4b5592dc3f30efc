import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyContext, anyMentor, anyRequest } from "../../test-support/arbitrary-people.ts";
import { isExcluded } from "../exclusions.ts";
import { NO_HISTORY, prepareRequest } from "../prepare-request.ts";
import { totalOf } from "../score-pairing.ts";
import type { MatchContext, MatchMentor, MatchRequest } from "../types.ts";
import { candidateLists } from "./candidate-lists.ts";
import { packMentors } from "./packed-mentors.ts";
import { forEachPairAbove, priceMentors } from "./pairs-above.ts";
import { RequestPacker } from "./request-packer.ts";

const people = fc.uniqueArray(anyMentor(), { maxLength: 150, selector: ({ id }) => id });
const price = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 }));
const valueOfPoints = Int32Array.from({ length: 101 }, (_, points) => 100 * points + 250);

function possiblePairs(request: MatchRequest, mentors: readonly MatchMentor[], context: MatchContext) {
  const prepared = prepareRequest(request, NO_HISTORY, context);
  return mentors.flatMap((mentor, number) =>
    isExcluded(mentor, prepared) ? [] : [{ number, points: totalOf(mentor, prepared) }],
  );
}

describe("pairs above a threshold", () => {
  it("are all those whose value, less the mentor's price, exceeds it", () => {
    fc.assert(
      fc.property(
        people.chain((mentors) =>
          fc.record({
            mentors: fc.constant(mentors),
            prices: fc.array(price, { minLength: mentors.length, maxLength: mentors.length }),
          }),
        ),
        fc.integer({ min: -500, max: 10_000 }),
        fc.integer({ min: 0, max: 100 }),
        anyRequest(),
        anyContext(),
        ({ mentors, prices }, threshold, pointsAtMost, request, context) => {
          const pool = packMentors(mentors);
          const found: string[] = [];
          forEachPairAbove(
            pool,
            new RequestPacker(pool, context).pack(request),
            { valueOfPoints, prices: priceMentors(pool, prices), threshold, pointsAtMost },
            (number, points) => found.push(`${number}: ${points}`),
          );
          const expected = possiblePairs(request, mentors, context)
            .filter(({ number, points }) => valueOfPoints[points]! - prices[number]! > threshold)
            .filter(({ points }) => points <= pointsAtMost)
            .map(({ number, points }) => `${number}: ${points}`);
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("candidate lists", () => {
  it("hold every possible pair when nobody limits them, each with its points", () => {
    fc.assert(
      fc.property(people, fc.array(anyRequest(), { maxLength: 5 }), anyContext(), (mentors, requests, context) => {
        const { start, request, mentor, points } = candidateLists(
          new RequestPacker(packMentors(mentors), context),
          requests,
          mentors.length,
        );
        requests.forEach((one, index) => {
          const listed = Array.from(mentor.subarray(start[index], start[index + 1]), (number, place) => ({
            number,
            points: points[start[index]! + place]!,
          }));
          expect(listed.sort((a, b) => a.number - b.number)).toEqual(possiblePairs(one, mentors, context));
          expect(request.subarray(start[index], start[index + 1]).every((number) => number === index)).toBe(true);
        });
      }),
    );
  });
});
