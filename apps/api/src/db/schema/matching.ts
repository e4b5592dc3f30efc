import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AgeBand,
  ClosingReason,
  ForWhom,
  Gender,
  ProposalState,
  RequestKind,
  RequestStatus,
  SpokenLanguage,
  TandemEndingReason,
  TandemStatus,
} from "@augenhoehe/domain";
import type { Score } from "@augenhoehe/domain/matching";
import { createdAt, instant, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { mentees, volunteers } from "./people.ts";
import { providers } from "./platform.ts";

export interface StoredRequestWishes {
  mentorGender: Gender | null;
  mentorAgeBands: AgeBand[];
  eveningOnly: boolean;
}

/** What a mentee wishes. Contact and name are the mentee's; gender and age band too. */
export const mentorRequests = pgTable(
  "mentor_requests",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    menteeId: uuid("mentee_id").notNull(),
    status: text("status").$type<RequestStatus>().notNull(),
    kind: text("kind").$type<RequestKind>().notNull(),
    languages: jsonb("languages").$type<SpokenLanguage[]>().notNull(),
    district: text("district"),
    reachKm: doublePrecision("reach_km"),
    slots: integer("slots"),
    topics: text("topics").array().notNull(),
    interests: text("interests").array().notNull(),
    forWhom: text("for_whom").$type<ForWhom>().notNull(),
    wishes: jsonb("wishes").$type<StoredRequestWishes>().notNull(),
    interpreterNeeded: boolean("interpreter_needed").notNull(),
    interpreterAgreed: boolean("interpreter_agreed").notNull(),
    involvesMinors: boolean("involves_minors").notNull(),
    inReceptionCentre: boolean("in_reception_centre").notNull(),
    priority: boolean("priority").notNull(),
    via: text("via").$type<"self" | "desk" | "import" | "demo">().notNull(),
    importId: uuid("import_id"),
    submittedAt: instant("submitted_at").notNull(),
    openedAt: instant("opened_at"),
    closedAt: instant("closed_at"),
    closedReason: text("closed_reason").$type<ClosingReason>(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.menteeId], foreignColumns: [mentees.networkId, mentees.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    index("mentor_requests_provider").on(t.networkId, t.providerId, t.status, t.submittedAt),
    index("mentor_requests_mentee").on(t.networkId, t.menteeId),
    tenantPolicy(),
  ],
);

/** The open states, for the partial indexes below; a domain test keeps them equal to `OPEN_PROPOSAL_STATES`. */
const openProposal = sql`state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation')`;

/** A pairing put forward: the score its coordinator saw, and two answers. */
export const proposals = pgTable(
  "proposals",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    requestId: uuid("request_id").notNull(),
    menteeId: uuid("mentee_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    state: text("state").$type<ProposalState>().notNull(),
    score: jsonb("score").$type<Score>().notNull(),
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    answerBy: instant("answer_by").notNull(),
    volunteerAnsweredAt: instant("volunteer_answered_at"),
    menteeAnsweredAt: instant("mentee_answered_at"),
    endedAt: instant("ended_at"),
    endedReasonSealed: sealed("ended_reason_sealed"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.requestId], foreignColumns: [mentorRequests.networkId, mentorRequests.id] }),
    foreignKey({ columns: [t.networkId, t.volunteerId], foreignColumns: [volunteers.networkId, volunteers.id] }),
    uniqueIndex("proposals_one_open_per_request").on(t.networkId, t.requestId).where(openProposal),
    index("proposals_open_per_volunteer").on(t.networkId, t.volunteerId).where(openProposal),
    index("proposals_pair").on(t.networkId, t.menteeId, t.volunteerId),
    index("proposals_provider").on(t.networkId, t.providerId, t.state, t.createdAt),
    tenantPolicy(),
  ],
);

/** Two people who both said yes, confirmed by a coordinator. */
export const tandems = pgTable(
  "tandems",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    proposalId: uuid("proposal_id").notNull(),
    requestId: uuid("request_id").notNull(),
    menteeId: uuid("mentee_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    status: text("status").$type<TandemStatus>().notNull(),
    contactAccountId: uuid("contact_account_id"),
    firstMeetingAt: instant("first_meeting_at"),
    /** C4: where two people will be; sealed JSON { place, accompaniedBy }. */
    firstMeetingSealed: sealed("first_meeting_sealed"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    endingReason: text("ending_reason").$type<TandemEndingReason>(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.proposalId], foreignColumns: [proposals.networkId, proposals.id] }),
    foreignKey({ columns: [t.networkId, t.requestId], foreignColumns: [mentorRequests.networkId, mentorRequests.id] }),
    foreignKey({ columns: [t.networkId, t.volunteerId], foreignColumns: [volunteers.networkId, volunteers.id] }),
    uniqueIndex("tandems_proposal").on(t.networkId, t.proposalId),
    index("tandems_open_per_volunteer")
      .on(t.networkId, t.volunteerId)
      .where(sql`status <> 'ended'`),
    index("tandems_pair").on(t.networkId, t.menteeId, t.volunteerId),
    index("tandems_provider").on(t.networkId, t.providerId, t.status, t.startedAt),
    tenantPolicy(),
  ],
);
