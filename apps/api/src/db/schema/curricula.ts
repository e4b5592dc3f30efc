import { boolean, doublePrecision, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { CurriculumPurpose, Locale } from "@augenhoehe/domain";
import { createdAt, instant, rowId, tenantId, tenantPolicy } from "./columns.ts";

export const curricula = pgTable(
  "curricula",
  {
    networkId: tenantId(),
    id: rowId(),
    title: text("title").notNull(),
    purpose: text("purpose").$type<CurriculumPurpose>().notNull().default("course"),
    /** The one new volunteers take; where none is marked, the first that was set up. */
    isStandard: boolean("is_standard").notNull().default(false),
    /** The topic a top-up answers, as Stammtisch meetings raise it. */
    topicKey: text("topic_key"),
    /** Length of one teaching unit: 60, or 45 where hours are counted in school lessons. */
    unitMinutes: integer("unit_minutes").notNull().default(60),
    /** Share of all hours that a certificate asks for, besides every compulsory module. */
    minHoursPercent: integer("min_hours_percent").notNull().default(75),
    /** What the certificate says between the name and the modules; empty means the usual wording. */
    certificateText: text("certificate_text").notNull().default(""),
    /** Null: valid without end. */
    validityMonths: integer("validity_months"),
    archivedAt: instant("archived_at"),
    createdAt: createdAt(),
  },
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
    /** Clock hours. */
    hours: doublePrecision("hours").notNull(),
    language: text("language").$type<Locale>().notNull().default("de"),
    compulsory: boolean("compulsory").notNull().default(true),
    /** Taken out of the curriculum; what was held under it keeps its title. */
    retiredAt: instant("retired_at"),
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
