import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { FeedbackGroup } from "@augenhoehe/domain";
import { bytes, instant, rowId, tenantId, tenantPolicy } from "./columns.ts";
import { courseSessions, courses } from "./courses.ts";
import { volunteers } from "./people.ts";

/** A file for a module of one course. Its bytes lie apart, so that lists stay light. */
export const moduleMaterials = pgTable(
  "module_materials",
  {
    networkId: tenantId(),
    id: rowId(),
    courseId: uuid("course_id").notNull(),
    moduleKey: text("module_key").notNull(),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    uploadedBy: uuid("uploaded_by"),
    uploadedAt: instant("uploaded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({ columns: [t.networkId, t.courseId], foreignColumns: [courses.networkId, courses.id] }),
    index("module_materials_course").on(t.networkId, t.courseId),
    tenantPolicy(),
  ],
);

export const materialFiles = pgTable(
  "material_files",
  { networkId: tenantId(), materialId: uuid("material_id").notNull(), bytes: bytes("bytes").notNull() },
  (t) => [
    primaryKey({ columns: [t.networkId, t.materialId] }),
    foreignKey({
      columns: [t.networkId, t.materialId],
      foreignColumns: [moduleMaterials.networkId, moduleMaterials.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);

/**
 * One anonymous answer: no person, no time, and written anew with each one that comes, so that the order of rows does
 * not tell them either.
 */
export const sessionFeedbacks = pgTable(
  "session_feedbacks",
  {
    networkId: tenantId(),
    id: rowId(),
    sessionId: uuid("session_id").notNull(),
    /** 1 not good, 2 all right, 3 good. */
    face: integer("face").notNull(),
    sentence: text("sentence"),
    /** The group it may be read with, of one session or of the whole course; held back while null. */
    shownWith: text("shown_with").$type<FeedbackGroup>(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    foreignKey({
      columns: [t.networkId, t.sessionId],
      foreignColumns: [courseSessions.networkId, courseSessions.id],
    }).onDelete("cascade"),
    index("session_feedbacks_session").on(t.networkId, t.sessionId),
    tenantPolicy(),
  ],
);

/** Who has answered, so that everybody answers once; nothing joins it to an answer. */
export const feedbackGiven = pgTable(
  "feedback_given",
  {
    networkId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    volunteerId: uuid("volunteer_id").notNull(),
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
    tenantPolicy(),
  ],
);
