import fc from "fast-check";
import { AGE_BANDS, FOR_WHOM, GENDERS, LANGUAGE_LEVELS } from "../people.ts";
import { ELIGIBILITY_GAPS } from "../volunteer.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory } from "../matching/types.ts";
import { MOENCHENGLADBACH } from "./named-people.ts";

/** Few values each, so that two people often have something in common. */
const languages = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom("de", "ar", "fa", "prs", "sr", "hr", "ti"),
    level: fc.constantFrom(...LANGUAGE_LEVELS),
  }),
  { maxLength: 4, selector: ({ code }) => code },
);
const district = fc.constantFrom("rheydt", "geneicken", "wickrath", "hardt", "giesenkirchen", "island", null);
const reachKm = fc.option(fc.double({ min: 0, max: 30, noNaN: true }));
const slots = fc.option(fc.integer({ min: 0, max: 2 ** 21 - 1 }), { freq: 3 });
const topics = fc.uniqueArray(fc.constantFrom("offices", "letters", "german_practice", "leisure_meeting"));
const interests = fc.uniqueArray(fc.constantFrom("cooking", "chess", "football", "sewing", "bees"));
const gender = fc.option(fc.constantFrom(...GENDERS));
const ageBand = fc.option(fc.constantFrom(...AGE_BANDS));
const rarely = fc.integer({ min: 0, max: 9 }).map((value) => value === 0);

export const anyMentor = (id: fc.Arbitrary<string> = fc.uuid()): fc.Arbitrary<MatchMentor> =>
  fc.record({
    id,
    languages,
    district,
    reachKm,
    slots,
    topics,
    interests,
    gender,
    ageBand,
    wishes: fc.record({
      menteeGender: gender,
      menteeAgeBands: fc.subarray([...AGE_BANDS]),
      forWhom: fc.subarray([...FOR_WHOM]),
    }),
    gaps: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.subarray([...ELIGIBILITY_GAPS])),
    hasValidFuehrungszeugnis: fc.boolean(),
    paused: rarely,
    openTandems: fc.integer({ min: 0, max: 2 }),
    openProposals: fc.integer({ min: 0, max: 1 }),
    capacity: fc.integer({ min: 1, max: 4 }),
    clearedForProtected: fc.boolean(),
  });

export const anyRequest = (): fc.Arbitrary<MatchRequest> =>
  fc.record({
    id: fc.uuid(),
    languages,
    district,
    reachKm,
    slots,
    topics,
    interests,
    gender,
    ageBand,
    forWhom: fc.constantFrom(...FOR_WHOM),
    involvesMinors: rarely,
    inReceptionCentre: rarely,
    protected: rarely,
    interpreterAgreed: rarely,
    wishes: fc.record({
      mentorGender: fc.option(fc.constantFrom(...GENDERS), { freq: 1 }),
      mentorAgeBands: fc.oneof(fc.constant([]), fc.subarray([...AGE_BANDS])),
      eveningOnly: rarely,
    }),
    waitingSince: fc.integer({ min: 0, max: 1_000_000 }),
  });

/** Weights that sum to 100: three cuts through a hundred. */
const weights = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map((cuts) => {
    const [first = 0, second = 0, third = 0] = cuts.toSorted((a, b) => a - b);
    return {
      version: 3,
      language: first,
      district: second - first,
      availability: third - second,
      interests: 100 - third,
    };
  });

const share = fc.double({ min: 0, max: 1, noNaN: true });

export const anyContext = (): fc.Arbitrary<MatchContext> =>
  fc.record({
    weights,
    districts: fc.constant(MOENCHENGLADBACH),
    interestShares: fc
      .record({ cooking: share, chess: share, football: share })
      .map((shares) => new Map(Object.entries(shares))),
  });

export const anyHistoryOf = (mentors: readonly MatchMentor[]): fc.Arbitrary<PairHistory> =>
  fc
    .tuple(fc.subarray(mentors.map(({ id }) => id)), fc.subarray(mentors.map(({ id }) => id)))
    .map(([declined, former]) => ({ declined: new Set(declined.slice(0, 1)), former: new Set(former.slice(0, 1)) }));

/** A pool with ids of its own, so that ties are broken by id as in real life. */
export const anyPool = (): fc.Arbitrary<MatchMentor[]> =>
  fc.uniqueArray(anyMentor(), { maxLength: 12, selector: ({ id }) => id });
