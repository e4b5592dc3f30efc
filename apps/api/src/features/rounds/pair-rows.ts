import type { PairStanding, RoundPairRow } from "@augenhoehe/contract";
import { isOpenProposal } from "@augenhoehe/domain";
import {
  createDistrictMap,
  scorePairing,
  type MatchContext,
  type RoundInput,
  type RoundPair,
  type Score,
} from "@augenhoehe/domain/matching";
import type { ProposalOfRound } from "../../db/repositories/round-proposals.ts";
import { codedView, scoreView } from "../../matching/score-view.ts";
import type { RoundScene } from "./draft-scene.ts";
import { mentorView, requestView } from "./people-view.ts";

type Mark = RoundPairRow["marks"][number];

/** A pair with what decides its place in the list. */
export interface MarkedPair {
  readonly pair: RoundPair;
  readonly standing: PairStanding;
  readonly marks: readonly Mark[];
}

/** What asks for a look first: gone, pinned, not the first choice, with cautions; within these the fewest points. Sent ones last. */
export function markPairs(
  scene: RoundScene,
  pairs: readonly RoundPair[],
  sent: readonly ProposalOfRound[],
): MarkedPair[] {
  const sentByPair = new Map(sent.map((proposal) => [keyOf(proposal.requestId, proposal.volunteerId), proposal]));
  return pairs
    .map((pair) => {
      const standing = standingOf(scene, pair, sentByPair.get(keyOf(pair.requestId, pair.mentorId)));
      return { pair, standing, marks: marksOf(pair, standing) };
    })
    .toSorted((a, b) => urgency(a) - urgency(b) || a.pair.points - b.pair.points || byId(a.pair, b.pair));
}

const keyOf = (requestId: string, mentorId: string): string => `${requestId}/${mentorId}`;
const byId = (a: RoundPair, b: RoundPair): number => (a.requestId < b.requestId ? -1 : 1);

/** What was taken back, or nobody answered, may be sent once more. */
const isStillSent = ({ state }: ProposalOfRound): boolean =>
  isOpenProposal(state) || (state !== "withdrawn" && state !== "expired");

function standingOf(scene: RoundScene, pair: RoundPair, sent: ProposalOfRound | undefined): PairStanding {
  if (sent !== undefined && isStillSent(sent)) {
    return { state: "sent", proposalId: sent.proposalId, proposalState: sent.state };
  }
  const requestStatus = scene.requests.get(pair.requestId)?.status ?? "closed";
  const mentorLeft = scene.mentors.get(pair.mentorId)?.status === "left";
  const isOpen = requestStatus === "open" || (requestStatus === "in_proposal" && sent?.state === "expired");
  return isOpen && !mentorLeft ? { state: "ready" } : { state: "gone", requestStatus, mentorLeft };
}

function marksOf({ pinned, mentorPlace, cautions }: RoundPair, { state }: PairStanding): Mark[] {
  return [
    ...(state === "gone" ? (["gone"] as const) : []),
    ...(pinned ? (["pinned"] as const) : []),
    ...(mentorPlace > 1 ? (["not_first_choice"] as const) : []),
    ...(cautions.length > 0 ? (["caution"] as const) : []),
  ];
}

const URGENCY: Readonly<Record<Mark, number>> = { gone: 0, pinned: 1, not_first_choice: 2, caution: 3 };
const NOTHING_TO_DECIDE = 4;
const SENT = 5;

function urgency({ standing, marks: [first] }: MarkedPair): number {
  if (standing.state === "sent") return SENT;
  return first === undefined ? NOTHING_TO_DECIDE : URGENCY[first];
}

export function pairRow(scene: RoundScene, { pair, standing, marks }: MarkedPair): RoundPairRow | undefined {
  const [request, mentor] = [requestView(scene, pair.requestId), mentorView(scene, pair.mentorId)];
  const score = frozenScore(scene, pair);
  if (request === undefined || mentor === undefined || score === undefined) return undefined;
  return {
    ...request,
    mentorId: mentor.mentorId,
    name: mentor.name,
    mentorDistrict: mentor.district,
    mentorDistrictName: mentor.districtName,
    score: scoreView(score),
    bonus: pair.bonus,
    pinned: pair.pinned,
    priority: pair.priority,
    mentorPlace: pair.mentorPlace,
    mentorsPossible: pair.mentorsPossible,
    requestPlace: pair.requestPlace,
    requestsPossible: pair.requestsPossible,
    cautions: pair.cautions.map(codedView),
    marks: [...marks],
    standing,
  };
}

/** The score as of the round, with its parts and reasons: what the coordinator sees, and what is stored when it is sent. */
export function frozenScore(
  { frozen, frozenRequests, frozenMentors }: RoundScene,
  { requestId, mentorId }: { readonly requestId: string; readonly mentorId: string },
): Score | undefined {
  const [request, mentor] = [frozenRequests.get(requestId), frozenMentors.get(mentorId)];
  return request === undefined || mentor === undefined
    ? undefined
    : scorePairing(mentor, request, contextOf(frozen.input));
}

const contextByInput = new WeakMap<RoundInput, MatchContext>();

function contextOf(input: RoundInput): MatchContext {
  const context = contextByInput.get(input) ?? {
    weights: input.weights,
    districts: createDistrictMap(input.districts),
    interestShares: new Map(input.interestShares),
  };
  contextByInput.set(input, context);
  return context;
}
