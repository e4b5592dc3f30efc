import { z } from "zod";
import { ELIGIBILITY_GAPS, NEXT_STEP_KEYS, TANDEM_STATUSES, VOLUNTEER_STATUSES } from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
import { FirstMeeting, YesNo } from "./newcomer.ts";
import {
  AgeBand,
  Done,
  Email,
  ForWhom,
  Gender,
  Id,
  IdParams,
  Instant,
  Key,
  Keys,
  LocaleCode,
  MentorWishes,
  Name,
  Phone,
  ReachKm,
  ReleasedChannel,
  Slots,
  Slug,
  SpokenLanguages,
} from "./shared.ts";
import { CourseSummary } from "./course-summary.ts";
import { MyNextMove, MyTraining } from "./my-training.ts";
import { StammtischDate } from "./stammtisch.ts";

/** What a volunteer tells about themself; the same shape at sign-up, in the profile and from an import. */
export const VolunteerProfile = z.strictObject({
  firstName: Name,
  lastName: Name,
  phone: Phone.nullable(),
  locale: LocaleCode,
  languages: SpokenLanguages.min(1, "required"),
  district: Key.nullable(),
  reachKm: ReachKm,
  slots: Slots,
  topics: Keys,
  interests: Keys,
  gender: Gender.nullable(),
  ageBand: AgeBand.nullable(),
  wishes: MentorWishes,
  /** How many tandems at the same time. */
  capacity: z.number().int().min(1).max(5),
  /** Which channels a mentee may see once a tandem is confirmed. */
  releasePhone: z.boolean(),
  releaseEmail: z.boolean(),
});
export type VolunteerProfile = z.infer<typeof VolunteerProfile>;

export const DECLARATION_KINDS = ["secrecy", "agreement"] as const;
export const DeclarationKind = z.enum(DECLARATION_KINDS);

/** The anonymised card a volunteer answers to (stage 2): no name, no contact, no exact place beyond the district. */
export const MenteeCard = z.strictObject({
  languages: SpokenLanguages,
  topics: Keys,
  interests: Keys,
  districtName: z.string().nullable(),
  slots: Slots,
  forWhom: ForWhom,
  commonLanguages: z.array(z.string()),
  interpreterNeeded: z.boolean(),
});
export type MenteeCard = z.infer<typeof MenteeCard>;

export const NextStep = z.strictObject({
  key: z.enum(NEXT_STEP_KEYS),
  state: z.enum(["done", "current", "later", "not_needed"]),
  /** E.g. 2 of 4 sessions. */
  doneCount: z.number().int().nullable(),
  totalCount: z.number().int().nullable(),
});

export const CertificateSummary = z.strictObject({
  id: Id,
  kind: z.enum(["course", "service"]),
  number: z.string(),
  /** The same number with a new name is a new version. */
  version: z.number().int(),
  holderName: z.string(),
  issuedAt: Instant,
  /** First instant at which it no longer counts. */
  validUntil: Instant.nullable(),
  replacedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  checkUrl: z.string(),
});

export type CertificateSummary = z.infer<typeof CertificateSummary>;

export const MyProposal = z.strictObject({
  id: Id,
  state: z.enum(["waiting_for_you", "you_said_yes"]),
  answerBy: Instant,
  mentee: MenteeCard,
});

/** A tandem as its mentor sees it (stage 4); an ended one shows nothing of the other person. */
export const MyTandem = z.strictObject({
  id: Id,
  status: z.enum(TANDEM_STATUSES),
  startedAt: Instant,
  mentee: z
    .strictObject({
      chosenName: z.string(),
      languages: SpokenLanguages,
      topics: Keys,
      districtName: z.string().nullable(),
      channels: z.array(ReleasedChannel),
    })
    .nullable(),
  firstMeeting: FirstMeeting.nullable(),
});

export const VolunteerHome = z.strictObject({
  volunteerId: Id,
  status: z.enum(VOLUNTEER_STATUSES),
  eligible: z.boolean(),
  gaps: z.array(z.enum(ELIGIBILITY_GAPS)),
  nextSteps: z.array(NextStep),
  /** Null for somebody who has left. */
  nextMove: MyNextMove.nullable(),
  training: MyTraining,
  profile: VolunteerProfile,
  email: z.string().nullable(),
  providerName: z.string(),
  providerContact: z.strictObject({ phone: z.string().nullable(), email: z.string().nullable() }),
  openTandems: z.number().int(),
  courses: z.array(CourseSummary),
  certificates: z.array(CertificateSummary),
  proposals: z.array(MyProposal),
  tandems: z.array(MyTandem),
  stammtische: z.array(StammtischDate),
});
export type VolunteerHome = z.infer<typeof VolunteerHome>;

