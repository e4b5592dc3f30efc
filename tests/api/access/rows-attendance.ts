import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import type { AccessTable } from "./access-table.ts";

async function heldSession(scene: AccessScene) {
  const { sessionIds } = await scene.heldCourse();
  const [id = ""] = sessionIds;
  return { input: { params: { id } }, swaps: { [id]: [await scene.foreignSession()] } };
}

/** Somebody whose browser has scanned the code of a session they were at. */
async function whoHasScanned(scene: AccessScene) {
  const { sessionIds, participant } = await scene.heldCourse();
  const [id = ""] = sessionIds;
  expectOk(await participant.client.call("scanCheckInCode", { params: { code: scene.wallCode(id) } }));
  return { input: {}, as: { volunteer: participant.client } };
}

/** The list of a session for those who run its course; the code on the wall for everybody who stands before it. */
export const attendanceRows = {
  // A coordinator of another provider reads what was entered for own people only: here for nobody.
  readAttendanceHistory: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 200, 404],
    prepare: heldSession,
  },
  readCheckInCode: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: heldSession,
  },
  scanCheckInCode: {
    statuses: [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200],
    prepare: async (scene) => {
      const { sessionIds } = await scene.heldCourse();
      return { input: { params: { code: scene.wallCode(sessionIds[0] ?? "") } } };
    },
  },
  // Without a scanned code there is nothing to show and nowhere to check in.
  readMyCheckIn: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 422, 403, 403, 403, 403, 403, 403, 403],
    prepare: whoHasScanned,
  },
  checkMeIn: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 422, 403, 403, 403, 403, 403, 403, 403],
    prepare: whoHasScanned,
  },
} satisfies Partial<AccessTable>;
