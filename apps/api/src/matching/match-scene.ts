import { asksForFuehrungszeugnis } from "@augenhoehe/domain";
import {
  RequestPacker,
  mentorBeside,
  possibleIds,
  type MatchMentor,
  type MatchRequest,
  type PairHistory,
  type SealedFacts,
} from "@augenhoehe/domain/matching";
import type { Tx } from "../db/client.ts";
import { readPairHistory, type NetworkMatching } from "../db/repositories/match-context.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { OwnRequest } from "./own-request.ts";
import { openSealedFacts } from "./sealed-facts.ts";

/**
 * Everything needed to judge any mentor of a provider beside one request, as of this moment. Others may change the pool
 * as soon as something is waited for.
 */
export interface MatchScene {
  readonly request: MatchRequest;
  readonly packer: RequestPacker;
  readonly knowledge: { readonly history: PairHistory; readonly sealedFacts: ReadonlyMap<string, SealedFacts> };
  readonly network: NetworkMatching;
}

export async function loadMatchScene(
  { clock, mentorPools, vault }: Pick<AppDeps, "clock" | "mentorPools" | "vault">,
  tx: Tx,
  own: OwnRequest,
): Promise<MatchScene> {
  const request = matchRequestOf(own);
  const history = await readPairHistory(tx, own.mentee.id);
  const pool = await mentorPools.open(tx, own.request.providerId);
  const { network } = pool;
  const nothingSealed = { history, sealedFacts: new Map<string, SealedFacts>() };
  if (!asksForFuehrungszeugnis(request) && !request.protected) {
    return { request, packer: pool.packer(), knowledge: nothingSealed, network };
  }
  const packer = new RequestPacker(pool.mentors.copy(), pool.packer().context);
  const possible = possibleIds(packer.pool, packer.pack(request, nothingSealed));
  const sealedFacts = await openSealedFacts(tx, vault, request, possible, {
    now: clock(),
    timeZone: network.timeZone,
  });
  return { request, packer, knowledge: { history, sealedFacts }, network };
}

/** One mentor of the scene with what is sealed about them; undefined for nobody of the provider. */
export const mentorIn = ({ packer, request, knowledge }: MatchScene, id: string): MatchMentor | undefined =>
  mentorBeside(packer.pool, packer.pack(request, knowledge), id);

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
