import { pairUp } from "./pair.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory, ScoredPairing } from "./types.ts";

/** The best requests for one mentor. Among equal points the longer wait comes first, then the id. */
export function rankRequests(
  mentor: MatchMentor,
  requests: readonly MatchRequest[],
  historyOf: (request: MatchRequest) => PairHistory,
  context: MatchContext,
  { limit }: { readonly limit: number },
): readonly ScoredPairing[] {
  return requests
    .map((request) => ({ request, pairing: pairUp(mentor, request, historyOf(request), context) }))
    .flatMap(({ request, pairing }) => (pairing.excluded ? [] : [{ request, pairing }]))
    .sort(
      (a, b) =>
        b.pairing.score.total - a.pairing.score.total ||
        a.request.waitingSince - b.request.waitingSince ||
        (a.request.id < b.request.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ pairing }) => pairing);
}
