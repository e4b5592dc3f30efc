import { expectOk } from "../../support/replies.ts";
import { VOLUNTEER_NAME, type AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

let lists = 0;

const file = () => {
  const name = `Liste${++lists}`;
  const csv = `Vorname;Nachname;E-Mail;Sprachen\n${name};${VOLUNTEER_NAME};${name}@netz.example;Deutsch\n`;
  return { kind: "volunteers" as const, fileName: "liste.csv", contentBase64: Buffer.from(csv).toString("base64") };
};

/** A list that was read in, and those of another provider and another network. */
async function importOf(scene: AccessScene, applied = false) {
  const read = async ({ client }: AccessScene["coordinator"]) =>
    expectOk(await client.call("previewImport", { body: file() })).id;
  const params = { id: await read(scene.coordinator) };
  if (applied) {
    expectOk(await scene.coordinator.client.call("applyImport", { params, body: { rows: "all" } }));
  }
  return { params, swaps: { [params.id]: [await read(scene.otherProvider), await read(scene.otherNetwork)] } };
}

/** Lists read in and taken over belong to the provider whose coordinator brought them. */
export const listsRows = {
  listImports: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  downloadImportTemplate: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { kind: "volunteers" as const } }),
  },
  previewImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: () => ({ input: { body: file() } }),
    reads: { otherProvider: true, otherNetwork: true },
  },
  readImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await importOf(scene);
      return { input: { params, query: {} }, swaps };
    },
  },
  remapImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await importOf(scene);
      return { input: { params, body: { mapping: ["firstName", "lastName", "email", "languages"] } }, swaps };
    },
  },
  applyImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await importOf(scene);
      return { input: { params, body: { rows: "all" as const } }, swaps };
    },
  },
  undoImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await importOf(scene, true);
      return { input: { params }, swaps };
    },
  },
  discardImport: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await importOf(scene);
      return { input: { params }, swaps };
    },
  },
} satisfies Partial<AccessTable>;
