import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Pieces every table is made of. A tenant table names its network in its primary key `(network_id, id)`, refers to
 * other tenant tables by composite foreign keys and carries `tenantPolicy()`; row-level security is forced on every
 * table with a `network_id` column after migrating.
 */
export const tenantId = () => uuid("network_id").notNull();
export const rowId = () => uuid("id").notNull().defaultRandom();

/** An instant: UTC in the database, `Date` in code. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
/** Set by the command from its clock, so that time stays an argument. */
export const createdAt = () => instant("created_at").notNull();

/** Text sealed by `seal`; the column's name ends in `_sealed`. */
export const sealed = customType<{ data: string; driverData: string }>({ dataType: () => "text" });

/** The contents of a file. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Lets a row through only inside a transaction opened by `withTenant` for its own network. */
export const tenantPolicy = () =>
  pgPolicy("tenant", {
    for: "all",
    using: sql`network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)`,
    withCheck: sql`network_id = (select nullif(current_setting('app.network_id', true), '')::uuid)`,
  });

const LOOKUP_COLUMNS = {
  token_hash: sql`token_hash = (select nullif(current_setting('app.lookup_hash', true), ''))`,
  code_hash: sql`code_hash = (select nullif(current_setting('app.lookup_hash', true), ''))`,
};

/** Also lets the one row be read whose hash is known, before the network is: see `withLookup`. */
export const lookupPolicy = (column: keyof typeof LOOKUP_COLUMNS) =>
  pgPolicy("lookup", { for: "select", using: LOOKUP_COLUMNS[column] });
