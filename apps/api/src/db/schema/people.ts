import { sql } from "drizzle-orm";
import {
  boolean,
  date,
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
import type { AgeBand, Gender, Locale, SpokenLanguage, VolunteerStatus } from "@augenhoehe/domain";
import { createdAt, instant, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { accounts, providers } from "./platform.ts";

/** The districts of a network: its own data, editable by its coordinators. */
export const districts = pgTable(
  "districts",
  {
    networkId: tenantId(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    borough: text("borough"),
    lat: doublePrecision("lat"),
    lng: doublePrecision("lng"),
    postalCodes: text("postal_codes").array().notNull(),
    neighbours: text("neighbours").array().notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.key] }), tenantPolicy()],
);

/** Topics and interests of a network, with a label per locale. */
export const terms = pgTable(
  "terms",
  {
    networkId: tenantId(),
    kind: text("kind").$type<"topic" | "interest">().notNull(),
    key: text("key").notNull(),
    labels: jsonb("labels").$type<Partial<Record<Locale, string>>>().notNull(),
    icon: text("icon"),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.kind, t.key] }), tenantPolicy()],
);

/** Versioned texts of the secrecy declaration, the volunteer agreement, and the newcomer's consent. */
export const declarationTexts = pgTable(
  "declaration_texts",
  {
    networkId: tenantId(),
    kind: text("kind").$type<"secrecy" | "agreement" | "consent">().notNull(),
    version: integer("version").notNull(),
    titles: jsonb("titles").$type<Partial<Record<Locale, string>>>().notNull(),
    paragraphs: jsonb("paragraphs").$type<Partial<Record<Locale, string[]>>>().notNull(),
    publishedAt: instant("published_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.kind, t.version] }), tenantPolicy()],
);

export interface StoredMentorWishes {
  menteeGender: Gender | null;
  menteeAgeBands: AgeBand[];
  forWhom: ("self" | "with_child" | "family" | "group")[];
}

/**
 * A volunteer's own data, C1 and C2; the phone is C4 and sealed. `secrecyVersion`, `agreementVersion` and
 * `certificateId` repeat the newest signed and issued ones so that eligibility is computed in one query.
 */
export const volunteers = pgTable(
  "volunteers",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    status: text("status").$type<VolunteerStatus>().notNull(),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    email: text("email"),
    phoneSealed: sealed("phone_sealed"),
    locale: text("locale").$type<Locale>().notNull(),
    languages: jsonb("languages").$type<SpokenLanguage[]>().notNull(),
    district: text("district"),
    reachKm: doublePrecision("reach_km"),
    slots: integer("slots"),
    topics: text("topics").array().notNull(),
    interests: text("interests").array().notNull(),
    gender: text("gender").$type<Gender>(),
    ageBand: text("age_band").$type<AgeBand>(),
    wishes: jsonb("wishes").$type<StoredMentorWishes>().notNull(),
    capacity: integer("capacity").notNull(),
    releasePhone: boolean("release_phone").notNull(),
    releaseEmail: boolean("release_email").notNull(),
    /** Wants no reminders before dates; changes and cancellations are told all the same. */
    remindersStoppedAt: instant("reminders_stopped_at"),
    interviewedOn: date("interviewed_on", { mode: "string" }),
    interviewNoteSealed: sealed("interview_note_sealed"),
    interviewedBy: uuid("interviewed_by"),
    secrecyVersion: integer("secrecy_version"),
    agreementVersion: integer("agreement_version"),
    certificateId: uuid("certificate_id"),
    certificateOverrideReasonSealed: sealed("certificate_override_reason_sealed"),
    certificateOverrideAt: instant("certificate_override_at"),
    /** C4: whether people under protection may be entrusted; sealed "yes" or "no". */
    protectionClearanceSealed: sealed("protection_clearance_sealed"),
    eligibleSince: instant("eligible_since"),
    importId: uuid("import_id"),
    createdAt: createdAt(),
    pausedAt: instant("paused_at"),
    leftAt: instant("left_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    uniqueIndex("volunteers_email").on(t.networkId, t.email),
    index("volunteers_provider").on(t.networkId, t.providerId, t.status, t.createdAt),
    tenantPolicy(),
  ],
);

export const signedDeclarations = pgTable(
  "signed_declarations",
  {
    networkId: tenantId(),
    id: rowId(),
    volunteerId: uuid("volunteer_id").notNull(),
    kind: text("kind").$type<"secrecy" | "agreement">().notNull(),
    version: integer("version").notNull(),
    signedAt: instant("signed_at").notNull(),
    onPaper: boolean("on_paper").notNull(),
    recordedBy: uuid("recorded_by"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    uniqueIndex("signed_declarations_once").on(t.networkId, t.volunteerId, t.kind, t.version),
    tenantPolicy(),
  ],
);

/** C3: the three lawful facts, sealed as JSON { inspectedOn, certificateDate, listedConviction }. */
export const fuehrungszeugnisEntries = pgTable(
  "fuehrungszeugnis_entries",
  {
    networkId: tenantId(),
    volunteerId: uuid("volunteer_id").notNull(),
    entrySealed: sealed("entry_sealed").notNull(),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.volunteerId] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** The person who asked. Ways of contact are C4 and sealed; the receipt is kept as a hash only. */
export const mentees = pgTable(
  "mentees",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    chosenName: text("chosen_name").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    gender: text("gender").$type<Gender>(),
    ageBand: text("age_band").$type<AgeBand>(),
    phoneSealed: sealed("phone_sealed"),
    emailSealed: sealed("email_sealed"),
    otherContactSealed: sealed("other_contact_sealed"),
    contactPersonSealed: sealed("contact_person_sealed"),
    releasePhone: boolean("release_phone").notNull(),
    releaseEmail: boolean("release_email").notNull(),
    /** C4: sealed "yes" or "no"; a protected person is in no list, search or export. */
    protectionSealed: sealed("protection_sealed").notNull(),
    receiptHash: text("receipt_hash").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    uniqueIndex("mentees_receipt").on(t.networkId, t.receiptHash),
    tenantPolicy(),
  ],
);

export const consents = pgTable(
  "consents",
  {
    networkId: tenantId(),
    id: rowId(),
    menteeId: uuid("mentee_id").notNull(),
    textVersion: integer("text_version").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    way: text("way").$type<"online" | "in_person" | "by_phone" | "written">().notNull(),
    givenAt: instant("given_at").notNull(),
    recordedBy: uuid("recorded_by"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.menteeId], foreignColumns: [mentees.networkId, mentees.id] }).onDelete(
      "cascade",
    ),
    index("consents_mentee").on(t.networkId, t.menteeId),
    tenantPolicy(),
  ],
);

/** A request somebody has begun without an account; all answers sealed, deleted when it expires. */
export const requestDrafts = pgTable(
  "request_drafts",
  {
    networkId: tenantId(),
    id: rowId(),
    answersSealed: sealed("answers_sealed").notNull(),
    createdAt: createdAt(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.networkId, t.id] }), index("request_drafts_expiry").on(t.expiresAt), tenantPolicy()],
);

