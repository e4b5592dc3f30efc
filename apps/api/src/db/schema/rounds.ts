import { foreignKey, index, integer, jsonb, pgTable, primaryKey, real, text, uuid } from "drizzle-orm/pg-core";
import type { RoundFilter, RoundSettings } from "@augenhoehe/contract";
import { createdAt, instant, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { proposals } from "./matching.ts";
import { accounts, providers } from "./platform.ts";

/** A matching round: who waited and who was free at one moment, frozen so that it gives the same plan next year. */
export const matchingRounds = pgTable(
  "matching_rounds",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<RoundFilter>().notNull(),
    /** C3, without names: what the matcher looks at, and who is to be served first. Sealed JSON. */
    frozenSealed: sealed("frozen_sealed").notNull(),
    weightsVersion: integer("weights_version").notNull(),
    requests: integer("requests").notNull(),
    mentors: integer("mentors").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    foreignKey({ columns: [t.networkId, t.createdBy], foreignColumns: [accounts.networkId, accounts.id] }),
    index("matching_rounds_provider").on(t.networkId, t.providerId, t.createdAt),
    tenantPolicy(),
  ],
);

/** One way to plan a round: its first settings and every change since, in order. The plan follows from them. */
export const roundDrafts = pgTable(
  "round_drafts",
  {
    networkId: tenantId(),
    id: rowId(),
    roundId: uuid("round_id").notNull(),
    name: text("name").notNull(),
    firstSettings: jsonb("first_settings").$type<RoundSettings>().notNull(),
    /** Counts up with every change. */
    revision: integer("revision").notNull(),
    /** The changes, with the reasons of bans, and what follows from them: settings and wishes. Sealed JSON. */
    stateSealed: sealed("state_sealed").notNull(),
    /** Settings and wishes before the last change, to show what it did. */
    beforeSealed: sealed("before_sealed"),
    createdAt: createdAt(),
    changedBy: uuid("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.roundId],
      foreignColumns: [matchingRounds.networkId, matchingRounds.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.networkId, t.changedBy], foreignColumns: [accounts.networkId, accounts.id] }),
    index("round_drafts_round").on(t.networkId, t.roundId, t.createdAt),
    tenantPolicy(),
  ],
);

export const SOLVING_STATUSES = ["working", "ready", "cancelled", "failed"] as const;
export type SolvingStatus = (typeof SOLVING_STATUSES)[number];

/** How far the solving of a large plan has come, for every process to see, and what came out. Can be worked out anew. */
export const roundSolvings = pgTable(
  "round_solvings",
  {
    networkId: tenantId(),
    draftId: uuid("draft_id").notNull(),
    /** What is solved: the draft's revision, and who is not to be seen any more. */
    revision: integer("revision").notNull(),
    absentHash: text("absent_hash").notNull(),
    status: text("status").$type<SolvingStatus>().notNull(),
    progress: real("progress").notNull(),
    /** The run at it, and when it was last heard of: another process takes over what fell silent. */
    runId: uuid("run_id").notNull(),
    heardAt: instant("heard_at").notNull(),
    planSealed: sealed("plan_sealed"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.draftId] }),
    foreignKey({
      columns: [t.networkId, t.draftId],
      foreignColumns: [roundDrafts.networkId, roundDrafts.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** Which proposals came from which round. */
export const roundProposals = pgTable(
  "round_proposals",
  {
    networkId: tenantId(),
    proposalId: uuid("proposal_id").notNull(),
    roundId: uuid("round_id").notNull(),
    draftId: uuid("draft_id").notNull(),
    requestId: uuid("request_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.proposalId] }),
    foreignKey({
      columns: [t.networkId, t.roundId],
      foreignColumns: [matchingRounds.networkId, matchingRounds.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.networkId, t.proposalId], foreignColumns: [proposals.networkId, proposals.id] }),
    index("round_proposals_round").on(t.networkId, t.roundId),
    tenantPolicy(),
  ],
);
