import {
  interestSharesOf,
  type InterestShares,
  type MatchContext,
  type MatchMentor,
  type MatchRequest,
  type PairHistory,
} from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { readCurrentVersions } from "../db/repositories/eligibility.ts";
import { readNetworkMatching, readPairHistory, type NetworkMatching } from "../db/repositories/match-context.ts";
import { loadMatchMentors } from "../db/repositories/match-mentors.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { OwnRequest } from "./own-request.ts";
import { openSealedFacts } from "./sealed-facts.ts";

/** Everything needed to judge any mentor of a provider beside one request, as of this moment. */
export interface MatchScene {
  readonly request: MatchRequest;
  readonly mentors: readonly MatchMentor[];
  readonly history: PairHistory;
  readonly context: MatchContext;
  readonly network: NetworkMatching;
}

export async function loadMatchScene(
  { clock, vault }: Pick<AppDeps, "clock" | "vault">,
  tx: Tx,
  own: OwnRequest,
): Promise<MatchScene> {
  const network = await readNetworkMatching(tx);
  const history = await readPairHistory(tx, own.mentee.id);
  const mentors = await loadMatchMentors(tx, own.request.providerId, await readCurrentVersions(tx));
  const context = {
    weights: network.weights,
    districts: network.districtMap,
    interestShares: sharesOf(mentors),
  };
  const scene = { request: matchRequestOf(own), mentors, history, context };
  const looked = await openSealedFacts(tx, vault, scene, { now: clock(), timeZone: network.timeZone });
  return { ...scene, mentors: looked, network };
}

/** Computed once per pool: the same list of mentors comes back while nothing changed. */
const sharesByPool = new WeakMap<readonly MatchMentor[], InterestShares>();

function sharesOf(mentors: readonly MatchMentor[]): InterestShares {
  const shares = sharesByPool.get(mentors) ?? interestSharesOf(mentors);
  sharesByPool.set(mentors, shares);
  return shares;
}

export function matchRequestOf({
  request,
  mentee,
  protection,
}: Pick<OwnRequest, "request" | "mentee" | "protection">): MatchRequest {
  const { id, languages, district, reachKm, slots, topics, interests, forWhom, wishes } = request;
  const { involvesMinors, inReceptionCentre, interpreterAgreed } = request;
  return {
    id,
    languages,
    district,
    reachKm,
    slots,
    topics,
    interests,
    gender: mentee.gender,
    ageBand: mentee.ageBand,
    forWhom,
    involvesMinors,
    inReceptionCentre,
    protected: protection.isProtected,
    interpreterAgreed,
    wishes,
    waitingSince: request.submittedAt.getTime(),
  };
}
