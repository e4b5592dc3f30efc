import type { RoundPool } from "@augenhoehe/contract";
import { DEFAULT_ROUND_SETTINGS, type MatchMentor } from "@augenhoehe/domain/matching";
import { freePlaces } from "@augenhoehe/domain";
import { readNetworkMatching } from "../../db/repositories/match-context.ts";
import { listWaitingRequests } from "../../db/repositories/round-people.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { readProviderMentors } from "../../matching/provider-mentors.ts";

/** To choose from before a round is made: who could be part of one, counted. */
export function readRoundPool(deps: AppDeps, actor: StaffActor): Promise<RoundPool> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const waiting = await listWaitingRequests(tx, deps.vault, actor.providerId);
    const free = (await readProviderMentors(tx, actor.providerId)).filter(isFree);
    const { places } = await readNetworkMatching(tx);
    const byDistrict = Map.groupBy(waiting, ({ request }) => request.district);
    const spoken = waiting.flatMap(({ request }) => request.languages.map(({ code }) => code));
    return {
      requests: waiting.length,
      mentors: free.length,
      freePlaces: free.reduce((sum, mentor) => sum + freePlaces(mentor), 0),
      districts: places
        .map(({ key, name }) => ({ key, name, requests: byDistrict.get(key)?.length ?? 0 }))
        .filter(({ requests }) => requests > 0)
        .toSorted((a, b) => a.name.localeCompare(b.name, "de")),
      languages: [...Map.groupBy(spoken, (code) => code)]
        .map(([code, speakers]) => ({ code, requests: speakers.length }))
        .toSorted((a, b) => b.requests - a.requests || a.code.localeCompare(b.code)),
      defaults: DEFAULT_ROUND_SETTINGS,
    };
  });
}

export const isFree = (mentor: MatchMentor): boolean =>
  mentor.gaps.length === 0 && !mentor.paused && freePlaces(mentor) > 0;
