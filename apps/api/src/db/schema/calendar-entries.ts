import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "./columns.ts";
import { volunteers } from "./people.ts";

/**
 * What a person's calendar was last told about one date, in the feed or by a file. A date that is different now, or no
 * longer theirs, is told anew under the same UID with the next SEQUENCE, whatever it was that changed.
 */
export const calendarEntries = pgTable(
  "calendar_entries",
  {
    networkId: tenantId(),
    volunteerId: uuid("volunteer_id").notNull(),
    /** A course session or a Stammtisch. */
    subjectId: uuid("subject_id").notNull(),
    subject: text("subject").$type<"session" | "stammtisch">().notNull(),
    /** SHA-256 of everything the entry said. */
    fingerprint: text("fingerprint").notNull(),
    cancelled: boolean("cancelled").notNull(),
    sequence: integer("sequence").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.volunteerId, t.subjectId] }),
    foreignKey({
      columns: [t.networkId, t.volunteerId],
      foreignColumns: [volunteers.networkId, volunteers.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
