import { EVERYBODY, USUAL } from "../../support/make-round.ts";
import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable, type Statuses } from "./access-table.ts";

/** Rounds are a coordinator's; another provider's and another network's answer like none. */
const OWN_ONLY: Statuses = [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404];
const EVERY_COORDINATOR: Statuses = [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200];

const body = { name: "Runde", filter: EVERYBODY, settings: USUAL };

/** A round with two people whom the coordinator wants together. */
async function pairInRound(scene: AccessScene) {
  const [asker, mentor] = [await scene.opened(), await scene.someone()];
  const params = expectOk(await scene.coordinator.client.call("createRound", { body }));
  const { requestId } = asker;
  const edit = { kind: "pin" as const, requestId, mentorId: mentor.id };
  expectOk(await scene.coordinator.client.call("editRoundDraft", { params, body: { revision: 1, edit } }));
  return { params, requestId, mentorId: mentor.id, revision: 2 };
}

/** A round with somebody who speaks a language nobody else does. */
async function unservedInRound(scene: AccessScene) {
  const { requestId } = await scene.openRequest({ languages: [{ code: "wo", level: "native" }] });
  return { params: expectOk(await scene.coordinator.client.call("createRound", { body })), requestId };
}

const roundParams = async (scene: AccessScene) => ({ id: (await pairInRound(scene)).params.id });
const draftParams = async (scene: AccessScene) => (await pairInRound(scene)).params;

export const roundsRows = {
  readRoundPool: { statuses: EVERY_COORDINATOR, prepare: always({}) },
  createRound: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 422, 422],
    prepare: async (scene) => {
      await scene.opened();
      return { input: { body } };
    },
  },
  listRounds: { statuses: EVERY_COORDINATOR, prepare: always({ query: {} }) },
  readRound: { statuses: OWN_ONLY, prepare: async (scene) => ({ input: { params: await roundParams(scene) } }) },
  renameRound: {
    statuses: OWN_ONLY,
    prepare: async (scene) => ({ input: { params: await roundParams(scene), body: { name: "Anders" } } }),
  },
  closeRound: { statuses: OWN_ONLY, prepare: async (scene) => ({ input: { params: await roundParams(scene) } }) },
  deleteRound: { statuses: OWN_ONLY, prepare: async (scene) => ({ input: { params: await roundParams(scene) } }) },
  createRoundDraft: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { id, draftId } = await draftParams(scene);
      return { input: { params: { id }, body: { name: "Zweiter", copyOf: draftId } } };
    },
  },
  renameRoundDraft: {
    statuses: OWN_ONLY,
    prepare: async (scene) => ({ input: { params: await draftParams(scene), body: { name: "Anders" } } }),
  },
  deleteRoundDraft: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { id, draftId } = await draftParams(scene);
      const copy = { params: { id }, body: { name: "Zweiter", copyOf: draftId } };
      expectOk(await scene.coordinator.client.call("createRoundDraft", copy));
      return { input: { params: { id, draftId } } };
    },
  },
  changeRoundSettings: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, revision } = await pairInRound(scene);
      return { input: { params, body: { revision, settings: { ...USUAL, objective: "value" } } } };
    },
  },
  editRoundDraft: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, revision, requestId } = await pairInRound(scene);
      const others = [await scene.requestElsewhere(), await scene.foreignRequest()];
      const edit = { kind: "unpin" as const, requestId };
      return { input: { params, body: { revision, edit } }, swaps: { [requestId]: others } };
    },
  },
  undoRoundStep: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, revision } = await pairInRound(scene);
      return { input: { params, body: { revision } } };
    },
  },
  readRoundPlan: {
    statuses: OWN_ONLY,
    prepare: async (scene) => ({ input: { params: await draftParams(scene), query: {} } }),
  },
  cancelRoundPlan: { statuses: OWN_ONLY, prepare: async (scene) => ({ input: { params: await draftParams(scene) } }) },
  startRoundPlan: { statuses: OWN_ONLY, prepare: async (scene) => ({ input: { params: await draftParams(scene) } }) },
  readRoundPair: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, requestId } = await pairInRound(scene);
      const others = [await scene.requestElsewhere(), await scene.foreignRequest()];
      return { input: { params: { ...params, requestId } }, swaps: { [requestId]: others } };
    },
  },
  readRoundUnserved: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, requestId } = await unservedInRound(scene);
      const others = [await scene.requestElsewhere(), await scene.foreignRequest()];
      return { input: { params: { ...params, requestId } }, swaps: { [requestId]: others } };
    },
  },
  readRoundRecruitment: {
    statuses: OWN_ONLY,
    prepare: async (scene) => ({ input: { params: await draftParams(scene) } }),
  },
  downloadRoundRecruitment: {
    statuses: OWN_ONLY,
    prepare: async (scene) => ({ input: { params: await draftParams(scene), query: { format: "csv" } } }),
  },
  compareRoundDrafts: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { id, draftId } = await draftParams(scene);
      const copy = { params: { id }, body: { name: "Zweiter", copyOf: draftId } };
      const { id: otherId } = expectOk(await scene.coordinator.client.call("createRoundDraft", copy));
      return { input: { params: { id, draftId, otherId } } };
    },
  },
  sendRound: {
    statuses: OWN_ONLY,
    prepare: async (scene) => {
      const { params, revision, requestId } = await pairInRound(scene);
      const others = [await scene.requestElsewhere(), await scene.foreignRequest()];
      return { input: { params, body: { revision, requestIds: [requestId] } }, swaps: { [requestId]: others } };
    },
  },
} satisfies Partial<AccessTable>;