export const DeclarationText = z.strictObject({
  kind: DeclarationKind,
  version: z.number().int(),
  title: z.string(),
  /** Paragraphs of plain text, in German (binding) and the reader's language where there is one. */
  paragraphsDe: z.array(z.string()),
  paragraphs: z.array(z.string()),
  signedVersion: z.number().int().nullable(),
  signedAt: Instant.nullable(),
});

/** A box that has to be ticked; an empty one is told at its field. */
const Agreed = z.boolean().refine((agreed) => agreed, "required");

export const volunteerEndpoints = {
  signUpVolunteer: endpoint({
    method: "POST",
    path: "/api/volunteers/sign-up",
    who: "anyone",
    summary: "Sign up as a volunteer; a known address answers alike and gets a mail that says so",
    body: z.strictObject({
      networkSlug: Slug,
      providerId: Id,
      email: Email,
      profile: VolunteerProfile,
      privacyRead: Agreed,
    }),
    response: Done,
    perMinute: 10,
  }),
  readMyHome: endpoint({
    method: "GET",
    path: "/api/me/volunteer",
    who: ["volunteer"],
    summary: "My next steps, courses, proposals, tandems and dates",
    response: VolunteerHome,
  }),
  updateMyProfile: endpoint({
    method: "PUT",
    path: "/api/me/volunteer/profile",
    who: ["volunteer"],
    summary: "Change what I told about myself",
    body: VolunteerProfile,
    response: Done,
  }),
  readMyDeclarations: endpoint({
    method: "GET",
    path: "/api/me/declarations",
    who: ["volunteer"],
    summary: "The current texts of the secrecy declaration and the volunteer agreement, and what I signed",
    query: z.strictObject({ locale: LocaleCode.optional() }),
    response: z.strictObject({ declarations: z.array(DeclarationText) }),
  }),
  signMyDeclaration: endpoint({
    method: "POST",
    path: "/api/me/declarations",
    who: ["volunteer"],
    summary: "Sign the current version of a declaration",
    body: z.strictObject({ kind: DeclarationKind, version: z.number().int(), typedName: Name }),
    response: Done,
  }),
  pauseMe: endpoint({
    method: "POST",
    path: "/api/me/volunteer/pause",
    who: ["volunteer"],
    summary: "Pause: no proposals until I come back",
    response: Done,
  }),
  resumeMe: endpoint({
    method: "POST",
    path: "/api/me/volunteer/resume",
    who: ["volunteer"],
    summary: "Come back from a pause",
    response: Done,
  }),
  leaveNetwork: endpoint({
    method: "POST",
    path: "/api/me/volunteer/leave",
    who: ["volunteer"],
    summary: "Leave the network: ends open proposals, tells the coordinator, deletes what need not be kept",
    body: z.strictObject({ sure: Agreed }),
    response: Done,
  }),
  downloadMyData: endpoint({
    method: "GET",
    path: "/api/me/volunteer/data",
    who: ["volunteer"],
    summary: "Everything stored about me, as JSON",
    response: { file: ["application/json"] },
  }),
  answerProposalAsVolunteer: endpoint({
    method: "POST",
    path: "/api/me/proposals/:id/answer",
    who: ["volunteer"],
    summary: "Yes or no to an anonymised card; a no needs no reason and stays silent",
    params: IdParams,
    body: YesNo,
    response: Done,
  }),
  downloadMyCertificate: endpoint({
    method: "GET",
    path: "/api/me/certificates/:id/pdf",
    who: ["volunteer"],
    summary: "My certificate as PDF",
    params: IdParams,
    response: { file: ["application/pdf"] },
  }),
  answerStammtisch: endpoint({
    method: "PUT",
    path: "/api/me/stammtische/:id/answer",
    who: ["volunteer"],
    summary: "Say whether I come to a Stammtisch",
    params: IdParams,
    body: YesNo,
    response: Done,
  }),
  downloadStammtischCalendar: endpoint({
    method: "GET",
    path: "/api/me/stammtische/:id/calendar",
    who: ["volunteer"],
    summary: "A Stammtisch date as .ics",
    params: IdParams,
    response: { file: ["text/calendar"] },
  }),
};
