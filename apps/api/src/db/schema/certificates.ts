import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, lookupPolicy, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { volunteers } from "./people.ts";
import { networks, providers } from "./platform.ts";

/**
 * What a certificate says, frozen at issue: later changes of course, curriculum or letterhead do not touch it. The first
 * ones have nothing of what is optional here, and are printed as they were.
 */
export interface CertificateContent {
  holderName: string;
  /** Empty for a certificate of service. */
  curriculumTitle: string;
  issuer: string;
  modules: { title: string; hours: number; heldOn: string }[];
  /** A single module after the course is confirmed, not certified. */
  isTopUp?: boolean;
  /** The curriculum's own wording with placeholders; empty means the usual one. */
  wording?: string;
  /** Length of one teaching unit. */
  unitMinutes?: number;
  /** In `logos`, by SHA-256. */
  logoId?: string | null;
  signatory?: { name: string; role: string } | null;
  /** The day this version was made, when it is not the first. */
  reissuedOn?: string;
  service?: {
    from: string;
    until: string;
    trainingMinutes: number;
    stammtischHours: number;
    accompanimentHours: number;
    tasks: string[];
  };
}

export const certificates = pgTable(
  "certificates",
  {
    networkId: tenantId(),
    id: rowId(),
    volunteerId: uuid("volunteer_id").notNull(),
    kind: text("kind").$type<"course" | "service">().notNull().default("course"),
    /** Null for a certificate of service. */
    curriculumId: uuid("curriculum_id"),
    number: text("number").notNull(),
    /** Grows with every reissue under the same number; each version has a code of its own. */
    version: integer("version").notNull().default(1),
    /** SHA-256 of the public code; the code itself (≥ 128 random bits) is sealed for printing. */
    codeHash: text("code_hash").notNull(),
    codeSealed: sealed("code_sealed").notNull(),
    content: jsonb("content").$type<CertificateContent>().notNull(),
    /** Of the first version: a new name does not make it younger. */
    issuedAt: instant("issued_at").notNull(),
    issuedBy: uuid("issued_by"),
    /** First instant at which it no longer counts; null: valid without end. */
    validUntil: instant("valid_until"),
    replacedAt: instant("replaced_at"),
    revokedAt: instant("revoked_at"),
    revokedReasonSealed: sealed("revoked_reason_sealed"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    uniqueIndex("certificates_number").on(t.networkId, t.number, t.version),
    uniqueIndex("certificates_code").on(t.codeHash),
    index("certificates_volunteer").on(t.networkId, t.volunteerId),
    tenantPolicy(),
    lookupPolicy("code_hash"),
  ],
);

/** What a provider prints on certificates: frozen into each one when it is issued. */
export const letterheads = pgTable(
  "letterheads",
  {
    networkId: tenantId(),
    providerId: uuid("provider_id").notNull(),
    logoId: text("logo_id"),
    signatoryName: text("signatory_name").notNull(),
    signatoryRole: text("signatory_role").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.providerId] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    tenantPolicy(),
  ],
);

/** Pictures by their SHA-256: never changed, so that an issued certificate keeps the logo it was issued with. */
export const logos = pgTable(
  "logos",
  {
    networkId: tenantId(),
    id: text("id").notNull(),
    contentType: text("content_type").notNull(),
    bytes: bytes("bytes").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId], foreignColumns: [networks.id] }),
    tenantPolicy(),
  ],
);
