import { curriculumInput } from "../../support/curricula.ts";
import { expectOk } from "../../support/replies.ts";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

async function curriculum(scene: AccessScene) {
  const create = async ({ client }: AccessScene["coordinator"]) =>
    expectOk(await client.call("createCurriculum", { body: curriculumInput() })).id;
  const id = await create(scene.coordinator);
  return { params: { id }, swaps: { [id]: [await create(scene.otherNetwork)] } };
}

/** One with the modules of the usual curriculum, so that the other rows still find them once it is made the usual one. */
async function copyOfStandard(scene: AccessScene) {
  const { client } = scene.coordinator;
  const standard = expectOk(await client.call("listCurricula")).items.find(({ isStandard }) => isStandard);
  if (standard === undefined) throw new Error("The network has no usual curriculum");
  const body = { title: "Abendkurs" };
  const { id } = expectOk(await client.call("copyCurriculum", { params: { id: standard.id }, body }));
  const other = expectOk(await scene.otherNetwork.client.call("createCurriculum", { body: curriculumInput() }));
  return { params: { id }, swaps: { [id]: [other.id] } };
}

/** Curricula belong to the network: coordinators of every provider write them together. */
export const curriculaRows = {
  listCurricula: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  createCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: () => ({ input: { body: curriculumInput() } }),
  },
  adoptExampleCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ body: { key: "trauma" } }),
  },
  readCurriculumDetail: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params }, swaps };
    },
  },
  updateCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params, body: curriculumInput() }, swaps };
    },
  },
  previewCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params, body: curriculumInput() }, swaps };
    },
  },
  copyCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params, body: { title: "Kurs am Wochenende" } }, swaps };
    },
  },
  archiveCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params }, swaps };
    },
  },
  restoreCurriculum: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await curriculum(scene);
      return { input: { params }, swaps };
    },
  },
  makeCurriculumStandard: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 404],
    prepare: async (scene) => {
      const { params, swaps } = await copyOfStandard(scene);
      return { input: { params }, swaps };
    },
  },
  suggestTopUps: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
} satisfies Partial<AccessTable>;
