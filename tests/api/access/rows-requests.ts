import { expectOk } from "../../support/replies.ts";
import { CLARIFIED } from "../../support/matching-scene.ts";
import { RANIA } from "../../support/newcomer.ts";
import { MENTEE_NAME, type AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

const CONSENT = { textVersion: 1, locale: "de" as const, way: "in_person" as const };
const ANSWERS = { ...RANIA, chosenName: MENTEE_NAME };
/** Somebody every provider may know, without words of a network. */
const PLAIN_ANSWERS = { ...RANIA, district: null, topics: [], interests: [] };

/** A request of the provider; one of another provider or network answers its coordinator like nobody's. */
async function about(
  scene: AccessScene,
  state: "submitted" | "clarified" | "open" | "closed",
  chosenName = MENTEE_NAME,
) {
  const { requestId: id } = state === "open" ? await scene.opened() : await scene.asked({ chosenName });
  const { client } = scene.coordinator;
  if (state === "clarified") expectOk(await client.call("clarifyRequest", { params: { id }, body: CLARIFIED }));
  if (state === "closed") {
    expectOk(await client.call("closeRequest", { params: { id }, body: { reason: "not_wished_any_more" } }));
  }
  return { params: { id }, swaps: { [id]: [await scene.foreignRequest(), await scene.requestElsewhere()] } };
}

/** What staff does with the requests of its own provider. */
export const requestsRows = {
  createRequestOnBehalf: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 200, 200],
    prepare: always({ body: { answers: PLAIN_ANSWERS, consent: CONSENT } }),
  },
  listRequests: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  readRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted");
      return { input: { params }, swaps };
    },
  },
  updateRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted");
      return { input: { params, body: ANSWERS }, swaps };
    },
  },
  recordConsent: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted");
      const body = { textVersion: 1, locale: "de" as const, way: "in_person" as const };
      return { input: { params, body }, swaps };
    },
  },
  renewReceipt: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted");
      return { input: { params }, swaps };
    },
  },
  clarifyRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted");
      return { input: { params, body: CLARIFIED }, swaps };
    },
  },
  openRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "clarified");
      return { input: { params }, swaps };
    },
  },
  closeRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "open");
      return { input: { params, body: { reason: "not_wished_any_more" as const } }, swaps };
    },
  },
  reopenRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "closed");
      return { input: { params }, swaps };
    },
  },
  handOverRequest: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "submitted", "Wechsel");
      const providerId = scene.network.otherProvider.id;
      return {
        input: { params, body: { providerId, consentGiven: true as const } },
        swaps: { ...swaps, [providerId]: [scene.foreignNetwork.intake.id] },
      };
    },
  },
  readSuggestions: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "open");
      return { input: { params, query: {} }, swaps };
    },
  },
  readPairing: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "open");
      const { own, otherProvider, foreign } = scene.volunteers;
      const volunteerId = own.id;
      return {
        input: { params: { ...params, volunteerId } },
        swaps: { ...swaps, [volunteerId]: [otherProvider.id, foreign.id] },
      };
    },
  },
  searchMentors: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "open");
      return { input: { params, query: { search: "Volk" } }, swaps };
    },
  },
  propose: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, "open");
      const { id: volunteerId } = await scene.someone();
      const { otherProvider, foreign } = scene.volunteers;
      return {
        input: { params, body: { volunteerId } },
        swaps: { ...swaps, [volunteerId]: [otherProvider.id, foreign.id] },
      };
    },
  },
  exportRequests: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { format: "csv" as const } }),
  },
} satisfies Partial<AccessTable>;
