import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId, tenantPolicy } from "./columns.ts";

/** The number of a transaction, never used again while the cluster lives. */
const transactionNumber = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

/**
 * What has changed about mentors, written by triggers in the transaction that changes it, so that a process can ask
 * what it has not seen yet. Nothing is ever updated; old entries are replaced by one that says so (`pruned`).
 */
export const mentorChanges = pgTable(
  "mentor_changes",
  {
    networkId: tenantId(),
    id: bigint("id", { mode: "bigint" }).notNull().generatedAlwaysAsIdentity(),
    /** Null where the network's weights, districts or texts have changed: that concerns everybody. */
    volunteerId: uuid("volunteer_id"),
    transaction: transactionNumber("transaction")
      .notNull()
      .default(sql`pg_current_xact_id()`),
    changedAt: instant("changed_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Stands for all entries up to this transaction. */
    pruned: boolean("pruned").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index("mentor_changes_transaction").on(t.networkId, t.transaction),
    tenantPolicy(),
  ],
);
