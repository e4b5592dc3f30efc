import { KARIN } from "../../support/volunteer.ts";
import { expectOk } from "../../support/replies.ts";
import { VOLUNTEER_NAME, type AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

const APPLIED = { status: "applied", interviewedOn: null } as const;

/** A volunteer made for the row; an id of another provider or network answers the coordinator like nobody's. */
async function about(scene: AccessScene, changes: Parameters<AccessScene["someone"]>[0] = {}) {
  const { id } = await scene.someone(changes);
  const { otherProvider, foreign } = scene.volunteers;
  return { params: { id }, swaps: { [id]: [otherProvider.id, foreign.id] } };
}

let entered = 0;

/** What coordinators do with the volunteers of their own provider. */
export const volunteersRows = {
  listVolunteers: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  createVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: () => ({
      input: {
        body: {
          email: `eintrag${++entered}@netz.example`,
          profile: { ...KARIN, district: null, topics: [], interests: [] },
        },
      },
    }),
  },
  readVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params }, swaps };
    },
  },
  updateVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params, body: { ...KARIN, lastName: VOLUNTEER_NAME } }, swaps };
    },
  },
  recordInterview: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, APPLIED);
      return { input: { params, body: { heldOn: "2026-10-30", note: "freundlich" } }, swaps };
    },
  },
  recordDeclaration: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params, body: { kind: "secrecy" as const, signedOn: "2026-10-30" } }, swaps };
    },
  },
  recordFuehrungszeugnis: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      const body = { inspectedOn: "2026-10-20", certificateDate: "2026-10-01", listedConviction: false };
      return { input: { params, body }, swaps };
    },
  },
  deleteFuehrungszeugnis: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      const body = { inspectedOn: "2026-10-20", certificateDate: "2026-10-01", listedConviction: false };
      expectOk(await scene.coordinator.client.call("recordFuehrungszeugnis", { params, body }));
      return { input: { params }, swaps };
    },
  },
  overrideCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, { certificateId: null });
      return { input: { params, body: { reason: "Kurs in Dresden gemacht" } }, swaps };
    },
  },
  clearForProtected: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params, body: { cleared: true } }, swaps };
    },
  },
  pauseVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params }, swaps };
    },
  },
  resumeVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene, { status: "paused" });
      return { input: { params }, swaps };
    },
  },
  endVolunteer: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await about(scene);
      return { input: { params }, swaps };
    },
  },
  exportVolunteers: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { format: "csv" as const } }),
  },
} satisfies Partial<AccessTable>;
