import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { APP_ROLE } from "./app-role.ts";
import { schema } from "./schema.ts";

type Drizzle = NodePgDatabase<typeof schema>;

/** An open transaction. `transaction` is missing on purpose: one command, one transaction. */
export type OpenTransaction = Omit<Drizzle, "transaction" | "$client">;
/** A transaction that sees and writes the rows of one network only. */
export type Tx = OpenTransaction & { readonly networkId: string };

export interface Database {
  /** Everything about people: rows of other networks do not exist in here. */
  withTenant<T>(networkId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Finds the one row whose hash is known before its network is: a session, an invitation, a certificate. */
  withLookup<T>(hash: string, work: (tx: OpenTransaction) => Promise<T>): Promise<T>;
  /** Networks by slug, counters and the like: no row of a tenant is visible. */
  withoutTenant<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HASH = /^[0-9a-f]{64}$/;
const MAX_CONNECTIONS = 20;

export function openDatabase(url: string, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 4000,
    query_timeout: 30_000,
    options: `-c role=${APP_ROLE} -c statement_timeout=25000 -c idle_in_transaction_session_timeout=60000`,
  });
  pool.on("error", onIdleError);
  const bound = new WeakMap<pg.PoolClient, Drizzle>();

  /** `begin` and the setting travel together: one round trip. Both values are checked, never free text. */
  async function inTransaction<T>(begin: string, work: (tx: Drizzle) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      let tx = bound.get(client);
      if (tx === undefined) bound.set(client, (tx = drizzle(client, { schema })));
      const result = await work(tx);
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: unknown) => {
        broken = failure instanceof Error ? failure : new Error("rollback failed");
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    pool,
    withTenant: async (networkId, work) => {
      if (!UUID.test(networkId)) throw new Error("not a network id");
      return inTransaction(`begin; select set_config('app.network_id', '${networkId}', true)`, (tx) =>
        work(Object.assign(tx, { networkId })),
      );
    },
    withLookup: async (hash, work) => {
      if (!HASH.test(hash)) throw new Error("not a hash");
      return inTransaction(`begin; select set_config('app.lookup_hash', '${hash}', true)`, work);
    },
    withoutTenant: (work) => inTransaction("begin", work),
    close: () => pool.end(),
  };
}
