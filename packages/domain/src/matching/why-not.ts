import { pairPrepared } from "./pair.ts";
import { prepareRequest } from "./prepare-request.ts";
import { rankAmong } from "./rank-mentors.ts";
import type { ExcludedPairing, MatchContext, MatchMentor, MatchRequest, PairHistory, ScoredPairing } from "./types.ts";

/** An excluded mentor keeps the reasons; a possible one also has a place in the ranking, 1 being the best. */
export type WhyNot = ExcludedPairing | (ScoredPairing & { readonly rank: number });

/** Why this mentor is not (higher) on the list of one request. `mentors` is the pool the list was made from. */
export function whyNot(
  mentor: MatchMentor,
  request: MatchRequest,
  mentors: readonly MatchMentor[],
  history: PairHistory,
  context: MatchContext,
): WhyNot {
  const prepared = prepareRequest(request, history, context);
  const pairing = pairPrepared(mentor, prepared);
  return pairing.excluded ? pairing : { ...pairing, rank: rankAmong(mentor, mentors, prepared) };
}
