import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AttendanceSource } from "@augenhoehe/domain";
import { instant, rowId, tenantId, tenantPolicy } from "./columns.ts";
import { courseSessions } from "./courses.ts";
import { volunteers } from "./people.ts";

export const attendances = pgTable(
  "attendances",
  {
    networkId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    mark: text("mark").$type<"present" | "absent">().notNull(),
    lateMinutes: integer("late_minutes").notNull().default(0),
    leftEarlyMinutes: integer("left_early_minutes").notNull().default(0),
    source: text("source").$type<AttendanceSource>().notNull().default("tapped"),
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

/** Every mark that was ever made, in order: who corrected what, and when. Never changed, never deleted with a mark. */
export const attendanceChanges = pgTable(
  "attendance_changes",
  {
    networkId: tenantId(),
    id: rowId(),
    sessionId: uuid("session_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
    mark: text("mark").$type<"present" | "absent" | "unmarked">().notNull(),
    lateMinutes: integer("late_minutes").notNull(),
    leftEarlyMinutes: integer("left_early_minutes").notNull(),
    source: text("source").$type<AttendanceSource>().notNull(),
    /** Why somebody was marked before the session began. */
    reason: text("reason"),
    /** Null when the volunteer checked in by the code on the wall. */
    changedBy: uuid("changed_by"),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.sessionId], foreignColumns: [courseSessions.networkId, courseSessions.id] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    index("attendance_changes_session").on(t.networkId, t.sessionId, t.changedAt),
    tenantPolicy(),
  ],
);
