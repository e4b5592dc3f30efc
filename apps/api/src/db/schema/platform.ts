import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AccountRole } from "@augenhoehe/contract";
import type { Locale } from "@augenhoehe/domain";
import { createdAt, instant, lookupPolicy, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";

export type LegalRegime = "dsgvo" | "sgb" | "kdg" | "dsg_ekd";

export interface Imprint {
  responsible: string;
  address: string;
  email: string;
  phone: string;
  representedBy: string;
}

export interface PrivacyNotice {
  officer: string;
  officerEmail: string;
  authority: string;
  retentionMonths: number;
}

/** Points of the four criteria; they sum to 100. */
export interface Weights {
  language: number;
  district: number;
  availability: number;
  interests: number;
}

export interface ProviderContact {
  phone: string | null;
  email: string | null;
}

const isThisNetwork = sql`id = (select nullif(current_setting('app.network_id', true), '')::uuid)`;

/** Tenants. Everybody may read one by its public slug; only its own people change it. */
export const networks = pgTable(
  "networks",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    city: text("city").notNull(),
    imprint: jsonb("imprint").$type<Imprint>().notNull(),
    privacy: jsonb("privacy").$type<PrivacyNotice>().notNull(),
    regime: text("regime").$type<LegalRegime>().notNull(),
    /** Who receives requests that come in without a provider. */
    intakeProviderId: uuid("intake_provider_id"),
    weights: jsonb("weights").$type<Weights>().notNull(),
    weightsVersion: integer("weights_version").notNull().default(1),
    timeZone: text("time_zone").notNull().default("Europe/Berlin"),
    /** Whose public holidays count: "DE" for those of all Germany, or with a federal state, "DE-NW". */
    holidayRegion: text("holiday_region").notNull().default("DE"),
    demo: boolean("demo").notNull().default(false),
    createdAt: createdAt(),
  },
  () => [
    pgPolicy("public_read", { for: "select", using: sql`true` }),
    pgPolicy("own_network", { for: "all", using: isThisNetwork, withCheck: isThisNetwork }),
  ],
);

