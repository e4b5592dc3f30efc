import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyContext, anyMentor, anyPool, anyRequest } from "../../test-support/arbitrary-people.ts";
import { SABINE } from "../../test-support/named-people.ts";
import { interestSharesOf } from "../interest-shares.ts";
import { NO_HISTORY } from "../prepare-request.ts";
import { surveyMentors } from "../survey-mentors.ts";
import type { MatchContext, MatchMentor, MatchRequest } from "../types.ts";
import { bestMentors } from "./best-mentors.ts";
import { packMentors } from "./packed-mentors.ts";
import type { PackedMentors } from "./packed-mentors.ts";
import { RequestPacker } from "./request-packer.ts";
import { surveyPool } from "./survey-pool.ts";

type Change = { readonly upsert: MatchMentor } | { readonly remove: string };

/** Few ids, so that the same people come, change, leave and return. */
const someId = fc.integer({ min: 0, max: 20 }).map((number) => `mentor-${number}`);
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: anyMentor(someId).map((mentor) => ({ upsert: mentor })) },
  { weight: 1, arbitrary: someId.map((id) => ({ remove: id })) },
);

function apply(pool: PackedMentors, mentors: Map<string, MatchMentor>, one: Change): void {
  if ("upsert" in one) {
    pool.upsert(one.upsert);
    mentors.set(one.upsert.id, one.upsert);
  } else {
    pool.remove(one.remove);
    mentors.delete(one.remove);
  }
}

/** With the shares of the people who are there now, as the definition counts them. */
function expectSame(pool: PackedMentors, mentors: readonly MatchMentor[], request: MatchRequest, base: MatchContext) {
  expect(pool.size).toBe(mentors.length);
  expect(pool.interestShares()).toEqual(interestSharesOf(mentors));
  const context = { ...base, interestShares: pool.interestShares() };
  expect(surveyPool(new RequestPacker(pool, context), request, {}, { limit: 6 })).toEqual(
    surveyMentors(request, mentors, NO_HISTORY, context, { limit: 6 }),
  );
}

describe("a packed pool that changes", () => {
  it("answers like the definition after every change", () => {
    fc.assert(
      fc.property(anyPool(), fc.array(change, { maxLength: 40 }), anyRequest(), anyContext(), (first, ...rest) => {
        const [changes, request, context] = rest;
        const pool = packMentors(first);
        const mentors = new Map(first.map((mentor) => [mentor.id, mentor]));
        for (const one of changes) {
          apply(pool, mentors, one);
          expectSame(pool, [...mentors.values()], request, context);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is laid out again when many have changed, and nobody notices", () => {
    fc.assert(
      fc.property(
        fc.array(anyMentor(), { minLength: 300, maxLength: 300 }),
        anyRequest(),
        anyContext(),
        (people, request, context) => {
          const pool = packMentors(people.slice(0, 20));
          for (const mentor of people.slice(20)) pool.upsert(mentor);
          for (const { id } of people.slice(0, 280)) pool.remove(id);
          expectSame(pool, people.slice(280), request, context);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("keeps a copy apart: what one learns the other does not", () => {
    fc.assert(
      fc.property(anyPool(), fc.array(change, { maxLength: 12 }), anyRequest(), anyContext(), (first, ...rest) => {
        const [changes, request, context] = rest;
        const pool = packMentors(first);
        const copy = pool.copy();
        const mentors = new Map(first.map((mentor) => [mentor.id, mentor]));
        for (const one of changes) apply(copy, mentors, one);
        expectSame(copy, [...mentors.values()], request, context);
        expectSame(pool, first, request, context);
      }),
    );
  });

  it("takes more topics, interests and languages than one word of bits holds", () => {
    const terms = Array.from({ length: 100 }, (_, index) => `term-${index}`);
    const people = terms.map((term, index): MatchMentor => ({
      ...SABINE,
      id: `mentor-${index}`,
      topics: [term, `term-${(index * 7) % 100}`],
      interests: [term, `term-${(index * 13) % 100}`],
      district: term,
      reachKm: null,
    }));
    fc.assert(
      fc.property(
        fc.subarray(terms),
        fc.subarray(terms),
        anyRequest(),
        anyContext(),
        (topics, interests, one, base) => {
          const pool = packMentors(people.slice(0, 10));
          for (const mentor of people.slice(10)) pool.upsert(mentor);
          expectSame(pool, people, { ...one, topics, interests }, base);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("refuses what was packed before a change", () => {
    fc.assert(
      fc.property(anyPool(), anyRequest(), anyContext(), (people, request, context) => {
        const pool = packMentors(people);
        const packed = new RequestPacker(pool, context).pack(request);
        pool.upsert({ ...SABINE, id: "somebody new" });
        expect(() => bestMentors(pool, packed, 5)).toThrow("The pool has changed");
      }),
      { numRuns: 20 },
    );
  });

  it("holds everybody once", () => {
    expect(() => packMentors([SABINE, SABINE])).toThrow("the same id");
  });
});
