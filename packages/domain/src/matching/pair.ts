import { cautionsFor } from "./cautions.ts";
import { exclusionsFor } from "./exclusions.ts";
import { prepareRequest } from "./prepare-request.ts";
import type { PreparedRequest } from "./prepare-request.ts";
import { scoreFor } from "./score-pairing.ts";
import type { MatchContext, MatchMentor, MatchRequest, PairHistory, Pairing, ScoredPairing } from "./types.ts";

export function scoredPairing(mentor: MatchMentor, prepared: PreparedRequest): ScoredPairing {
  return {
    mentorId: mentor.id,
    requestId: prepared.request.id,
    excluded: false,
    score: scoreFor(mentor, prepared),
    cautions: cautionsFor(mentor, prepared),
  };
}

export function pairPrepared(mentor: MatchMentor, prepared: PreparedRequest): Pairing {
  const [first, ...others] = exclusionsFor(mentor, prepared);
  if (first === undefined) return scoredPairing(mentor, prepared);
  return { mentorId: mentor.id, requestId: prepared.request.id, excluded: true, exclusions: [first, ...others] };
}

/** One mentor beside one request: excluded with every reason, or scored with parts and cautions. */
export function pairUp(
  mentor: MatchMentor,
  request: MatchRequest,
  history: PairHistory,
  context: MatchContext,
): Pairing {
  return pairPrepared(mentor, prepareRequest(request, history, context));
}
