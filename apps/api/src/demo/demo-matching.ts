import type { MatchMentor, MatchRequest } from "@augenhoehe/domain/matching";
import type { DemoMentor } from "./demo-journeys.ts";
import type { DemoRequest } from "./demo-requests.ts";

/** Open proposals and tandems by volunteer id. */
export type MentorLoads = Map<string, { readonly openProposals: number; readonly openTandems: number }>;

export function matchMentorOf(mentor: DemoMentor, loads: MentorLoads): MatchMentor {
  const { journey } = mentor;
  return {
    id: mentor.id,
    languages: mentor.languages,
    district: mentor.district,
    reachKm: mentor.reachKm,
    slots: mentor.slots,
    topics: mentor.topics,
    interests: mentor.interests,
    gender: mentor.gender,
    ageBand: mentor.ageBand,
    wishes: mentor.wishes,
    gaps: [],
    hasValidFuehrungszeugnis: journey.fuehrungszeugnis !== null,
    paused: journey.pausedAt !== null,
    openTandems: loads.get(mentor.id)?.openTandems ?? 0,
    openProposals: loads.get(mentor.id)?.openProposals ?? 0,
    capacity: mentor.capacity,
    clearedForProtected: false,
  };
}

export function matchRequestOf(request: DemoRequest): MatchRequest {
  return {
    id: request.id,
    languages: request.languages,
    district: request.district,
    reachKm: request.reachKm,
    slots: request.slots,
    topics: request.topics,
    interests: request.interests,
    gender: request.gender,
    ageBand: request.ageBand,
    forWhom: request.forWhom,
    involvesMinors: request.involvesMinors,
    inReceptionCentre: request.inReceptionCentre,
    protected: false,
    interpreterAgreed: request.interpreterAgreed,
    wishes: request.wishes,
    waitingSince: 0,
  };
}
