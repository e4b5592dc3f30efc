import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { EnvironmentError } from "../env.ts";
import { APP_ROLE } from "./app-role.ts";
import { JOB_SCHEMA, QUEUES } from "../jobs/queues.ts";

const MIGRATIONS_FOLDER = join(import.meta.dirname, "../../../../drizzle");
const MIGRATION_LOCK = 7_203_114;
const OLDEST_VERSION = 150_000;

/** Brings a database to the present schema as its owner; several processes may start at once. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await createAppRole(client);
    await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS_FOLDER });
    await installJobs(ownerUrl);
    await forceRowLevelSecurity(client);
    for (const schema of ["public", JOB_SCHEMA] as const) await grantUse(client, schema);
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
  const version = Number(rows[0]?.version);
  if (version < OLDEST_VERSION)
    throw new EnvironmentError(`DATABASE_URL: PostgreSQL 15 or newer is needed, found ${version}`);
}

async function createAppRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}', 'member') then grant ${APP_ROLE} to current_user; end if;
  exception when unique_violation then null; end $$`);
}

async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      if ((await boss.getQueue(name)) === null) await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Every table that says whose row it is, and the table of networks, also binds its owner. */
async function forceRowLevelSecurity(client: pg.Client): Promise<void> {
  await client.query(`do $$ declare name text; begin
    for name in
      select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relforcerowsecurity
        and (c.relname = 'networks' or exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id' and not a.attisdropped))
    loop
      execute format('alter table public.%I enable row level security', name);
      execute format('alter table public.%I force row level security', name);
    end loop;
  end $$`);
}

async function grantUse(client: pg.Client, schema: "public" | typeof JOB_SCHEMA): Promise<void> {
  await client.query(`grant usage on schema ${schema} to ${APP_ROLE}`);
  await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${APP_ROLE}`);
  await client.query(`grant usage, select on all sequences in schema ${schema} to ${APP_ROLE}`);
  await client.query(`grant execute on all functions in schema ${schema} to ${APP_ROLE}`);
  await client.query(
    `alter default privileges in schema ${schema} grant select, insert, update, delete on tables to ${APP_ROLE}`,
  );
}