/** A list that was read in: the file's cells sealed, and what became of them. */
export const imports = pgTable(
  "imports",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    kind: text("kind").$type<"volunteers" | "requests">().notNull(),
    fileName: text("file_name").notNull(),
    encoding: text("encoding").$type<"utf-8" | "windows-1252" | "xlsx">().notNull(),
    delimiter: text("delimiter"),
    cellsSealed: sealed("cells_sealed").notNull(),
    mapping: jsonb("mapping").$type<(string | null)[]>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: createdAt(),
    appliedAt: instant("applied_at"),
    undoneAt: instant("undone_at"),
    createdIds: uuid("created_ids")
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.createdBy], foreignColumns: [accounts.networkId, accounts.id] }),
    index("imports_provider").on(t.networkId, t.providerId, t.createdAt),
    tenantPolicy(),
  ],
);

/** Hash of each imported row, so that reading the same list again changes nothing. */
export const importedRows = pgTable(
  "imported_rows",
  {
    networkId: tenantId(),
    providerId: uuid("provider_id").notNull(),
    kind: text("kind").$type<"volunteers" | "requests">().notNull(),
    rowHash: text("row_hash").notNull(),
    subjectId: uuid("subject_id").notNull(),
    importId: uuid("import_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.providerId, t.kind, t.rowHash] }),
    foreignKey({ columns: [t.networkId, t.importId], foreignColumns: [imports.networkId, imports.id] }).onDelete(
      "cascade",
    ),
    index("imported_rows_import").on(t.networkId, t.importId),
    tenantPolicy(),
  ],
);
