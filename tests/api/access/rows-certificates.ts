import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

const unsigned = { signatoryName: "", signatoryRole: "", logo: "none" as const };
const service = { from: "2026-10-01", until: "2026-10-31", accompanimentHours: 10, stammtischHours: 0, tasks: [] };

async function somebodyWhoLeft(scene: AccessScene) {
  const { id } = await scene.someone();
  expectOk(await scene.coordinator.client.call("endVolunteer", { params: { id } }));
  const { otherProvider, foreign } = scene.volunteers;
  return { params: { id }, swaps: { [id]: [otherProvider.id, foreign.id] } };
}

/** Certificates are handled by the provider of the person and the one that issued them; letterheads by their own. */
export const certificatesRows = {
  printCertificates: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { id, participant } = await scene.heldCourse();
      const body = { volunteerIds: [participant.id] };
      expectOk(await scene.coordinator.client.call("issueCertificates", { params: { id }, body }));
      return { input: { params: { id } }, swaps: { [id]: [await scene.foreignCourse()] } };
    },
  },
  // Nobody here has another name than before: whoever may ask is told so.
  reissueCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 409, 403, 404, 404],
    prepare: async (scene) => ({ input: { params: { id: (await scene.certificate()).id } } }),
  },
  readServiceRecord: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await somebodyWhoLeft(scene);
      return { input: { params }, swaps };
    },
  },
  issueServiceCertificate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await somebodyWhoLeft(scene);
      return { input: { params, body: service }, swaps };
    },
  },
  // The address is all it takes, and nobody guesses one.
  downloadCertificateByLink: {
    statuses: [410, 410, 410, 410, 410, 410, 410, 410, 410, 410, 410, 410, 410, 410, 410],
    prepare: always({ params: { token: "guessed" } }),
  },
  readLetterhead: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  updateLetterhead: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ body: unsigned }),
  },
  // Nobody has uploaded one.
  downloadLogo: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 404, 403, 404, 404],
    prepare: always({}),
  },
  previewLetterhead: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
} satisfies Partial<AccessTable>;
