import { z } from "zod";
import { PROPOSAL_STATES, REQUEST_STATUSES } from "@augenhoehe/domain";
import { endpoint } from "./endpoint.ts";
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
  Name,
  Phone,
  ReachKm,
  ReleasedChannel,
  RequestKind,
  RequestWishes,
  Slots,
  Slug,
  SpokenLanguages,
  line,
} from "./shared.ts";

/**
 * What a newcomer is asked: only what helps to match. The same shape is filled step by step in a draft, at once from
 * a counsellor's desk, and row by row from an import.
 */
export const RequestAnswers = z.strictObject({
  kind: RequestKind,
  chosenName: Name,
  locale: LocaleCode,
  languages: SpokenLanguages.min(1, "required"),
  district: Key.nullable(),
  reachKm: ReachKm,
  slots: Slots,
  topics: Keys,
  interests: Keys,
  gender: Gender.nullable(),
  ageBand: AgeBand.nullable(),
  forWhom: ForWhom,
  wishes: RequestWishes,
  interpreterNeeded: z.boolean(),
  phone: Phone.nullable(),
  email: Email.nullable(),
  /** Told in words how else to be reached, e.g. "through the neighbour, flat 12". */
  otherContact: line(200).nullable(),
  /** May the mentor see it once the tandem is confirmed? */
  releasePhone: z.boolean(),
  releaseEmail: z.boolean(),
  /** Who else knows of the request and may be asked, e.g. a teacher; with the person's consent. */
  contactPerson: line(200).nullable(),
});
export type RequestAnswers = z.infer<typeof RequestAnswers>;

/** A draft holds whatever has been answered so far. */
export const DraftAnswers = RequestAnswers.partial();
export type DraftAnswers = z.infer<typeof DraftAnswers>;

export const CONSENT_WAYS = ["online", "in_person", "by_phone", "written"] as const;
export const Consent = z.strictObject({
  textVersion: z.number().int().min(1),
  locale: LocaleCode,
  way: z.enum(CONSENT_WAYS),
});

/** What a newcomer may see of a volunteer while a proposal waits for their answer (stage 2): no name, no contact. */
export const VolunteerCard = z.strictObject({
  languages: SpokenLanguages,
  topics: Keys,
  interests: Keys,
  districtName: z.string().nullable(),
  slots: Slots,
  commonLanguages: z.array(z.string()),
});
export type VolunteerCard = z.infer<typeof VolunteerCard>;

export const FirstMeeting = z.strictObject({
  startsAt: Instant,
  place: z.string(),
  accompaniedBy: z.string(),
});

/** The one page behind a receipt: where the request stands, what is asked of the person, who sees what. */
export const MyRequest = z.strictObject({
  id: Id,
  status: z.enum(REQUEST_STATUSES),
  submittedAt: Instant,
  /** Weeks a request like this usually waits at present; null when too few are known to say. */
  usualWeeks: z.number().int().nullable(),
  answers: RequestAnswers,
  networkName: z.string(),
  contact: z.strictObject({ providerName: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  /** Only a proposal that waits for this person's answer; nothing tells of any other. */
  proposal: z.strictObject({ id: Id, answerBy: Instant, volunteer: VolunteerCard }).nullable(),
  /** Answered yes, waiting for the coordinator. */
  saidYes: z.boolean(),
  tandem: z
    .strictObject({
      mentorName: z.string(),
      channels: z.array(ReleasedChannel),
      firstMeeting: FirstMeeting.nullable(),
    })
    .nullable(),
  /** There was a tandem; nothing of the other person is told any more. */
  tandemEnded: z.boolean(),
  /** Everything; name, contact and releases can be changed as long as the request is not closed. */
  canChange: z.boolean(),
  canWithdraw: z.boolean(),
});
export type MyRequest = z.infer<typeof MyRequest>;

export const YesNo = z.strictObject({ answer: z.enum(["yes", "no"]) });
export const ProposalState = z.enum(PROPOSAL_STATES);

export const newcomerEndpoints = {
  startDraft: endpoint({
    method: "POST",
    path: "/api/drafts",
    who: "anyone",
    summary: "Begin a request without an account; sets the receipt cookie for the draft",
    body: z.strictObject({ networkSlug: Slug, locale: LocaleCode }),
    response: Done,
    perMinute: 20,
  }),
  readDraft: endpoint({
    method: "GET",
    path: "/api/drafts/mine",
    who: ["draft"],
    summary: "The answers given so far",
    response: z.strictObject({ networkSlug: z.string(), answers: DraftAnswers, expiresAt: Instant }),
  }),
  saveDraft: endpoint({
    method: "PATCH",
    path: "/api/drafts/mine",
    who: ["draft"],
    summary: "Save one or more answers of the draft",
    body: DraftAnswers,
    response: Done,
  }),
  discardDraft: endpoint({
    method: "DELETE",
    path: "/api/drafts/mine",
    who: ["draft"],
    summary: "Delete the draft and its cookie",
    response: Done,
  }),
  submitDraft: endpoint({
    method: "POST",
    path: "/api/drafts/mine/submit",
    who: ["draft"],
    summary: "Send the request; answers with the receipt number, shown once",
    body: z.strictObject({ consent: Consent }),
    response: z.strictObject({ receipt: z.string() }),
    perMinute: 10,
  }),
  signInWithReceipt: endpoint({
    method: "POST",
    path: "/api/receipts/sign-in",
    who: "anyone",
    summary: "Open one's own request with the receipt number; a wrong one and a hidden one answer alike",
    body: z.strictObject({ networkSlug: Slug, receipt: z.string().max(60) }),
    response: Done,
    perMinute: 10,
  }),
  signOutReceipt: endpoint({
    method: "POST",
    path: "/api/receipts/sign-out",
    who: "anyone",
    summary: "Close the newcomer's session on this device",
    response: Done,
  }),
  readMyRequest: endpoint({
    method: "GET",
    path: "/api/my/request",
    who: ["mentee"],
    summary: "Where my request stands and what is asked of me",
    response: MyRequest,
  }),
  changeMyRequest: endpoint({
    method: "PATCH",
    path: "/api/my/request",
    who: ["mentee"],
    summary: "Change my answers",
    body: DraftAnswers,
    response: Done,
  }),
  withdrawMyRequest: endpoint({
    method: "POST",
    path: "/api/my/request/withdraw",
    who: ["mentee"],
    summary: "Withdraw my request; no reason needed",
    response: Done,
  }),
  answerMyProposal: endpoint({
    method: "POST",
    path: "/api/my/proposals/:id/answer",
    who: ["mentee"],
    summary: "Yes or no to a proposed mentor; a no stays silent",
    params: IdParams,
    body: YesNo,
    response: Done,
  }),
};
