import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { EnrolmentStatus } from "@augenhoehe/domain";
import { createdAt, instant, rowId, tenantId, tenantPolicy } from "./columns.ts";
import { curricula } from "./curricula.ts";
import { volunteers } from "./people.ts";
import { accounts, providers } from "./platform.ts";

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
    /** Null: open from the day it is on the calendar. */
    registrationOpensAt: instant("registration_opens_at"),
    /** Null: open until the course is over. */
    registrationClosesAt: instant("registration_closes_at"),
    /** How long somebody on the waiting list has to take a place that became free. */
    offerHours: integer("offer_hours").notNull().default(48),
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
    status: text("status").$type<EnrolmentStatus>().notNull(),
    queuedAt: instant("queued_at").notNull(),
    /** Until when an offered place is kept. */
    offerExpiresAt: instant("offer_expires_at"),
    /** Let an offer pass: stays on the list, and is asked again only after saying so. */
    lapsedAt: instant("lapsed_at"),
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

/**
 * What one person told about one session: comes as a guest to make up its module, or has a place in the course and
 * cannot come. Held under the lock of the course, as places are.
 */
export const sessionBookings = pgTable(
  "session_bookings",
  {
    networkId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    kind: text("kind").$type<"guest" | "excused">().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.sessionId, t.volunteerId] }),
    foreignKey({
      columns: [t.networkId, t.sessionId],
      foreignColumns: [courseSessions.networkId, courseSessions.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    index("session_bookings_volunteer").on(t.networkId, t.volunteerId),
    tenantPolicy(),
  ],
);
