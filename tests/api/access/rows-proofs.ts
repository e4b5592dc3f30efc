import { always, type AccessTable } from "./access-table.ts";

/** Proofs and the way of volunteers belong to the provider whose coordinator asks: another's are simply not in them. */
export const proofsRows = {
  listProofCourses: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({}),
  },
  readRosterProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  printRosterProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  exportRosterProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { format: "csv" as const } }),
  },
  readFunderProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  printFunderProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  exportFunderProof: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { format: "xlsx" as const } }),
  },
  readFunnel: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: {} }),
  },
  listStuckPeople: {
    statuses: [401, 401, 401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 200, 200],
    prepare: always({ query: { step: "interviewed" as const } }),
  },
} satisfies Partial<AccessTable>;
