import { createHash } from "node:crypto";
import type { RoundInput, RoundRequest, MatchMentor, RoundWishes } from "@augenhoehe/domain/matching";
import type { Tx } from "../../db/client.ts";
import { readNetworkMatching } from "../../db/repositories/match-context.ts";
import { readFrozenSealed, type StoredRound } from "../../db/repositories/matching-rounds.ts";
import type { StoredDraft } from "../../db/repositories/round-drafts.ts";
import {
  readMentorsInRound,
  readRequestsInRound,
  type MentorInRound,
  type RequestInRound,
} from "../../db/repositories/round-people.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { openFrozen, type FrozenRound } from "../../matching-rounds/frozen-round.ts";
import type { PlanBasis } from "../../matching-rounds/round-tasks.ts";
import { openBefore, openState, type DraftState } from "./draft-state.ts";
import { requireOwnDraft, type DraftOfRound } from "./own-round.ts";

type Deps = Pick<AppDeps, "rounds" | "vault">;

/** The people of a round as they are to be seen now; whoever may not be seen any more is missing. */
export interface RoundScene {
  readonly round: StoredRound;
  readonly frozen: FrozenRound;
  readonly requests: ReadonlyMap<string, RequestInRound>;
  readonly mentors: ReadonlyMap<string, MentorInRound>;
  readonly frozenRequests: ReadonlyMap<string, RoundRequest>;
  readonly frozenMentors: ReadonlyMap<string, MatchMentor>;
  readonly districtNames: ReadonlyMap<string, string>;
  /** Frozen, and not to be seen now: put under protection, handed over, erased. They are left out of every plan. */
  readonly absent: RoundWishes["leftOut"];
}

/** A draft with everything its plan follows from. */
export interface DraftScene extends RoundScene {
  readonly draft: StoredDraft;
  readonly state: DraftState;
  readonly basis: PlanBasis;
  readonly before: PlanBasis | null;
  /** Names what the plan follows from, for as long as nobody changes anything. */
  readonly planKey: string;
  /** The same of the revision before. */
  readonly keyBefore: string;
  readonly absentHash: string;
}

export async function loadRoundScene({ rounds, vault }: Deps, tx: Tx, round: StoredRound): Promise<RoundScene> {
  const frozen = rounds.frozen.get(round.id) ?? openFrozen(vault, round.id, await readFrozenSealed(tx, round.id));
  rounds.frozen.set(round.id, frozen);
  const { frozenRequests, frozenMentors } = peopleById(frozen.input);
  const requests = await readRequestsInRound(tx, vault, round.providerId, [...frozenRequests.keys()]);
  const mentors = await readMentorsInRound(tx, round.providerId);
  const { places } = await readNetworkMatching(tx);
  return {
    round,
    frozen,
    requests,
    mentors,
    frozenRequests,
    frozenMentors,
    districtNames: new Map(places.map(({ key, name }) => [key, name])),
    absent: {
      requests: [...frozenRequests.keys()].filter((id) => !requests.has(id)),
      mentors: [...frozenMentors.keys()].filter((id) => !mentors.has(id)),
    },
  };
}

export function draftSceneOf({ vault }: Pick<AppDeps, "vault">, scene: RoundScene, draft: StoredDraft): DraftScene {
  const state = openState(vault, draft);
  const before = openBefore(vault, draft);
  const visible = ({ settings, wishes }: PlanBasis): PlanBasis => ({
    settings,
    wishes: withoutAbsent(wishes, scene.absent),
  });
  const absentHash = createHash("sha256").update(JSON.stringify(scene.absent)).digest("hex");
  return {
    ...scene,
    draft,
    state,
    basis: visible(state),
    before: before === null ? null : visible(before),
    planKey: `${draft.id}/${draft.revision}/${absentHash}`,
    keyBefore: `${draft.id}/${draft.revision - 1}/${absentHash}`,
    absentHash,
  };
}

export function readDraftScene(deps: AppDeps, actor: StaffActor, of: DraftOfRound): Promise<DraftScene> {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const { round, draft } = await requireOwnDraft(tx, actor, of);
    return draftSceneOf(deps, await loadRoundScene(deps, tx, round), draft);
  });
}

/** Decisions about people who are not to be seen any more are none; in a plan they are left out. */
function withoutAbsent(wishes: RoundWishes, absent: RoundWishes["leftOut"]): RoundWishes {
  const present = presentWishes(wishes, absent);
  const { requests, mentors } = present.leftOut;
  return {
    ...present,
    leftOut: { requests: [...requests, ...absent.requests], mentors: [...mentors, ...absent.mentors] },
  };
}

export function presentWishes(wishes: RoundWishes, absent: RoundWishes["leftOut"]): RoundWishes {
  const [goneRequests, goneMentors] = [new Set(absent.requests), new Set(absent.mentors)];
  if (goneRequests.size === 0 && goneMentors.size === 0) return wishes;
  const isThere = (pair: { readonly requestId: string; readonly mentorId: string }) =>
    !goneRequests.has(pair.requestId) && !goneMentors.has(pair.mentorId);
  return {
    pins: wishes.pins.filter(isThere),
    bans: wishes.bans.filter(isThere),
    priority: wishes.priority.filter((id) => !goneRequests.has(id)),
    leftOut: {
      requests: wishes.leftOut.requests.filter((id) => !goneRequests.has(id)),
      mentors: wishes.leftOut.mentors.filter((id) => !goneMentors.has(id)),
    },
  };
}

interface PeopleById {
  readonly frozenRequests: ReadonlyMap<string, RoundRequest>;
  readonly frozenMentors: ReadonlyMap<string, MatchMentor>;
}

const peopleByInput = new WeakMap<RoundInput, PeopleById>();

function peopleById(input: RoundInput): PeopleById {
  const people = peopleByInput.get(input) ?? {
    frozenRequests: new Map(input.requests.map((request) => [request.id, request])),
    frozenMentors: new Map(input.mentors.map((mentor) => [mentor.id, mentor])),
  };
  peopleByInput.set(input, people);
  return people;
}
