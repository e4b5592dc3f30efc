import { expectOk } from "../../support/replies.ts";
import { always, type AccessTable } from "./access-table.ts";

const networkSlug = "moenchengladbach";
const CONSENT = { textVersion: 1, locale: "de" as const, way: "online" as const };

/** What newcomers do with the cookie of a draft or of a receipt; accounts have another cookie, which opens nothing here. */
export const newcomerRows = {
  startDraft: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: always({ body: { networkSlug, locale: "de" as const } }),
  },
  readDraft: {
    statuses: [401, 401, 401, 200, 403, 403, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: always({}),
    reads: { draft: true },
  },
  saveDraft: {
    statuses: [401, 401, 401, 200, 403, 403, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: always({ body: { reachKm: 3 } }),
  },
  discardDraft: {
    statuses: [401, 401, 401, 200, 403, 403, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => ({ input: {}, as: { draft: await scene.draft() } }),
  },
  submitDraft: {
    statuses: [401, 401, 401, 200, 403, 403, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => ({ input: { body: { consent: CONSENT } }, as: { draft: await scene.draft() } }),
  },
  signInWithReceipt: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: { body: { networkSlug, receipt: (await scene.asked()).receipt } } }),
  },
  signOutReceipt: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => ({ input: {}, as: await scene.freshClients() }),
  },
  readMyRequest: {
    statuses: [401, 401, 401, 403, 200, 200, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: always({}),
  },
  changeMyRequest: {
    statuses: [401, 401, 401, 403, 200, 200, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: always({ body: { reachKm: 4 } }),
  },
  withdrawMyRequest: {
    statuses: [401, 401, 401, 403, 200, 200, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => ({
      input: {},
      as: { mentee: (await scene.asked()).client, formerMentee: (await scene.asked()).client },
    }),
  },
  answerMyProposal: {
    statuses: [401, 401, 401, 403, 200, 404, 401, 401, 401, 401, 401, 401, 401, 401, 401],
    prepare: async (scene) => {
      const { asker, mentor, proposalId } = await scene.pair();
      const input = { params: { id: proposalId }, body: { answer: "yes" as const } };
      expectOk(await mentor.client.call("answerProposalAsVolunteer", input));
      const elsewhere = await scene.pair();
      return { input, as: { mentee: asker.client }, swaps: { [proposalId]: [elsewhere.proposalId] } };
    },
  },
} satisfies Partial<AccessTable>;