export const providers = pgTable(
  "providers",
  {
    networkId: tenantId(),
    id: rowId(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    regime: text("regime").$type<LegalRegime>().notNull(),
    contact: jsonb("contact").$type<ProviderContact>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    tenantPolicy(),
  ],
);

/** Whoever signs in by name: volunteers, trainers and staff. Newcomers have a receipt instead. */
export const accounts = pgTable(
  "accounts",
  {
    networkId: tenantId(),
    id: rowId(),
    /** Only an admin may stand above the providers. */
    providerId: uuid("provider_id"),
    email: text("email").notNull(),
    roles: text("roles").array().$type<AccountRole[]>().notNull(),
    displayName: text("display_name").notNull(),
    passwordHash: text("password_hash"),
    totpSecretSealed: sealed("totp_secret_sealed"),
    totpConfirmedAt: instant("totp_confirmed_at"),
    /** Thirty-second step of the last accepted code: a code counts once. */
    lastTotpStep: integer("last_totp_step"),
    volunteerId: uuid("volunteer_id"),
    locale: text("locale").$type<Locale>().notNull().default("de"),
    disabledAt: instant("disabled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    uniqueIndex("accounts_email_unique").on(t.networkId, t.email),
    uniqueIndex("accounts_volunteer_unique").on(t.networkId, t.volunteerId),
    check("accounts_email_lower", sql`${t.email} = lower(${t.email})`),
    check("accounts_provider", sql`${t.providerId} is not null or ${t.roles} <@ array['admin']`),
    tenantPolicy(),
  ],
);

/** `account` was opened by a code sent by mail, `staff` by password and second factor. */
export const SESSION_KINDS = ["account", "staff", "second_factor_pending", "draft", "mentee"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const sessions = pgTable(
  "sessions",
  {
    networkId: tenantId(),
    id: rowId(),
    tokenHash: text("token_hash").notNull(),
    kind: text("kind").$type<SessionKind>().notNull(),
    accountId: uuid("account_id"),
    menteeId: uuid("mentee_id"),
    draftId: uuid("draft_id"),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    foreignKey({
      columns: [t.networkId, t.accountId],
      foreignColumns: [accounts.networkId, accounts.id],
    }).onDelete("cascade"),
    uniqueIndex("sessions_token_unique").on(t.tokenHash),
    index("sessions_account").on(t.networkId, t.accountId),
    index("sessions_mentee").on(t.networkId, t.menteeId),
    index("sessions_draft").on(t.networkId, t.draftId),
    check(
      "sessions_whose",
      sql`case ${t.kind} when 'draft' then ${t.draftId} is not null when 'mentee' then ${t.menteeId} is not null else ${t.accountId} is not null end`,
    ),
    tenantPolicy(),
    lookupPolicy("token_hash"),
  ],
);

/** Six digits sent by mail: one use, bound to the browser that asked, attempts counted. */
export const emailCodes = pgTable(
  "email_codes",
  {
    networkId: tenantId(),
    id: rowId(),
    /** Null where nobody has the address: the code is then never right, and the answers are the same. */
    accountId: uuid("account_id"),
    codeHash: text("code_hash").notNull(),
    browserHash: text("browser_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.accountId],
      foreignColumns: [accounts.networkId, accounts.id],
    }).onDelete("cascade"),
    index("email_codes_browser").on(t.networkId, t.browserHash),
    tenantPolicy(),
  ],
);

/** A link that lets an invited member of staff set a password and a second factor, once. */
export const invitations = pgTable(
  "invitations",
  {
    networkId: tenantId(),
    id: rowId(),
    accountId: uuid("account_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.accountId],
      foreignColumns: [accounts.networkId, accounts.id],
    }).onDelete("cascade"),
    uniqueIndex("invitations_token_unique").on(t.tokenHash),
    tenantPolicy(),
    lookupPolicy("token_hash"),
  ],
);

/** Opens the first-run page while no network exists; each starting process prints its own. */
export const setupTokens = pgTable("setup_tokens", {
  tokenHash: text("token_hash").primaryKey(),
  createdAt: createdAt(),
});

/** A known text sealed with the key in use: tells at the start whether another key was given. */
export const keyProbes = pgTable("key_probes", {
  id: uuid("id").primaryKey(),
  probeSealed: sealed("probe_sealed").notNull(),
});

/** Calls counted per key (a hash of an endpoint with an address or account) and minute, shared by all processes. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    keyHash: text("key_hash").notNull(),
    windowStart: instant("window_start").notNull(),
    calls: integer("calls").notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyHash, t.windowStart] }), index("rate_limits_window").on(t.windowStart)],
);

export const MAIL_STATUSES = ["queued", "sent", "failed"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Whose mail it is: decides who may see it in the log, never printed. */
export type RecipientKind = "account" | "volunteer" | "mentee";

/** The outbox. Address and contents are sealed and removed once the mail is gone. */
export const mails = pgTable(
  "mails",
  {
    networkId: tenantId(),
    id: rowId(),
    recipientKind: text("recipient_kind").$type<RecipientKind>().notNull(),
    recipientId: uuid("recipient_id").notNull(),
    /** Whose staff sees that it could not be delivered. */
    providerId: uuid("provider_id"),
    template: text("template").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    payloadSealed: sealed("payload_sealed"),
    status: text("status").$type<MailStatus>().notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    messageId: text("message_id").notNull(),
    createdAt: createdAt(),
    sentAt: instant("sent_at"),
    lastErrorCode: text("last_error_code"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    index("mails_status").on(t.networkId, t.status, t.createdAt),
    index("mails_recipient").on(t.networkId, t.recipientKind, t.recipientId),
    tenantPolicy(),
  ],
);

export type ActorKind = "account" | "mentee" | "draft" | "anyone" | "system";
export type ActivityFacts = Record<string, string | number | boolean | null>;

/** Who changed what and when: ids, codes and numbers, no personal data. */
export const activities = pgTable(
  "activities",
  {
    networkId: tenantId(),
    id: rowId(),
    at: instant("at").notNull(),
    /** Whose staff may read it. */
    providerId: uuid("provider_id"),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorAccountId: uuid("actor_account_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: uuid("subject_id"),
    facts: jsonb("facts").$type<ActivityFacts>().notNull(),
    reasonSealed: sealed("reason_sealed"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    index("activities_at").on(t.networkId, t.at),
    index("activities_subject").on(t.networkId, t.subjectId),
    tenantPolicy(),
  ],
);
