import { exclusionBit, exclusionMask, isExcluded } from "./exclusions.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import { rankPossible } from "./rank-mentors.ts";
import type { Ranking } from "./rank-mentors.ts";
import { EXCLUSION_CODES } from "./types.ts";
import type { ExclusionCode, MatchContext, MatchMentor, MatchRequest, PairHistory } from "./types.ts";
import { WISHES, WITHOUT } from "./wish-costs.ts";
import type { Wish, WishCosts } from "./wish-costs.ts";

/** Everything a coordinator wants to know about a request's mentors, worked out in one pass over them. */
export interface Survey extends Ranking {
  /** How many mentors each exclusion rules out, in the order of `EXCLUSION_CODES`; a mentor may count under several. */
  readonly excluded: readonly { readonly code: ExclusionCode; readonly mentors: number }[];
  /** As `wishCosts` counts them. */
  readonly costs: WishCosts["costs"];
}

/** The one exclusion each wish can cause. */
export const RULED_BY = {
  mentorGender: "mentor_gender_wish",
  mentorAgeBands: "mentor_age_wish",
  eveningOnly: "no_common_time",
  reachKm: "too_far",
  times: "no_common_time",
} as const satisfies Record<Wish, ExclusionCode>;

interface WaivedWish {
  readonly wish: Wish;
  /** A mentor excluded by this alone may be possible without the wish. */
  readonly bit: number;
  readonly prepared: PreparedRequest;
  more: number;
}

/** The same answers as `rankMentors`, `exclusionsOf` and `wishCosts` for every mentor, without asking them each. */
export function surveyMentors(
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
  { limit }: { readonly limit: number },
): Survey {
  const prepared = prepareRequest(request, history, context);
  const waived = waivedWishes(request, history, context);
  const countByMask = new Map<number, number>();
  const isPossible = (mentor: MatchMentor): boolean => {
    const mask = exclusionMask(mentor, prepared);
    for (const wish of waived) {
      if (mask === wish.bit && !isExcluded(mentor, wish.prepared)) wish.more++;
    }
    if (mask !== 0) countByMask.set(mask, (countByMask.get(mask) ?? 0) + 1);
    return mask === 0;
  };
  const ranking = rankPossible(mentors, isPossible, prepared, limit);
  return {
    ...ranking,
    excluded: EXCLUSION_CODES.flatMap((code) => {
      const count = countWith(exclusionBit(code), countByMask);
      return count === 0 ? [] : [{ code, mentors: count }];
    }),
    costs: waived.map(({ wish, more }) => ({ wish, more })),
  };
}

/**
 * Mentors whom nothing excludes: only they need a closer look at what is sealed. Pass them with the sealed facts taken
 * as favourable.
 */
export function possibleMentors(
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
): MatchMentor[] {
  const prepared = prepareRequest(request, history, context);
  return mentors.filter((mentor) => !isExcluded(mentor, prepared));
}

function waivedWishes(request: MatchRequest, history: PairHistory, context: MatchContext): WaivedWish[] {
  return WISHES.flatMap((wish) => {
    const without = WITHOUT[wish](request);
    if (without === null) return [];
    const prepared = prepareRequest(without, history, context);
    return [{ wish, bit: exclusionBit(RULED_BY[wish]), prepared, more: 0 }];
  });
}

function countWith(bit: number, countByMask: ReadonlyMap<number, number>): number {
  let count = 0;
  for (const [mask, mentors] of countByMask) if ((mask & bit) !== 0) count += mentors;
  return count;
}
