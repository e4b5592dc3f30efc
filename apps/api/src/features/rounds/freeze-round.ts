import { ROUND_LIMITS, type RoundFilter } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { freezeRound, interestSharesOf, type MatchMentor, type RoundRequest } from "@augenhoehe/domain/matching";
import type { Tx } from "../../db/client.ts";
import { readNetworkMatching } from "../../db/repositories/match-context.ts";
import { listWaitingRequests, readPairHistories, type WaitingRequest } from "../../db/repositories/round-people.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { localDayOf } from "../../local-time.ts";
import type { FrozenRound } from "../../matching-rounds/frozen-round.ts";
import { matchRequestOf } from "../../matching/match-scene.ts";
import { readProviderMentors } from "../../matching/provider-mentors.ts";
import { validFuehrungszeugnisse } from "./valid-fuehrungszeugnisse.ts";

type Deps = Pick<AppDeps, "clock" | "vault">;

/** Everything a plan is computed from, as of this moment. Refused when nobody fits the filter, or too many do. */
export async function freezePeople(deps: Deps, tx: Tx, providerId: string, filter: RoundFilter): Promise<FrozenRound> {
  const network = await readNetworkMatching(tx);
  const waiting = (await listWaitingRequests(tx, deps.vault, providerId)).filter(isIn(filter, network.timeZone));
  const mentors = await readProviderMentors(tx, providerId);
  requireSize(waiting.length, mentors.length);

  const histories = await readPairHistories(
    tx,
    waiting.map(({ mentee }) => mentee.id),
  );
  const requests = waiting.map((one): RoundRequest => {
    const history = histories.get(one.mentee.id);
    return {
      ...matchRequestOf(one),
      declined: [...(history?.declined ?? [])].toSorted(),
      former: [...(history?.former ?? [])].toSorted(),
    };
  });
  const input = freezeRound({
    requests,
    mentors: await withOpenedFacts(deps, tx, requests, mentors),
    weights: network.weights,
    districts: network.places.map(({ key, lat, lng, neighbours }) => ({ key, lat, lng, neighbours })),
    interestShares: [...interestSharesOf(mentors)],
    now: deps.clock().getTime(),
  });
  return { input, priority: waiting.filter(({ request }) => request.priority).map(({ request }) => request.id) };
}

function requireSize(requests: number, mentors: number): void {
  const { requests: mostRequests, mentors: mostMentors } = ROUND_LIMITS;
  if (requests === 0 || mentors === 0) throw new Refusal("round_empty", { requests, mentors });
  if (requests > mostRequests || mentors > mostMentors) {
    throw new Refusal("round_too_large", { requests, mentors, mostRequests, mostMentors });
  }
}

const isIn =
  ({ districts, languages, waitingSince, waitingUntil }: RoundFilter, timeZone: string) =>
  ({ request }: WaitingRequest): boolean => {
    const day = localDayOf(request.submittedAt, timeZone);
    return (
      (districts.length === 0 || (request.district !== null && districts.includes(request.district))) &&
      (languages.length === 0 || request.languages.some(({ code }) => languages.includes(code))) &&
      (waitingSince === null || day >= waitingSince) &&
      (waitingUntil === null || day <= waitingUntil)
    );
  };

/** As taken from the pool, with what decides and is sealed. Clearances are never opened: nobody in a round needs one. */
async function withOpenedFacts(
  deps: Deps,
  tx: Tx,
  requests: readonly RoundRequest[],
  mentors: readonly MatchMentor[],
): Promise<readonly MatchMentor[]> {
  const ids = mentors.map(({ id }) => id);
  const valid = await validFuehrungszeugnisse(deps, tx, requests, ids);
  return mentors.map((mentor) => ({
    ...mentor,
    clearedForProtected: false,
    hasValidFuehrungszeugnis: valid === null || valid.has(mentor.id),
  }));
}
