import { getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "../client.ts";

type New<Table extends PgTable> = Omit<Table["$inferInsert"], "networkId">;

/**
 * Stores thousands of rows in one statement with one parameter: built value by value, a list of 2,000 people would be
 * 70,000 parameters. All rows have the same keys. Where `unlessTaken` names a unique key, rows in conflict fall away;
 * the ids of those that were stored come back.
 */
export async function insertMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly New<Table>[],
  unlessTaken?: SQL,
): Promise<string[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key === "networkId" || key in first);
  const stored = rows.map((row) => {
    const values = new Map<string, unknown>([...Object.entries(row), ["networkId", tx.networkId]]);
    return Object.fromEntries(columns.map(([key, { name }]) => [name, values.get(key)]));
  });
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const conflict = unlessTaken === undefined ? sql`` : sql`on conflict ${unlessTaken} do nothing`;
  const { rows: inserted } = await tx.execute<{ id: string }>(sql`
    insert into ${table} (${names})
    select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(stored)}::jsonb)
    ${conflict} returning id`);
  return inserted.map(({ id }) => id);
}
