import { z } from "zod";
import { CLOSING_REASONS, PROPOSAL_STATES, REQUEST_STATUSES } from "@augenhoehe/domain";
import { CAUTION_CODES, CRITERIA, EXCLUSION_CODES, WISHES } from "@augenhoehe/domain/matching";
import { endpoint } from "./endpoint.ts";
import { Consent, RequestAnswers } from "./newcomer.ts";
import {
  AgeBand,
  Created,
  Done,
  Facts,
  Gender,
  Id,
  IdParams,
  Instant,
  Key,
  Keys,
  LanguageCode,
  MentorWishes,
  PageQuery,
  ReachKm,
  RequestKind,
  Slots,
  SpokenLanguages,
  page,
} from "./shared.ts";

export const RequestRow = z.strictObject({
  id: Id,
  chosenName: z.string(),
  status: z.enum(REQUEST_STATUSES),
  kind: RequestKind,
  languages: SpokenLanguages,
  districtName: z.string().nullable(),
  topics: Keys,
  priority: z.boolean(),
  submittedAt: Instant,
  waitingDays: z.number().int(),
});
export type RequestRow = z.infer<typeof RequestRow>;

export const ProposalRow = z.strictObject({
  id: Id,
  requestId: Id,
  volunteerId: Id,
  chosenName: z.string(),
  volunteerName: z.string(),
  state: z.enum(PROPOSAL_STATES),
  points: z.number().int(),
  createdAt: Instant,
  answerBy: Instant.nullable(),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

/** What a coordinator settles with the person before the request is open to suggestions. */
export const Clarification = z.strictObject({
  kind: RequestKind,
  interpreterAgreed: z.boolean(),
  involvesMinors: z.boolean(),
  inReceptionCentre: z.boolean(),
  protected: z.boolean(),
  priority: z.boolean(),
});

export const RequestDetail = z.strictObject({
  id: Id,
  status: z.enum(REQUEST_STATUSES),
  answers: RequestAnswers,
  clarification: Clarification,
  districtName: z.string().nullable(),
  submittedAt: Instant,
  waitingDays: z.number().int(),
  via: z.enum(["self", "desk", "import", "demo"]),
  consent: Consent.extend({ givenAt: Instant }).nullable(),
  closedReason: z.enum(CLOSING_REASONS).nullable(),
  proposals: z.array(ProposalRow),
  tandemId: Id.nullable(),
  otherProviders: z.array(z.strictObject({ id: Id, name: z.string() })),
});
export type RequestDetail = z.infer<typeof RequestDetail>;

/** A score never travels as a bare number: total, four parts with reasons, the version of the weights. */
export const ScorePartView = z.strictObject({
  criterion: z.enum(CRITERIA),
  fit: z.number().min(0).max(1),
  points: z.number(),
  weight: z.number().int(),
  /** `code` of the domain's `Reason`, with its facts flattened (lists joined by `,`). */
  reason: z.strictObject({ code: z.string(), facts: Facts }),
});
export const ScoreView = z.strictObject({
  total: z.number().int().min(0).max(100),
  parts: z.array(ScorePartView),
  weightsVersion: z.number().int(),
});
export type ScoreView = z.infer<typeof ScoreView>;
export const ExclusionView = z.strictObject({ code: z.enum(EXCLUSION_CODES), facts: Facts });
export type ExclusionView = z.infer<typeof ExclusionView>;

/** What speaks against a pair without ruling it out. */
export const CautionView = z.strictObject({ code: z.enum(CAUTION_CODES), facts: Facts });

export const SuggestedMentor = z.strictObject({
  volunteerId: Id,
  name: z.string(),
  districtName: z.string().nullable(),
  languages: SpokenLanguages,
  openTandems: z.number().int(),
  openProposals: z.number().int(),
  capacity: z.number().int(),
  score: ScoreView,
  cautions: z.array(CautionView),
});

export const Suggestions = z.strictObject({
  requestId: Id,
  considered: z.number().int(),
  /** How many could be proposed, shown or not. */
  possible: z.number().int(),
  suggestions: z.array(SuggestedMentor),
  /** How many mentors each exclusion rules out (a mentor may count under several). */
  excluded: z.array(z.strictObject({ code: z.enum(EXCLUSION_CODES), mentors: z.number().int() })),
  /** How many more mentors there would be without each wish. */
  wishCosts: z.array(z.strictObject({ wish: z.enum(WISHES), moreMentors: z.number().int() })),
});
export type Suggestions = z.infer<typeof Suggestions>;

/** A mentor beside a request: both people's matching data, and how they fit or why not. */
export const PairingView = z.strictObject({
  requestId: Id,
  request: RequestAnswers.pick({
    languages: true,
    slots: true,
    topics: true,
    interests: true,
    gender: true,
    ageBand: true,
    forWhom: true,
    wishes: true,
    reachKm: true,
    chosenName: true,
  }).extend({
    districtName: z.string().nullable(),
    interpreterAgreed: z.boolean(),
  }),
  mentor: z.strictObject({
    volunteerId: Id,
    name: z.string(),
    languages: SpokenLanguages,
    slots: Slots,
    topics: Keys,
    interests: Keys,
    gender: Gender.nullable(),
    ageBand: AgeBand.nullable(),
    wishes: MentorWishes,
    reachKm: ReachKm,
    districtName: z.string().nullable(),
    openTandems: z.number().int(),
    openProposals: z.number().int(),
    capacity: z.number().int(),
  }),
  /** Given whether or not the pair is excluded, so that two people can be compared. */
  score: ScoreView,
  exclusions: z.array(ExclusionView),
  cautions: z.array(CautionView),
  /** Rank among those who can be proposed; null when excluded. */
  rank: z.number().int().nullable(),
});
export type PairingView = z.infer<typeof PairingView>;

export const REQUEST_SORTS = ["waiting", "name", "status", "newest"] as const;
export const RequestFilter = {
  status: z.enum([...REQUEST_STATUSES, "waiting"]).optional(),
  language: LanguageCode.optional(),
  district: Key.optional(),
  search: z.string().trim().max(80).optional(),
};

export const requestsEndpoints = {
  createRequestOnBehalf: endpoint({
    method: "POST",
    path: "/api/requests",
    who: ["coordinator", "counsellor"],
    summary: "Enter a request at a desk or from a phone call, with the person's consent recorded",
    body: z.strictObject({ answers: RequestAnswers, consent: Consent, clarification: Clarification.optional() }),
    response: z.strictObject({ id: Id, receipt: z.string() }),
  }),
  listRequests: endpoint({
    method: "GET",
    path: "/api/requests",
    who: ["coordinator", "counsellor"],
    summary: "Requests of the own provider",
    query: z.strictObject({ ...PageQuery, ...RequestFilter, sort: z.enum(REQUEST_SORTS).default("waiting") }),
    response: page(RequestRow),
  }),
  readRequest: endpoint({
    method: "GET",
    path: "/api/requests/:id",
    who: ["coordinator", "counsellor"],
    summary: "A request with its proposals",
    params: IdParams,
    response: RequestDetail,
  }),
  updateRequest: endpoint({
    method: "PUT",
    path: "/api/requests/:id",
    who: ["coordinator", "counsellor"],
    summary: "Change a request's answers on the person's word",
    params: IdParams,
    body: RequestAnswers,
    response: Done,
  }),
  clarifyRequest: endpoint({
    method: "POST",
    path: "/api/requests/:id/clarify",
    who: ["coordinator"],
    summary: "Record what was settled with the person; a submitted request becomes clarified",
    params: IdParams,
    body: Clarification,
    response: Done,
  }),
  openRequest: endpoint({
    method: "POST",
    path: "/api/requests/:id/open",
    who: ["coordinator"],
    summary: "Open a clarified request to suggestions",
    params: IdParams,
    response: Done,
  }),
  closeRequest: endpoint({
    method: "POST",
    path: "/api/requests/:id/close",
    who: ["coordinator"],
    summary: "Close a request with a coded reason",
    params: IdParams,
    body: z.strictObject({ reason: z.enum(CLOSING_REASONS) }),
    response: Done,
  }),
  reopenRequest: endpoint({
    method: "POST",
    path: "/api/requests/:id/reopen",
    who: ["coordinator"],
    summary: "Open a closed request again",
    params: IdParams,
    response: Done,
  }),
  handOverRequest: endpoint({
    method: "POST",
    path: "/api/requests/:id/hand-over",
    who: ["coordinator"],
    summary: "Hand a request to another provider of the network, with the person's consent",
    params: IdParams,
    body: z.strictObject({ providerId: Id, consentGiven: z.literal(true, "required") }),
    response: Done,
  }),
  recordConsent: endpoint({
    method: "POST",
    path: "/api/requests/:id/consent",
    who: ["coordinator", "counsellor"],
    summary: "Record that the person agreed to the current text, e.g. after their request came from a list",
    params: IdParams,
    body: Consent,
    response: Done,
  }),
  renewReceipt: endpoint({
    method: "POST",
    path: "/api/requests/:id/receipt",
    who: ["coordinator", "counsellor"],
    summary: "Give the person a new receipt number; the old one stops working",
    params: IdParams,
    response: z.strictObject({ receipt: z.string() }),
  }),
  readSuggestions: endpoint({
    method: "GET",
    path: "/api/requests/:id/suggestions",
    who: ["coordinator"],
    summary: "Mentors ranked for a request, with points and four reasons each",
    params: IdParams,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
    response: Suggestions,
  }),
  readPairing: endpoint({
    method: "GET",
    path: "/api/requests/:id/mentors/:volunteerId",
    who: ["coordinator"],
    summary: "Two people side by side: how they fit, or why not",
    params: z.strictObject({ id: Id, volunteerId: Id }),
    response: PairingView,
  }),
  searchMentors: endpoint({
    method: "GET",
    path: "/api/requests/:id/mentors",
    who: ["coordinator"],
    summary: "Volunteers by name, to ask why not",
    params: IdParams,
    query: z.strictObject({ search: z.string().trim().max(80) }),
    response: z.strictObject({ items: z.array(z.strictObject({ volunteerId: Id, name: z.string() })) }),
  }),
  propose: endpoint({
    method: "POST",
    path: "/api/requests/:id/proposals",
    who: ["coordinator"],
    summary: "Propose a mentor; the volunteer is asked first",
    params: IdParams,
    body: z.strictObject({ volunteerId: Id }),
    response: Created,
  }),
};
