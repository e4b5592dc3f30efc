import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, lookupPolicy, rowId, sealed, tenantId, tenantPolicy } from "./columns.ts";
import { courses, courseSessions } from "./courses.ts";
import { volunteers } from "./people.ts";

export type LinkPurpose = "calendar" | "session" | "offer" | "reminders" | "certificate";

/**
 * An address that stands for one person and one purpose without signing in: the calendar feed, one session or an
 * offered place in a mail, stopping reminders, the certificate of service of somebody who has left. Known by its hash; the feed's token is sealed beside it, so that its owner can see it again.
 */
export const personalLinks = pgTable(
  "personal_links",
  {
    networkId: tenantId(),
    id: rowId(),
    volunteerId: uuid("volunteer_id").notNull(),
    purpose: text("purpose").$type<LinkPurpose>().notNull(),
    /** The session or the course it is about. */
    sessionId: uuid("session_id"),
    courseId: uuid("course_id"),
    tokenHash: text("token_hash").notNull(),
    tokenSealed: sealed("token_sealed"),
    createdAt: createdAt(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.networkId, t.sessionId],
      foreignColumns: [courseSessions.networkId, courseSessions.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.networkId, t.courseId], foreignColumns: [courses.networkId, courses.id] }).onDelete(
      "cascade",
    ),
    uniqueIndex("personal_links_token").on(t.tokenHash),
    index("personal_links_volunteer").on(t.networkId, t.volunteerId, t.purpose),
    tenantPolicy(),
    lookupPolicy("token_hash"),
  ],
);

/** A reminder that went out, by what it was about and when that began: a moved date is reminded of anew. */
export const sentReminders = pgTable(
  "sent_reminders",
  {
    networkId: tenantId(),
    /** A course session or a Stammtisch. */
    subjectId: uuid("subject_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    kind: text("kind").$type<"day_before" | "two_hours_before">().notNull(),
    startsAt: instant("starts_at").notNull(),
    sentAt: instant("sent_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.subjectId, t.volunteerId, t.kind, t.startsAt] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
