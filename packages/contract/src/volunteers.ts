import { z } from "zod";
import {
  ELIGIBILITY_GAPS,
  PROPOSAL_STATES,
  TANDEM_STATUSES,
  VOLUNTEER_STATUSES,
  ENROLMENT_STATUSES,
} from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
import { CertificateSummary, DeclarationKind, NextStep, VolunteerProfile } from "./volunteer.ts";
import {
  Created,
  Done,
  Email,
  Id,
  IdParams,
  Instant,
  Key,
  LanguageCode,
  LocalDate,
  PageQuery,
  SpokenLanguages,
  line,
  page,
  prose,
} from "./shared.ts";

export const VolunteerRow = z.strictObject({
  id: Id,
  name: z.string(),
  status: z.enum(VOLUNTEER_STATUSES),
  eligible: z.boolean(),
  gaps: z.array(z.enum(ELIGIBILITY_GAPS)),
  languages: SpokenLanguages,
  districtName: z.string().nullable(),
  openTandems: z.number().int(),
  openProposals: z.number().int(),
  capacity: z.number().int(),
  appliedAt: Instant,
});
export type VolunteerRow = z.infer<typeof VolunteerRow>;

/** The only three facts the law lets us keep of a Führungszeugnis (§ 72a (5) SGB VIII), plus until when it counts. */
export const FuehrungszeugnisEntry = z.strictObject({
  inspectedOn: LocalDate,
  certificateDate: LocalDate,
  listedConviction: z.boolean(),
});

export type FuehrungszeugnisEntry = z.infer<typeof FuehrungszeugnisEntry>;

export const VolunteerDetail = z.strictObject({
  id: Id,
  status: z.enum(VOLUNTEER_STATUSES),
  eligible: z.boolean(),
  gaps: z.array(z.enum(ELIGIBILITY_GAPS)),
  nextSteps: z.array(NextStep),
  profile: VolunteerProfile,
  email: z.string().nullable(),
  appliedAt: Instant,
  interview: z.strictObject({ heldOn: LocalDate, note: z.string(), by: z.string() }).nullable(),
  declarations: z.array(
    z.strictObject({
      kind: DeclarationKind,
      version: z.number().int(),
      signedAt: Instant,
      onPaper: z.boolean(),
      current: z.boolean(),
    }),
  ),
  /** Whether the tasks this volunteer is ready for call for one. */
  fuehrungszeugnisNeeded: z.boolean(),
  fuehrungszeugnis: FuehrungszeugnisEntry.extend({ valid: z.boolean(), deleteOn: LocalDate.nullable() }).nullable(),
  certificateOverride: z.strictObject({ reason: z.string(), at: Instant }).nullable(),
  clearedForProtected: z.boolean(),
  certificates: z.array(CertificateSummary),
  courses: z.array(
    z.strictObject({
      id: Id,
      title: z.string(),
      status: z.enum(ENROLMENT_STATUSES),
      attendedModules: z.array(z.string()),
    }),
  ),
  /** Sessions of top-ups the person was at, the latest first. */
  topUps: z.array(z.strictObject({ courseId: Id, title: z.string(), heldAt: Instant, minutes: z.number().int() })),
  proposals: z.array(z.strictObject({ id: Id, requestId: Id, state: z.enum(PROPOSAL_STATES), createdAt: Instant })),
  tandems: z.array(
    z.strictObject({
      id: Id,
      requestId: Id,
      menteeName: z.string(),
      status: z.enum(TANDEM_STATUSES),
      startedAt: Instant,
    }),
  ),
});
export type VolunteerDetail = z.infer<typeof VolunteerDetail>;

export const VOLUNTEER_SORTS = ["applied", "name", "status", "open_tandems"] as const;
/** Filters of the list of volunteers; also those of its export. */
export const VolunteerFilter = {
  status: z.enum([...VOLUNTEER_STATUSES, "eligible"]).optional(),
  language: LanguageCode.optional(),
  district: Key.optional(),
  search: z.string().trim().max(80).optional(),
};

export const volunteersEndpoints = {
  listVolunteers: endpoint({
    method: "GET",
    path: "/api/volunteers",
    who: ["coordinator"],
    summary: "Volunteers of the own provider",
    query: z.strictObject({ ...PageQuery, ...VolunteerFilter, sort: z.enum(VOLUNTEER_SORTS).default("applied") }),
    response: page(VolunteerRow),
  }),
  createVolunteer: endpoint({
    method: "POST",
    path: "/api/volunteers",
    who: ["coordinator"],
    summary: "Enter a volunteer who signed up by phone or in person",
    body: z.strictObject({ email: Email.nullable(), profile: VolunteerProfile }),
    response: Created,
  }),
  readVolunteer: endpoint({
    method: "GET",
    path: "/api/volunteers/:id",
    who: ["coordinator"],
    summary: "A volunteer with everything on the way to eligibility",
    params: IdParams,
    response: VolunteerDetail,
  }),
  updateVolunteer: endpoint({
    method: "PUT",
    path: "/api/volunteers/:id/profile",
    who: ["coordinator"],
    summary: "Change a volunteer's profile",
    params: IdParams,
    body: VolunteerProfile,
    response: Done,
  }),
  recordInterview: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/interview",
    who: ["coordinator"],
    summary: "Record the first interview; the note is sealed",
    params: IdParams,
    body: z.strictObject({ heldOn: LocalDate, note: prose(4000) }),
    response: Done,
  }),
  recordDeclaration: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/declarations",
    who: ["coordinator"],
    summary: "Record that a declaration of the current version was signed on paper",
    params: IdParams,
    body: z.strictObject({ kind: DeclarationKind, signedOn: LocalDate }),
    response: Done,
  }),
  recordFuehrungszeugnis: endpoint({
    method: "PUT",
    path: "/api/volunteers/:id/fuehrungszeugnis",
    who: ["coordinator"],
    summary: "Enter the three lawful facts of an inspected Führungszeugnis",
    params: IdParams,
    body: FuehrungszeugnisEntry,
    response: Done,
  }),
  deleteFuehrungszeugnis: endpoint({
    method: "DELETE",
    path: "/api/volunteers/:id/fuehrungszeugnis",
    who: ["coordinator"],
    summary: "Delete the entry, e.g. because no activity follows",
    params: IdParams,
    response: Done,
  }),
  overrideCertificate: endpoint({
    method: "PUT",
    path: "/api/volunteers/:id/certificate-override",
    who: ["coordinator"],
    summary: "Let a missing certificate pass, with a reason that is logged; an empty reason ends it",
    params: IdParams,
    body: z.strictObject({ reason: line(300).nullable() }),
    response: Done,
  }),
  clearForProtected: endpoint({
    method: "PUT",
    path: "/api/volunteers/:id/protection-clearance",
    who: ["coordinator"],
    summary: "Say whether the volunteer may be proposed to people under protection",
    params: IdParams,
    body: z.strictObject({ cleared: z.boolean() }),
    response: Done,
  }),
  pauseVolunteer: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/pause",
    who: ["coordinator"],
    summary: "Pause a volunteer",
    params: IdParams,
    response: Done,
  }),
  resumeVolunteer: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/resume",
    who: ["coordinator"],
    summary: "End a volunteer's pause",
    params: IdParams,
    response: Done,
  }),
  endVolunteer: endpoint({
    method: "POST",
    path: "/api/volunteers/:id/leave",
    who: ["coordinator"],
    summary: "Record that a volunteer left",
    params: IdParams,
    response: Done,
  }),
};
