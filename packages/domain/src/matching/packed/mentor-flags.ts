import { AGE_BANDS, FOR_WHOM, GENDERS } from "../../people.ts";
import type { AgeBand, Gender } from "../../people.ts";
import { asksForFuehrungszeugnis } from "../../fuehrungszeugnis.ts";
import { exclusionBit } from "../exclusions.ts";
import type { ExclusionCode, MatchMentor, MatchRequest } from "../types.ts";

/**
 * Every yes-or-no that can exclude a mentor in one number: what they are, whom they refuse, what they lack. A request
 * has the flags it cannot do with; a common bit excludes the pair.
 */
let nextBit = 0;
const take = (bits: number): number => {
  const first = nextBit;
  nextBit += bits;
  return first;
};
const IS_GENDER = take(GENDERS.length);
const IS_AGE = take(AGE_BANDS.length);
const REFUSES_GENDER = take(GENDERS.length);
const REFUSES_AGE = take(AGE_BANDS.length);
const REFUSES_FOR_WHOM = take(FOR_WHOM.length);
const bit = (): number => 1 << take(1);
const NO_FUEHRUNGSZEUGNIS = bit();
const NOT_CLEARED = bit();
const NOT_ELIGIBLE = bit();
const AT_CAPACITY = bit();
const PAUSED = bit();
/** Set for the time of one request, see `withOwnFlags`. */
export const FORMER = bit();
export const DECLINED = bit();
/** Nobody: the row was left. */
export const GONE = bit();

/** Flags no request can do with. */
export const CLOSED = NOT_ELIGIBLE | AT_CAPACITY | PAUSED | GONE;
const NEVER = CLOSED | FORMER | DECLINED;

const all = (first: number, count: number): number => ((1 << count) - 1) << first;

const BITS_BY_CODE: readonly (readonly [ExclusionCode, number])[] = [
  ["not_eligible", NOT_ELIGIBLE],
  ["at_capacity", AT_CAPACITY],
  ["paused", PAUSED],
  ["former_pair", FORMER],
  ["declined_pair", DECLINED],
  ["mentor_gender_wish", all(IS_GENDER, GENDERS.length)],
  ["mentee_gender_wish", all(REFUSES_GENDER, GENDERS.length)],
  ["mentor_age_wish", all(IS_AGE, AGE_BANDS.length)],
  ["mentee_age_wish", all(REFUSES_AGE, AGE_BANDS.length)],
  ["fuehrungszeugnis_missing", NO_FUEHRUNGSZEUGNIS],
  ["protection_clearance_missing", NOT_CLEARED],
  ["for_whom_not_offered", all(REFUSES_FOR_WHOM, FOR_WHOM.length)],
];
const RULES = BITS_BY_CODE.map(([code, bits]) => ({ exclusion: exclusionBit(code), bits }));

/** The one value that was told; nothing where it was not. */
const told = <T>(values: readonly T[], value: T | null, first: number): number =>
  value === null ? 0 : 1 << (first + values.indexOf(value));

/** All values but the wished ones; nothing where nothing was wished. */
function others<T>(values: readonly T[], wished: readonly T[], first: number): number {
  if (wished.length === 0) return 0;
  let bits = 0;
  for (let index = 0; index < values.length; index++)
    if (!wished.includes(values[index]!)) bits |= 1 << (first + index);
  return bits;
}

const othersThan = (gender: Gender | null, first: number): number =>
  gender === null ? 0 : all(first, GENDERS.length) & ~told(GENDERS, gender, first);
const otherAges = (bands: readonly AgeBand[], first: number): number => others(AGE_BANDS, bands, first);

export function flagsOf(mentor: MatchMentor): number {
  return (
    told(GENDERS, mentor.gender, IS_GENDER) |
    told(AGE_BANDS, mentor.ageBand, IS_AGE) |
    othersThan(mentor.wishes.menteeGender, REFUSES_GENDER) |
    otherAges(mentor.wishes.menteeAgeBands, REFUSES_AGE) |
    others(FOR_WHOM, mentor.wishes.forWhom, REFUSES_FOR_WHOM) |
    (mentor.hasValidFuehrungszeugnis ? 0 : NO_FUEHRUNGSZEUGNIS) |
    (mentor.clearedForProtected ? 0 : NOT_CLEARED) |
    (mentor.gaps.length > 0 ? NOT_ELIGIBLE : 0) |
    (mentor.openTandems + mentor.openProposals >= mentor.capacity ? AT_CAPACITY : 0) |
    (mentor.paused ? PAUSED : 0)
  );
}

/** The flags that exclude a mentor from this request. */
export function forbiddenFlags(request: MatchRequest): number {
  return (
    NEVER |
    othersThan(request.wishes.mentorGender, IS_GENDER) |
    otherAges(request.wishes.mentorAgeBands, IS_AGE) |
    told(GENDERS, request.gender, REFUSES_GENDER) |
    told(AGE_BANDS, request.ageBand, REFUSES_AGE) |
    told(FOR_WHOM, request.forWhom, REFUSES_FOR_WHOM) |
    (asksForFuehrungszeugnis(request) ? NO_FUEHRUNGSZEUGNIS : 0) |
    (request.protected ? NOT_CLEARED : 0)
  );
}

/** The exclusions that forbidden flags stand for, as bits of `exclusionMask`. */
export function exclusionsOfFlags(hit: number): number {
  let mask = 0;
  if (hit === 0) return mask;
  for (const { exclusion, bits } of RULES) if ((hit & bits) !== 0) mask |= exclusion;
  return mask;
}
