import { Refusal, decideRequest, requireProposable, type RequestState } from "@augenhoehe/domain";
import { exclusionsOf, interestSharesOf, type MatchMentor, type RoundPair } from "@augenhoehe/domain/matching";
import { dropExpiredCertificates } from "../../certificate/drop-expired.ts";
import type { Tx } from "../../db/client.ts";
import { readNetworkMatching } from "../../db/repositories/match-context.ts";
import { lockMentors, type StoredVolunteer } from "../../db/repositories/mentor-cards.ts";
import { openProtection } from "../../db/repositories/protected-mentees.ts";
import { listOpenProposals } from "../../db/repositories/proposals.ts";
import { readPairHistories } from "../../db/repositories/round-people.ts";
import { findStaffRequest, lockStaffRequests, type StaffRequest } from "../../db/repositories/staff-requests.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { expireIfOverdue } from "../../matching/end-proposal.ts";
import { matchRequestOf } from "../../matching/match-scene.ts";
import type { OwnRequest } from "../../matching/own-request.ts";
import { readProviderMentors } from "../../matching/provider-mentors.ts";
import { validFuehrungszeugnisse } from "./valid-fuehrungszeugnisse.ts";

/** Nothing speaks against this pair now; both rows are locked. */
interface ReadyPair {
  readonly pair: RoundPair;
  readonly request: StaffRequest["request"];
  readonly state: RequestState;
  readonly volunteer: StoredVolunteer;
}

interface CheckedPairs {
  readonly ready: readonly ReadyPair[];
  readonly stale: readonly { readonly pair: RoundPair; readonly refusal: Refusal }[];
}

/**
 * Looks at each pair with today's facts and all rows locked: requests by id, then volunteers by id, so that two
 * sendings wait for each other and never for ever. Places taken by a pair further up count for those below.
 */
export async function checkPairs(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  pairs: readonly RoundPair[],
): Promise<CheckedPairs> {
  const requests = await lockRequests(deps, tx, actor, pairs);
  const mentorIds = [...new Set(pairs.map(({ mentorId }) => mentorId))];
  const volunteers = await lockMentors(tx, mentorIds);
  await dropExpiredCertificates(deps, tx, mentorIds);
  const requireFree = await createJudge(deps, tx, actor, [...requests.values()], mentorIds);
  const [ready, stale]: [ReadyPair[], { pair: RoundPair; refusal: Refusal }[]] = [[], []];
  for (const pair of pairs) {
    try {
      const [own, volunteer] = [requests.get(pair.requestId), volunteers.get(pair.mentorId)];
      if (own === undefined || volunteer?.providerId !== actor.providerId) throw new Refusal("not_found");
      if (volunteer.status === "left") throw new Refusal("mentor_not_eligible", { missing: "left" });
      const state = decideRequest(own.request, { type: "propose" }, deps.clock());
      requireFree(own, pair.mentorId);
      ready.push({ pair, request: own.request, state, volunteer });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      stale.push({ pair, refusal: error });
    }
  }
  return { ready, stale };
}

/** Own ones, by id, nobody under protection; a proposal that nobody answered in time is let go first. */
async function lockRequests(
  deps: AppDeps,
  tx: Tx,
  actor: StaffActor,
  pairs: readonly RoundPair[],
): Promise<Map<string, OwnRequest>> {
  const locked = await lockStaffRequests(
    tx,
    pairs.map(({ requestId }) => requestId),
  );
  const own = new Map<string, OwnRequest>();
  for (const found of locked) {
    if (found.request.providerId !== actor.providerId) continue;
    const protection = openProtection(deps.vault, found.mentee);
    if (protection.isProtected) continue;
    const present = found.request.status === "in_proposal" ? await withoutOverdue(deps, tx, found) : found;
    own.set(found.request.id, { ...present, protection });
  }
  return own;
}

async function withoutOverdue(deps: AppDeps, tx: Tx, found: StaffRequest): Promise<StaffRequest> {
  const { id } = found.request;
  for (const proposal of await listOpenProposals(tx, { requestId: id })) await expireIfOverdue(deps, tx, proposal);
  return (await findStaffRequest(tx, id)) ?? found;
}

/** Refuses a pair that something excludes as of now, and counts the places of those it let pass. */
async function createJudge(
  deps: AppDeps,
  tx: Tx,
  { providerId }: StaffActor,
  requests: readonly OwnRequest[],
  mentorIds: readonly string[],
) {
  const { weights, districtMap: districts } = await readNetworkMatching(tx);
  const mentors = await readProviderMentors(tx, providerId);
  const mentorById = new Map(mentors.map((mentor) => [mentor.id, mentor]));
  const menteeIds = requests.map(({ mentee }) => mentee.id);
  const histories = await readPairHistories(tx, menteeIds);
  const valid = await validFuehrungszeugnisse(deps, tx, requests.map(matchRequestOf), mentorIds);
  const context = { weights, districts, interestShares: interestSharesOf(mentors) };
  const taken = new Map<string, number>();

  return (own: OwnRequest, mentorId: string): void => {
    const [mentor, history] = [mentorById.get(mentorId), histories.get(own.mentee.id)];
    if (mentor === undefined || history === undefined) throw new Refusal("not_found");
    const placesTaken = taken.get(mentorId) ?? 0;
    const present: MatchMentor = {
      ...mentor,
      openProposals: mentor.openProposals + placesTaken,
      hasValidFuehrungszeugnis: valid === null || valid.has(mentorId),
    };
    requireProposable(exclusionsOf(present, matchRequestOf(own), history, context));
    taken.set(mentorId, placesTaken + 1);
  };
}
