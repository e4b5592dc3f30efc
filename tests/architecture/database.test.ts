import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const Table = z.object({
  name: z.string(),
  isTenant: z.boolean(),
  isForced: z.boolean(),
  isEnabled: z.boolean(),
  primaryKey: z.array(z.string()),
});

/** Tables without a network: the networks themselves, and what holds hashes and counters only. */
const WITHOUT_NETWORK = ["key_probes", "networks", "rate_limits", "setup_tokens"];

async function readTables() {
  const { rows } = await owner.query(`
    select c.relname as name, c.relrowsecurity as "isEnabled", c.relforcerowsecurity as "isForced",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id') as "isTenant",
      array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
            where i.indrelid = c.oid and i.indisprimary order by array_position(i.indkey::int[], a.attnum::int)) as "primaryKey"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by c.relname`);
  return z.array(Table).min(20).parse(rows);
}

test("every table says whose row it is, in its key, and row-level security binds even its owner", async () => {
  const tables = await readTables();
  expect(tables.filter(({ isTenant }) => !isTenant).map(({ name }) => name)).toEqual(WITHOUT_NETWORK);
  const tenants = tables.filter(({ isTenant }) => isTenant);
  expect(tenants.filter(({ isForced, isEnabled }) => !isForced || !isEnabled)).toEqual([]);
  expect(tenants.filter(({ primaryKey }) => primaryKey[0] !== "network_id")).toEqual([]);
});

test("a foreign key between tenants' tables carries the network", async () => {
  const { rows } = await owner.query(`
    select conrelid::regclass::text as child, conname from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'networks'::regclass
      and not exists (select from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k
                      where a.attname = 'network_id')`);
  expect(rows).toEqual([]);
});

test("requests run as a role that is neither owner nor superuser and passes no wall", async () => {
  const role = await database.db.pool.query(`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
    from pg_roles where rolname = current_user`);
  expect(role.rows).toEqual([
    {
      rolname: "augenhoehe_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
    },
  ]);
  const owned = await owner.query("select relname from pg_class where relowner = 'augenhoehe_app'::regrole");
  expect(owned.rows).toEqual([]);
});

test("a query without a network sees nobody, and one inside a network cannot write into another", async () => {
  const tenants = (await readTables()).filter(({ isTenant }) => isTenant);
  for (const { name } of tenants) {
    const { rows } = await database.db.pool.query(`select count(*)::int as seen from ${owner.escapeIdentifier(name)}`);
    expect(rows, name).toEqual([{ seen: 0 }]);
  }
  const own = "0196f1f4-0000-7000-8000-000000000001";
  const other = "0196f1f4-0000-7000-8000-000000000002";
  const client = await database.db.pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.network_id', $1, true)", [own]);
    const insert = client.query(
      "insert into providers (network_id, name, short_name, regime, contact) values ($1, 'a', 'a', 'dsgvo', '{}')",
      [other],
    );
    await expect(insert).rejects.toThrow(/row-level security/);
  } finally {
    await client.query("rollback");
    client.release();
  }
});
