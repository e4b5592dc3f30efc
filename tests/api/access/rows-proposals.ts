import { FIRST_MEETING } from "../../support/matching-scene.ts";
import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

async function bothSaidYes(scene: AccessScene) {
  return { id: await scene.bothSaidYes(await scene.opened(), await scene.someone()) };
}

async function tandem(scene: AccessScene, paused = false) {
  const params = { id: await scene.tandem(await scene.opened(), await scene.someone()) };
  if (paused) {
    expectOk(await scene.coordinator.client.call("recordFirstMeeting", { params }));
    expectOk(await scene.coordinator.client.call("pauseTandem", { params }));
  }
  return params;
}

/** What coordinators do with proposals and tandems of their own provider; a counsellor decides nothing here. */
export const proposalsRows = {
  listProposals: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  readProposal: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: { id: (await scene.pair()).proposalId } } }),
  },
  withdrawProposal: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({
      input: { params: { id: (await scene.pair()).proposalId }, body: { reason: "doch nicht" } },
    }),
  },
  declineProposal: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: await bothSaidYes(scene), body: { reason: "Kollegen" } } }),
  },
  confirmProposal: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: await bothSaidYes(scene), body: FIRST_MEETING } }),
  },
  listTandems: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  readTandem: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: await tandem(scene) } }),
  },
  recordFirstMeeting: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: await tandem(scene) } }),
  },
  pauseTandem: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const params = await tandem(scene);
      expectOk(await scene.coordinator.client.call("recordFirstMeeting", { params }));
      return { input: { params } };
    },
  },
  resumeTandem: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: await tandem(scene, true) } }),
  },
  endTandem: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => ({
      input: { params: await tandem(scene), body: { reason: "moved" as const, backInQueue: false } },
    }),
  },
} satisfies Partial<AccessTable>;
