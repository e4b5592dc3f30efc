import { eq } from "drizzle-orm";
import { stammtische } from "@augenhoehe/api/db/schema/stammtische";
import { dorsten } from "@augenhoehe/api/networks/dorsten";
import { moenchengladbach } from "@augenhoehe/api/networks/moenchengladbach";
import type { AccessScene } from "./access-scene.ts";
import { always, type AccessTable } from "./access-table.ts";

/** Both networks' districts, so that neither network's coordinator leaves out one somebody lives in. */
const DISTRICTS = [moenchengladbach, dorsten].flatMap(({ districts }) =>
  districts.map(({ postalCodes, neighbours, ...rest }) => ({
    ...rest,
    postalCodes: [...postalCodes],
    neighbours: [...neighbours],
  })),
);
const LEGAL = {
  imprint: {
    responsible: "Netzwerk",
    address: "Markt 1",
    email: "info@netz.example",
    phone: "02161 1",
    representedBy: "A. Beispiel",
  },
  privacy: { officer: "B", officerEmail: "ds@netz.example", authority: "LDI NRW", retentionMonths: 24 },
};
const STAMMTISCH = { startsAt: "2026-12-02T18:00", minutes: 120, place: "Café am Markt", topics: "Wohnungssuche" };

async function stammtisch(scene: AccessScene) {
  const id = await scene.stammtisch();
  const swaps = { [id]: [await scene.stammtisch(scene.otherProvider), await scene.stammtisch(scene.otherNetwork)] };
  return { params: { id }, swaps };
}

/** The desk, the log, Stammtische and the settings of the network. */
export const deskRows = {
  readDesk: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  listActivities: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({ query: {} }),
  },
  listStammtische: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  createStammtisch: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ body: STAMMTISCH }),
  },
  updateStammtisch: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await stammtisch(scene);
      return { input: { params, body: STAMMTISCH }, swaps };
    },
  },
  cancelStammtisch: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await stammtisch(scene);
      return { input: { params }, swaps };
    },
  },
  noteStammtischTopics: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 404, 404],
    prepare: async (scene) => {
      const { params, swaps } = await stammtisch(scene);
      const startsAt = new Date(scene.world.clock.now.getTime() - 3_600_000);
      await scene.world.inTenant(scene.network.id, (tx) =>
        tx.update(stammtische).set({ startsAt }).where(eq(stammtische.id, params.id)),
      );
      return { input: { params, body: { topics: ["trauma" as const] } }, swaps };
    },
  },
  readSettings: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({}),
  },
  listStaff: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({}),
  },
  endStaffAccess: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 404, 404],
    prepare: async (scene) => ({ input: { params: { id: (await scene.staff("counsellor")).account.id } } }),
  },
  updateDistricts: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({ body: { districts: DISTRICTS } }),
  },
  updateTerms: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({
      body: {
        kind: "topic" as const,
        terms: moenchengladbach.topics.map(({ key, labels, icon }) => ({ key, labels, icon })),
      },
    }),
  },
  updateWeights: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({ body: { language: 40, district: 20, availability: 20, interests: 20 } }),
  },
  updateHolidayRegion: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({ body: { holidayRegion: "DE-SN" as const } }),
  },
  updateLegal: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 200, 200, 200],
    prepare: always({ body: LEGAL }),
  },
} satisfies Partial<AccessTable>;
