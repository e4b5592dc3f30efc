import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, rowId, tenantId, tenantPolicy } from "./columns.ts";
import { volunteers } from "./people.ts";
import { providers } from "./platform.ts";

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
/** A topic that came up at a meeting: enough of one suggests a top-up module. */
export const stammtischTopics = pgTable(
  "stammtisch_topics",
  {
    networkId: tenantId(),
    stammtischId: uuid("stammtisch_id").notNull(),
    topicKey: text("topic_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.stammtischId, t.topicKey] }),
    foreignKey({
      columns: [t.networkId, t.stammtischId],
      foreignColumns: [stammtische.networkId, stammtische.id],
    }).onDelete("cascade"),
    tenantPolicy(),
  ],
);
