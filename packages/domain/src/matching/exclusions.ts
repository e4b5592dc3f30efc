import { asksForFuehrungszeugnis } from "../fuehrungszeugnis.ts";
import { hasNoCommonTime } from "./availability-fit.ts";
import { apartKm, commonReachKm, isTooFar, spokenKm } from "./district-fit.ts";
import { hasNoLanguageBridge } from "./language-fit.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import { EXCLUSION_CODES } from "./types.ts";
import type { Exclusion, ExclusionCode, MatchContext, MatchMentor, MatchRequest, PairHistory } from "./types.ts";

interface ExclusionRule<C extends ExclusionCode> {
  applies(mentor: MatchMentor, prepared: PreparedRequest): boolean;
  describe(mentor: MatchMentor, prepared: PreparedRequest): Extract<Exclusion, { code: C }>;
}

/** A wish is not met only when the other's value is known and another one. */
const differs = <T>(wish: T | null, told: T | null): boolean => wish !== null && told !== null && wish !== told;
const isOutside = <T>(wishes: readonly T[], told: T | null): boolean =>
  wishes.length > 0 && told !== null && !wishes.includes(told);
const openWork = (mentor: MatchMentor): number => mentor.openTandems + mentor.openProposals;

const RULES: { readonly [C in ExclusionCode]: ExclusionRule<C> } = {
  not_eligible: {
    applies: (mentor) => mentor.gaps.length > 0,
    describe: (mentor) => ({ code: "not_eligible", missing: mentor.gaps }),
  },
  at_capacity: {
    applies: (mentor) => openWork(mentor) >= mentor.capacity,
    describe: (mentor) => ({ code: "at_capacity", open: openWork(mentor), capacity: mentor.capacity }),
  },
  paused: {
    applies: (mentor) => mentor.paused,
    describe: () => ({ code: "paused" }),
  },
  former_pair: {
    applies: (mentor, { history }) => history.former.has(mentor.id),
    describe: () => ({ code: "former_pair" }),
  },
  declined_pair: {
    applies: (mentor, { history }) => history.declined.has(mentor.id),
    describe: () => ({ code: "declined_pair" }),
  },
  mentor_gender_wish: {
    applies: (mentor, { request }) => differs(request.wishes.mentorGender, mentor.gender),
    describe: () => ({ code: "mentor_gender_wish" }),
  },
  mentee_gender_wish: {
    applies: (mentor, { request }) => differs(mentor.wishes.menteeGender, request.gender),
    describe: () => ({ code: "mentee_gender_wish" }),
  },
  mentor_age_wish: {
    applies: (mentor, { request }) => isOutside(request.wishes.mentorAgeBands, mentor.ageBand),
    describe: () => ({ code: "mentor_age_wish" }),
  },
  mentee_age_wish: {
    applies: (mentor, { request }) => isOutside(mentor.wishes.menteeAgeBands, request.ageBand),
    describe: () => ({ code: "mentee_age_wish" }),
  },
  no_language_bridge: {
    applies: hasNoLanguageBridge,
    describe: () => ({ code: "no_language_bridge" }),
  },
  too_far: {
    applies: isTooFar,
    describe: (mentor, prepared) => ({
      code: "too_far",
      km: spokenKm(apartKm(mentor, prepared) ?? 0),
      reachKm: commonReachKm(mentor, prepared) ?? 0,
    }),
  },
  no_common_time: {
    applies: hasNoCommonTime,
    describe: () => ({ code: "no_common_time" }),
  },
  fuehrungszeugnis_missing: {
    applies: (mentor, { request }) => !mentor.hasValidFuehrungszeugnis && asksForFuehrungszeugnis(request),
    describe: () => ({ code: "fuehrungszeugnis_missing" }),
  },
  protection_clearance_missing: {
    applies: (mentor, { request }) => request.protected && !mentor.clearedForProtected,
    describe: () => ({ code: "protection_clearance_missing" }),
  },
  for_whom_not_offered: {
    applies: (mentor, { request }) => isOutside(mentor.wishes.forWhom, request.forWhom),
    describe: (_, { request }) => ({ code: "for_whom_not_offered", forWhom: request.forWhom }),
  },
};

const ALL_RULES = EXCLUSION_CODES.map((code) => RULES[code]);

export function isExcluded(mentor: MatchMentor, prepared: PreparedRequest): boolean {
  for (const rule of ALL_RULES) if (rule.applies(mentor, prepared)) return true;
  return false;
}

/** Every exclusion in one number: bit i set means `EXCLUSION_CODES[i]`; 0 means the pair may be proposed. */
export function exclusionMask(mentor: MatchMentor, prepared: PreparedRequest): number {
  let mask = 0;
  for (let index = 0; index < ALL_RULES.length; index++) {
    if (ALL_RULES[index]?.applies(mentor, prepared) === true) mask |= 1 << index;
  }
  return mask;
}

export const exclusionBit = (code: ExclusionCode): number => 1 << EXCLUSION_CODES.indexOf(code);

export function exclusionsFor(mentor: MatchMentor, prepared: PreparedRequest): Exclusion[] {
  return ALL_RULES.filter((rule) => rule.applies(mentor, prepared)).map((rule) => rule.describe(mentor, prepared));
}

/**
 * Everything that keeps this mentor from being proposed for this request, always in the same order (the order of the
 * rules above); empty means the pair may be proposed. What is not known never excludes: an untold gender meets every
 * wish, an untold district is near, untold times fit, untold languages may be shared. Only eligibility must be proved.
 * Where former partners or a declined pair both ask to meet again, the caller leaves them out of `history`.
 */
export function exclusionsOf(
  mentor: MatchMentor,
  request: MatchRequest,
  history: PairHistory,
  context: MatchContext,
): Exclusion[] {
  return exclusionsFor(mentor, prepareRequest(request, history, context));
}
