import { addFile, FIRST_MODULE, sent } from "../../support/course-room.ts";
import { pdfFile } from "../../support/material-files.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

async function course(scene: AccessScene) {
  const held = await scene.heldCourse();
  return { ...held, params: { id: held.id }, swaps: { [held.id]: [await scene.foreignCourse()] } };
}

async function material(scene: AccessScene) {
  const { id: courseId, participant } = await scene.heldCourse();
  const id = await addFile(scene.coordinator.client, courseId, pdfFile());
  const elsewhere = await addFile(scene.otherNetwork.client, await scene.foreignCourse(), pdfFile());
  return { participant, params: { id }, swaps: { [id]: [elsewhere] } };
}

/** A course is run by its trainers and the coordinators of its provider; participants see what is meant for them. */
export const courseRoomRows = {
  readTrainerHome: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 200, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  readCourseRoom: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await course(scene);
      return { input: { params }, swaps };
    },
  },
  listMaterials: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await course(scene);
      return { input: { params }, swaps };
    },
  },
  addMaterial: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await course(scene);
      return { input: { params, body: { moduleKey: FIRST_MODULE, ...sent("Merkblatt.pdf", pdfFile()) } }, swaps };
    },
  },
  replaceMaterial: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await material(scene);
      return { input: { params, body: sent("Neu.pdf", pdfFile()) }, swaps };
    },
  },
  deleteMaterial: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await material(scene);
      return { input: { params }, swaps };
    },
  },
  downloadMaterial: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 404, 200, 404, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { participant, params, swaps } = await material(scene);
      return { input: { params }, as: { volunteer: participant.client }, swaps };
    },
  },
  readCourseFeedback: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 200, 404, 403, 200, 403, 403, 404],
    prepare: async (scene) => {
      const { params, swaps } = await course(scene);
      return { input: { params }, swaps };
    },
  },
  readMyCourse: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 404, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { participant, params, swaps } = await course(scene);
      return { input: { params }, as: { volunteer: participant.client }, swaps };
    },
  },
  giveFeedback: {
    statuses: [401, 401, 401, 401, 401, 401, 200, 422, 403, 403, 403, 403, 403, 403, 403],
    prepare: async (scene) => {
      const { participant, sessionIds } = await course(scene);
      const id = sessionIds.at(-1) ?? "";
      return {
        input: { params: { id }, body: { face: "good" as const, sentence: null } },
        as: { volunteer: participant.client },
        swaps: { [id]: [await scene.foreignSession()] },
      };
    },
  },
} satisfies Partial<AccessTable>;
