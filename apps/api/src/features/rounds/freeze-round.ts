import type { RoundFilter } from "@augenhoehe/contract";
import {
  FUEHRUNGSZEUGNIS_VALID_MONTHS,
  Refusal,
  asksForFuehrungszeugnis,
  isFuehrungszeugnisValid,
} from "@augenhoehe/domain";
import { freezeRound, interestSharesOf, type MatchMentor, type RoundRequest } from "@augenhoehe/domain/matching";
import { ROUND_LIMITS } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { readCurrentVersions } from "../../db/repositories/eligibility.ts";
import { readNetworkMatching } from "../../db/repositories/match-context.ts";
import { loadMatchMentors } from "../../db/repositories/match-mentors.ts";
import { listSealedFacts } from "../../db/repositories/mentor-cards.ts";
import { listWaitingRequests, readPairHistories, type WaitingRequest } from "../../db/repositories/round-people.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { localDayOf } from "../../local-time.ts";
import type { FrozenRound } from "../../matching-rounds/frozen-round.ts";
import { matchRequestOf } from "../../matching/match-scene.ts";
import { openFuehrungszeugnis } from "../../people/fuehrungszeugnis-entry.ts";

type Deps = Pick<AppDeps, "clock" | "vault">;

/** Everything a plan is computed from, as of this moment. Refused when nobody fits the filter, or too many do. */
export async function freezePeople(deps: Deps, tx: Tx, providerId: string, filter: RoundFilter): Promise<FrozenRound> {
  const network = await readNetworkMatching(tx);
  const waiting = (await listWaitingRequests(tx, deps.vault, providerId)).filter(isIn(filter, network.timeZone));
  const mentors = await loadMatchMentors(tx, providerId, await readCurrentVersions(tx));
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
  const now = deps.clock();
  const input = freezeRound({
    requests,
    mentors: await withOpenedFacts(deps, tx, requests, mentors, localDayOf(now, network.timeZone)),
    weights: network.weights,
    districts: network.places.map(({ key, lat, lng, neighbours }) => ({ key, lat, lng, neighbours })),
    interestShares: [...interestSharesOf(mentors)],
    now: now.getTime(),
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

/** Führungszeugnis entries are opened only where somebody in the round asks for one. Clearances never: see the filter. */
async function withOpenedFacts(
  { vault }: Deps,
  tx: Tx,
  requests: readonly RoundRequest[],
  mentors: readonly MatchMentor[],
  today: string,
): Promise<readonly MatchMentor[]> {
  const cleared = mentors.map((mentor) => ({ ...mentor, clearedForProtected: false }));
  if (!requests.some(asksForFuehrungszeugnis)) return cleared;
  const facts = await listSealedFacts(
    tx,
    mentors.map(({ id }) => id),
  );
  const valid = new Set(
    facts
      .filter(({ id, entrySealed }) =>
        isFuehrungszeugnisValid(
          entrySealed === null ? null : openFuehrungszeugnis(vault, id, entrySealed),
          today,
          FUEHRUNGSZEUGNIS_VALID_MONTHS,
        ),
      )
      .map(({ id }) => id),
  );
  return cleared.map((mentor) => ({ ...mentor, hasValidFuehrungszeugnis: valid.has(mentor.id) }));
}
