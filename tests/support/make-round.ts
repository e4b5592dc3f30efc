import type { ReadyPlanView, RoundEdit, RoundFilter, RoundSettings } from "@augenhoehe/contract";
import { expectOk } from "./replies.ts";
import type { TestClient } from "./test-client.ts";

export const EVERYBODY: RoundFilter = { districts: [], languages: [], waitingSince: null, waitingUntil: null };
export const USUAL: RoundSettings = {
  objective: "served-first",
  minimumPoints: 20,
  waitingBonus: { pointsPerWeek: 0.5, atMostPoints: 10 },
};

export interface RoundChoices {
  readonly filter?: Partial<RoundFilter>;
  readonly settings?: Partial<RoundSettings>;
}

/** A round with one draft, as a coordinator's browser makes and reads it. */
export interface TestRound {
  readonly id: string;
  readonly draftId: string;
  readonly params: { readonly id: string; readonly draftId: string };
  /** Waits for nothing: the plan has to be there. */
  plan(page?: number): Promise<ReadyPlanView>;
  /** On the revision that is there now; the next one comes back. */
  edit(edit: RoundEdit): Promise<number>;
  send(requestIds?: "all" | string[]): ReturnType<typeof sendAs>;
}

export async function makeRound(client: TestClient, { filter, settings }: RoundChoices = {}): Promise<TestRound> {
  const body = { name: "Herbstrunde", filter: { ...EVERYBODY, ...filter }, settings: { ...USUAL, ...settings } };
  const { id, draftId } = expectOk(await client.call("createRound", { body }));
  return openRoundAs(client, { id, draftId });
}

/** The same round in somebody's browser. */
export function openRoundAs(client: TestClient, params: TestRound["params"]): TestRound {
  const round: TestRound = {
    ...params,
    params,
    async plan(page = 1) {
      const read = expectOk(await client.call("readRoundPlan", { params, query: { page } }));
      if (read.status !== "ready") throw new Error(`The plan is ${read.status}`);
      return read;
    },
    async edit(edit) {
      const { revision } = await round.plan();
      return expectOk(await client.call("editRoundDraft", { params, body: { revision, edit } })).revision;
    },
    send: async (requestIds = "all") => sendAs(client, params, requestIds),
  };
  return round;
}

async function sendAs(client: TestClient, params: TestRound["params"], requestIds: "all" | string[]) {
  const { drafts } = expectOk(await client.call("readRound", { params: { id: params.id } }));
  const revision = drafts.find(({ id }) => id === params.draftId)?.revision ?? 1;
  return expectOk(await client.call("sendRound", { params, body: { revision, requestIds } }));
}

/** Who is paired with whom, by request. */
export const pairsOf = (plan: ReadyPlanView): Record<string, string> =>
  Object.fromEntries(plan.pairs.map(({ requestId, mentorId }) => [requestId, mentorId]));
