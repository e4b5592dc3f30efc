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
import { createdAt, instant, lookupPolicy, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { volunteers } from "./people.ts";
import { accounts, providers } from "./platform.ts";

export const curricula = pgTable(
  "curricula",
  { networkId: tenantId(), id: rowId(), title: text("title").notNull(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.networkId, t.id] }), tenantPolicy()],
);

export const curriculumModules = pgTable(
  "curriculum_modules",
  {
    networkId: tenantId(),
    curriculumId: uuid("curriculum_id").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    topics: text("topics").notNull(),
    hours: doublePrecision("hours").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.curriculumId, t.key] }),
    foreignKey({
      columns: [t.networkId, t.curriculumId],
      foreignColumns: [curricula.networkId, curricula.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/** A run of a curriculum. `providerId` organises it; volunteers of every provider may enrol. */
export const courses = pgTable(
  "courses",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    curriculumId: uuid("curriculum_id").notNull(),
    title: text("title").notNull(),
    places: integer("places").notNull(),
    createdAt: createdAt(),
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    foreignKey({ columns: [t.networkId, t.curriculumId], foreignColumns: [curricula.networkId, curricula.id] }),
    tenantPolicy(),
  ],
);

export const courseTrainers = pgTable(
  "course_trainers",
  { networkId: tenantId(), courseId: uuid("course_id").notNull(), accountId: uuid("account_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.networkId, t.courseId, t.accountId] }),
    foreignKey({ columns: [t.networkId, t.courseId], foreignColumns: [courses.networkId, courses.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [t.networkId, t.accountId], foreignColumns: [accounts.networkId, accounts.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);

export const courseSessions = pgTable(
  "course_sessions",
  {
    networkId: tenantId(),
    id: rowId(),
    courseId: uuid("course_id").notNull(),
    moduleKey: text("module_key").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    place: text("place").notNull(),
    cancelledAt: instant("cancelled_at"),
    /** SEQUENCE of the calendar entry: grows with every change. */
    sequence: integer("sequence").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.courseId], foreignColumns: [courses.networkId, courses.id] }).onDelete(
      "cascade",
    ),
    index("course_sessions_course").on(t.networkId, t.courseId, t.startsAt),
    tenantPolicy(),
  ],
);

/** `queuedAt` orders the waiting list; capacity holds by locking the course row. */
export const enrolments = pgTable(
  "enrolments",
  {
    networkId: tenantId(),
    courseId: uuid("course_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    status: text("status").$type<"enrolled" | "waiting" | "cancelled">().notNull(),
    queuedAt: instant("queued_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.courseId, t.volunteerId] }),
    foreignKey({ columns: [t.networkId, t.courseId], foreignColumns: [courses.networkId, courses.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    index("enrolments_volunteer").on(t.networkId, t.volunteerId),
    tenantPolicy(),
  ],
);

export const attendances = pgTable(
  "attendances",
  {
    networkId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    mark: text("mark").$type<"present" | "absent">().notNull(),
    /** Makes up a missed module without being enrolled in the course. */
    guest: boolean("guest").notNull(),
    markedBy: uuid("marked_by"),
    markedAt: instant("marked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.sessionId, t.volunteerId] }),
    foreignKey({ columns: [t.networkId, t.sessionId], foreignColumns: [courseSessions.networkId, courseSessions.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    index("attendances_volunteer").on(t.networkId, t.volunteerId),
    tenantPolicy(),
  ],
);

/** What a certificate says, frozen at issue: later changes of name, course or curriculum do not touch it. */
export interface CertificateContent {
  holderName: string;
  curriculumTitle: string;
  issuer: string;
  modules: { title: string; hours: number; heldOn: string }[];
}

export const certificates = pgTable(
  "certificates",
  {
    networkId: tenantId(),
    id: rowId(),
    volunteerId: uuid("volunteer_id").notNull(),
    curriculumId: uuid("curriculum_id").notNull(),
    number: text("number").notNull(),
    /** SHA-256 of the public code; the code itself (≥ 128 random bits) is sealed for printing. */
    codeHash: text("code_hash").notNull(),
    codeSealed: sealed("code_sealed").notNull(),
    content: jsonb("content").$type<CertificateContent>().notNull(),
    issuedAt: instant("issued_at").notNull(),
    issuedBy: uuid("issued_by"),
    revokedAt: instant("revoked_at"),
    revokedReasonSealed: sealed("revoked_reason_sealed"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    uniqueIndex("certificates_number").on(t.networkId, t.number),
    uniqueIndex("certificates_code").on(t.codeHash),
    index("certificates_volunteer").on(t.networkId, t.volunteerId),
    tenantPolicy(),
    lookupPolicy("code_hash"),
  ],
);

export const stammtische = pgTable(
  "stammtische",
  {
    networkId: tenantId(),
    id: rowId(),
    providerId: uuid("provider_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    place: text("place").notNull(),
    topics: text("topics").notNull(),
    sequence: integer("sequence").notNull(),
    cancelledAt: instant("cancelled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.providerId], foreignColumns: [providers.networkId, providers.id] }),
    index("stammtische_provider").on(t.networkId, t.providerId, t.startsAt),
    tenantPolicy(),
  ],
);

export const stammtischAnswers = pgTable(
  "stammtisch_answers",
  {
    networkId: tenantId(),
    stammtischId: uuid("stammtisch_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    answer: text("answer").$type<"yes" | "no">().notNull(),
    answeredAt: instant("answered_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.stammtischId, t.volunteerId] }),
    foreignKey({
      columns: [t.networkId, t.stammtischId],
      foreignColumns: [stammtische.networkId, stammtische.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
