import { ROSTER_MARKS } from "@augenhoehe/domain";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, LocalDate, PageQuery, page } from "./shared.ts";

/** Of one course, or of a span of days (both ends count); what is not told is not narrowed down. */
const PROOF_FILTER = { courseId: Id.optional(), from: LocalDate.optional(), to: LocalDate.optional() };
const TABLE_FILE = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] as const;
const ProofFileQuery = z.strictObject({ ...PROOF_FILTER, format: z.enum(["csv", "xlsx"]) });

/** One person at one date that was held: what an accident insurer asks for (§ 2 SGB VII). */
export const RosterProofRow = z.strictObject({
  sessionId: Id,
  volunteerId: Id,
  name: z.string(),
  /** The provider the person volunteers for. */
  providerName: z.string(),
  courseTitle: z.string(),
  moduleTitle: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** `unmarked`: has a place, and nobody has entered anything. */
  mark: z.enum(ROSTER_MARKS),
  minutes: z.number().int(),
  guest: z.boolean(),
});
export type RosterProofRow = z.infer<typeof RosterProofRow>;

export const ProofSums = z.strictObject({
  sessions: z.number().int(),
  /** Different people who were there at least once. */
  people: z.number().int(),
  /** People and dates: each person counts at each date they were there. */
  visits: z.number().int(),
  visitMinutes: z.number().int(),
});
export type ProofSums = z.infer<typeof ProofSums>;

/** A date of a measure in numbers; nobody can be made out. */
export const MeasureDate = z.strictObject({
  sessionId: Id,
  startsAt: Instant,
  endsAt: Instant,
  moduleTitle: z.string(),
  place: z.string(),
  minutes: z.number().int(),
  participants: z.number().int(),
  participantMinutes: z.number().int(),
});

/** A course as a funder asks for it; no names, and no attributes of people at all. */
export const Measure = z.strictObject({
  courseId: Id,
  title: z.string(),
  trainers: z.number().int(),
  places: z.array(z.string()),
  dates: z.array(MeasureDate),
  minutes: z.number().int(),
  /** Length of a teaching unit in this curriculum, and how many were held. */
  unitMinutes: z.number().int(),
  units: z.number(),
  participants: z.number().int(),
  participantMinutes: z.number().int(),
});
export type Measure = z.infer<typeof Measure>;

export const FunderProof = z.strictObject({
  providerName: z.string(),
  measures: z.array(Measure),
  sums: ProofSums.extend({ measures: z.number().int(), minutes: z.number().int() }),
});
export type FunderProof = z.infer<typeof FunderProof>;

/** Who printed it, and when: stands on the paper. */
const Printed = { printedBy: z.string(), printedAt: Instant, providerName: z.string() };

export const proofsEndpoints = {
  listProofCourses: endpoint({
    method: "GET",
    path: "/api/proofs/courses",
    who: ["coordinator"],
    summary: "Courses of the own provider of which a session was held, and the years they were held in",
    response: z.strictObject({
      courses: z.array(z.strictObject({ id: Id, title: z.string() })),
      years: z.array(z.number().int()),
    }),
  }),
  readRosterProof: endpoint({
    method: "GET",
    path: "/api/proofs/roster",
    who: ["coordinator"],
    summary: "Who was at which date of the own courses, with names",
    query: z.strictObject({ ...PageQuery, ...PROOF_FILTER }),
    response: page(RosterProofRow).extend({ sums: ProofSums }),
  }),
  printRosterProof: endpoint({
    method: "GET",
    path: "/api/proofs/roster/print",
    who: ["coordinator"],
    summary: "The whole roster for printing; that it was printed is in the log",
    query: z.strictObject(PROOF_FILTER),
    response: z.strictObject({ ...Printed, rows: z.array(RosterProofRow), sums: ProofSums }),
    perMinute: 30,
  }),
  exportRosterProof: endpoint({
    method: "GET",
    path: "/api/proofs/roster/file",
    who: ["coordinator"],
    summary: "The whole roster as CSV or XLSX",
    query: ProofFileQuery,
    response: { file: TABLE_FILE },
    perMinute: 30,
  }),
  readFunderProof: endpoint({
    method: "GET",
    path: "/api/proofs/measures",
    who: ["coordinator"],
    summary: "The own courses in numbers, as funders of volunteers' qualification ask for them",
    query: z.strictObject(PROOF_FILTER),
    response: FunderProof,
  }),
  printFunderProof: endpoint({
    method: "GET",
    path: "/api/proofs/measures/print",
    who: ["coordinator"],
    summary: "The same for printing; that it was printed is in the log",
    query: z.strictObject(PROOF_FILTER),
    response: FunderProof.extend({ printedBy: Printed.printedBy, printedAt: Printed.printedAt }),
    perMinute: 30,
  }),
  exportFunderProof: endpoint({
    method: "GET",
    path: "/api/proofs/measures/file",
    who: ["coordinator"],
    summary: "The same as CSV or XLSX: one row for each date, then the sums",
    query: ProofFileQuery,
    response: { file: TABLE_FILE },
    perMinute: 30,
  }),
};
