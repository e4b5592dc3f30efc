import { isExcluded } from "./exclusions.ts";
import { scoredPairing } from "./pair.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import { totalOf } from "./score-pairing.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory, ScoredPairing } from "./types.ts";

export interface Ranking {
  /** Best first, at most `limit`. */
  readonly pairings: readonly ScoredPairing[];
  /** How many could be proposed at all. */
  readonly possible: number;
}

const EXCLUDED = -1;
const TOTALS = 101;

/** Among equal points: fewer open tandems, then id (by code unit, so every machine agrees). */
export function compareMentors(a: MatchMentor, b: MatchMentor): number {
  return a.openTandems - b.openTandems || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The best mentors for one request. Every mentor gets a total; only those at the top get parts, reasons and cautions.
 * The request's waiting time is the same for all of them, so it decides nothing here.
 */
export function rankMentors(
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
  { limit }: { readonly limit: number },
): Ranking {
  const prepared = prepareRequest(request, history, context);
  return rankPossible(mentors, (mentor) => !isExcluded(mentor, prepared), prepared, limit);
}

/** The ranking of those that `isPossible` lets through; asked once per mentor, in order. */
export function rankPossible(
  mentors: readonly MatchMentor[],
  isPossible: (mentor: MatchMentor) => boolean,
  prepared: PreparedRequest,
  limit: number,
): Ranking {
  const totals = new Int8Array(mentors.length);
  const countByTotal = new Uint32Array(TOTALS);
  let possible = 0;
  mentors.forEach((mentor, index) => {
    const total = isPossible(mentor) ? totalOf(mentor, prepared) : EXCLUDED;
    totals[index] = total;
    if (total === EXCLUDED) return;
    countByTotal[total] = (countByTotal[total] ?? 0) + 1;
    possible++;
  });
  const lowest = lowestTotalWithin(countByTotal, limit);
  const top = mentors
    .filter((_, index) => (totals[index] ?? EXCLUDED) >= lowest)
    .map((mentor) => ({ mentor, total: totalOf(mentor, prepared) }))
    .sort((a, b) => b.total - a.total || compareMentors(a.mentor, b.mentor))
    .slice(0, limit);
  return { pairings: top.map(({ mentor }) => scoredPairing(mentor, prepared)), possible };
}

/** The total that the last place of the list has; everybody below it can be left aside unsorted. */
function lowestTotalWithin(countByTotal: Uint32Array, limit: number): number {
  let seen = 0;
  for (let total = TOTALS - 1; total >= 0; total--) {
    seen += countByTotal[total] ?? 0;
    if (seen >= limit) return total;
  }
  return 0;
}

/** How many mentors stand before this one, plus one. */
export function rankAmong(mentor: MatchMentor, mentors: readonly MatchMentor[], prepared: PreparedRequest): number {
  const own = totalOf(mentor, prepared);
  let before = 0;
  for (const other of mentors) {
    if (other.id === mentor.id || isExcluded(other, prepared)) continue;
    const total = totalOf(other, prepared);
    if (total > own || (total === own && compareMentors(other, mentor) < 0)) before++;
  }
  return before + 1;
}
