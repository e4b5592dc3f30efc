import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyContext, anyHistoryOf, anyPool, anyRequest } from "../test-support/arbitrary-people.ts";
import { exclusionsOf } from "./exclusions.ts";
import { AMAL, CONTEXT, SABINE } from "../test-support/named-people.ts";
import { NO_HISTORY } from "./prepare-request.ts";
import { rankMentors } from "./rank-mentors.ts";
import { possibleMentors, surveyMentors } from "./survey-mentors.ts";
import { EXCLUSION_CODES } from "./types.ts";
import { wishCosts } from "./wish-costs.ts";

const scene = anyPool().chain((pool) =>
  fc.record({ pool: fc.constant(pool), request: anyRequest(), history: anyHistoryOf(pool), context: anyContext() }),
);

describe("the survey of a request's mentors", () => {
  it("ranks as the ranking does and counts wishes as their costs do, in one pass", () => {
    fc.assert(
      fc.property(scene, ({ pool, request, history, context }) => {
        const survey = surveyMentors(request, pool, history, context, { limit: 5 });
        const { pairings, possible } = rankMentors(request, pool, history, context, { limit: 5 });
        expect({ pairings: survey.pairings, possible: survey.possible }).toEqual({ pairings, possible });
        expect(survey.costs).toEqual(wishCosts(request, pool, history, context).costs);
      }),
      { numRuns: 500 },
    );
  });

  it("counts each exclusion as often as it is given as a reason", () => {
    fc.assert(
      fc.property(scene, ({ pool, request, history, context }) => {
        const reasons = pool.flatMap((mentor) =>
          exclusionsOf(mentor, request, history, context).map(({ code }) => code),
        );
        const expected = EXCLUSION_CODES.map((code) => ({
          code,
          mentors: reasons.filter((reason) => reason === code).length,
        })).filter(({ mentors }) => mentors > 0);
        expect(surveyMentors(request, pool, history, context, { limit: 1 }).excluded).toEqual(expected);
      }),
    );
  });

  it("looks closer only at mentors whom nothing else excludes", () => {
    const paused = { ...SABINE, id: "paused", paused: true };
    expect(possibleMentors(AMAL, [SABINE, paused], NO_HISTORY, CONTEXT)).toEqual([SABINE]);
  });

  it("tells Amal that without her wish for a woman there is one more person", () => {
    const martin = { ...SABINE, id: "martin", gender: "male" as const };
    const wish = { ...AMAL, wishes: { ...AMAL.wishes, mentorGender: "female" as const } };
    const survey = surveyMentors(wish, [SABINE, martin], NO_HISTORY, CONTEXT, { limit: 5 });
    expect(survey.costs).toContainEqual({ wish: "mentorGender", more: 1 });
    expect(survey.excluded).toEqual([{ code: "mentor_gender_wish", mentors: 1 }]);
    expect(survey.pairings.map(({ mentorId }) => mentorId)).toEqual(["sabine"]);
  });
});
