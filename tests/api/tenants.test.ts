import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { VISITOR_EMAILS } from "@augenhoehe/api/demo/demo-accounts";
import { DEMO_DEFINITION, seedDemo } from "@augenhoehe/api/demo/seed-demo";
import { createRoundEngine } from "@augenhoehe/api/matching-rounds/round-engine";
import { sendReminder } from "@augenhoehe/api/training/send-reminder";
import { quickPasswordHash, signInAs } from "../support/make-network.ts";
import { makeRound } from "../support/make-round.ts";
import { plannedReminders } from "../support/reminder-jobs.ts";
import { startSecondProcess } from "../support/second-process.ts";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

/** Columns whose value is unique across networks: a copied row gets another. */
const UNIQUE_EVERYWHERE = ["token_hash", "code_hash"];

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

let world: TestWorld;
let owner: pg.Client;
let tables: readonly Table[];
let here: string;
const there = randomUUID();

beforeAll(async () => {
  world = await createTestApp({ demo: true, rateLimits: false });
  here =
    (await seedDemo({ ...world.deps, hashPassword: quickPasswordHash }, { now: world.clock.now }))?.networkId ?? "";
  owner = new pg.Client({ connectionString: world.ownerUrl });
  await owner.connect();
  tables = await readTenantTables();
  await fillWhatTheDemoLeavesEmpty();
  await copyNetwork();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

async function readTenantTables(): Promise<Table[]> {
  const { rows } = await owner.query(`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
    group by table_name having bool_or(column_name = 'network_id') order by table_name`);
  return z.array(z.object({ name: z.string(), columns: z.array(z.string()) })).parse(rows);
}

/** Through the doors of the api: a code, an invitation, a draft, a list, sessions. */
async function fillWhatTheDemoLeavesEmpty(): Promise<void> {
  const networkSlug = DEMO_DEFINITION.slug;
  const everybody = await world.inTenant(here, (tx) => tx.select().from(accounts));
  const coordinator = everybody.find(({ roles }) => roles.includes("coordinator"));
  if (coordinator === undefined) throw new Error("The demo has no coordinator");
  const client = await signInAs(world, coordinator);
  const { email } = coordinator;
  expectOk(await world.anyone().call("requestEmailCode", { body: { networkSlug, email, locale: "de" } }));
  expectOk(await world.anyone().call("startDraft", { body: { networkSlug, locale: "de" } }));
  const invited = { email: "neu@netz.example", displayName: "Neu", roles: ["counsellor" as const] };
  expectOk(await client.call("inviteStaff", { body: { ...invited, providerId: null, locale: "de" } }));
  const contentBase64 = Buffer.from("Vorname;Nachname;Sprachen\nIda;Liste;Deutsch\n").toString("base64");
  const file = { kind: "volunteers" as const, fileName: "liste.csv", contentBase64 };
  const { id } = expectOk(await client.call("previewImport", { body: file }));
  expectOk(await client.call("applyImport", { params: { id }, body: { rows: "all" } }));
  const round = await makeRound(client);
  expect((await round.send()).sent.length).toBeGreaterThan(0);
  const large = await startSecondProcess(world, createRoundEngine({ smallPairs: 0 }));
  const browser = await signInAs(large, coordinator);
  expectOk(await browser.call("readRoundPlan", { params: round.params, query: {} }));
  await large.close();
  await subscribeAndRemind(everybody);
}

/** A calendar that is fetched, and a reminder that has gone out. */
async function subscribeAndRemind(everybody: readonly (typeof accounts.$inferSelect)[]): Promise<void> {
  const learner = everybody.find(({ email }) => email === VISITOR_EMAILS.learner);
  if (learner === undefined) throw new Error("The demo has nobody in a course");
  const client = await signInAs(world, learner);
  expectOk(await client.call("renewMyCalendar"));
  const { feedUrl } = expectOk(await client.call("readMyCalendar"));
  const token = /([\w-]{43})\.ics$/.exec(feedUrl ?? "")?.[1] ?? "";
  expect((await world.anyone().call("readCalendarFeed", { params: { token } })).status).toBe(200);
  const reminder = (await plannedReminders(world)).find(({ data }) => data.subject === "session");
  if (reminder === undefined) throw new Error("No session of the demo is reminded of");
  await sendReminder(world.deps, reminder.data);
}

const quoted = (name: string) => owner.escapeIdentifier(name);
/** Every row of the first network once more in the second, as the owner of the database may. */
const copyOf = ({ name, columns }: Table, networkId: string): string => {
  const values = columns.map((column) => {
    if (column === "network_id") return `${owner.escapeLiteral(networkId)}::uuid`;
    if (!UNIQUE_EVERYWHERE.includes(column)) return quoted(column);
    return `encode(sha256(convert_to(${quoted(column)} || ${owner.escapeLiteral(networkId)}, 'UTF8')), 'hex')`;
  });
  return `insert into ${quoted(name)} (${columns.map(quoted).join(", ")}) overriding system value
    select ${values.join(", ")} from ${quoted(name)} where network_id = ${owner.escapeLiteral(here)}`;
};

async function copyNetwork(): Promise<void> {
  await owner.query("set session_replication_role = replica");
  await owner.query(
    `insert into networks (id, slug, name, city, imprint, privacy, regime, weights, created_at)
     select $1, 'nebenan', 'Netzwerk Nebenan', city, imprint, privacy, regime, weights, created_at from networks`,
    [there],
  );
  for (const table of tables) await owner.query(copyOf(table, there));
  await owner.query("set session_replication_role = origin");
}

/** As requests reach the database: the app's role, inside one network or none, nothing kept afterwards. */
async function asApp<T>(networkId: string | null, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await world.deps.db.pool.connect();
  try {
    await client.query("begin");
    if (networkId !== null) await client.query("select set_config('app.network_id', $1, true)", [networkId]);
    return await work(client);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const Count = z.tuple([z.object({ count: z.number() })]);
const countRows = async (client: pg.ClientBase, table: string, where = "true") =>
  Count.parse((await client.query(`select count(*)::int as count from ${quoted(table)} where ${where}`)).rows)[0].count;
const isOf = (networkId: string) => `network_id = ${owner.escapeLiteral(networkId)}`;

describe("two networks in one database", () => {
  it("each has rows in every table, so that what follows can fail", async () => {
    for (const { name } of tables) {
      expect(await countRows(owner, name, isOf(here)), name).toBeGreaterThan(0);
      expect(await countRows(owner, name, isOf(there)), name).toBe(await countRows(owner, name, isOf(here)));
    }
  });

  it("nobody is seen without a network", async () => {
    await asApp(null, async (client) => {
      for (const { name } of tables) expect(await countRows(client, name), name).toBe(0);
    });
  });

  it("inside one, every own row is seen and none of the other", async () => {
    for (const [own, other] of [
      [here, there],
      [there, here],
    ] as const) {
      await asApp(own, async (client) => {
        for (const { name } of tables) {
          expect(await countRows(client, name), name).toBe(await countRows(owner, name, isOf(own)));
          expect(await countRows(client, name, isOf(other)), name).toBe(0);
        }
      });
    }
  });

  it("no row is written into the other, moved there, changed there or deleted there", async () => {
    for (const table of tables) {
      const name = quoted(table.name);
      const refused = [copyOf(table, there), `update ${name} set network_id = ${owner.escapeLiteral(there)}`];
      for (const statement of refused) {
        const attempt = asApp(here, (client) => client.query(statement));
        await expect(attempt, `${table.name}: ${statement}`).rejects.toThrow(/row-level security/);
      }
      const without = [`update ${name} set network_id = network_id`, `delete from ${name}`];
      for (const statement of without) {
        const { rowCount } = await asApp(here, (client) => client.query(`${statement} where ${isOf(there)}`));
        expect(rowCount, statement).toBe(0);
      }
    }
  });

  it("a network's own row is read by everybody and changed by itself alone", async () => {
    await asApp(here, async (client) => {
      const seen = await client.query("select slug from networks order by slug");
      expect(seen.rows).toEqual([{ slug: DEMO_DEFINITION.slug }, { slug: "nebenan" }]);
      expect((await client.query("update networks set name = 'x' where id = $1", [there])).rowCount).toBe(0);
      expect((await client.query("update networks set name = 'x' where id = $1", [here])).rowCount).toBe(1);
    });
  });

  it("a hash opens the one row it belongs to, to read, and nothing beside it", async () => {
    const hash = createHash("sha256").update("nobody's").digest("hex");
    for (const known of [hash, await anyTokenHash()]) {
      await asApp(null, async (client) => {
        await client.query("select set_config('app.lookup_hash', $1, true)", [known]);
        for (const { name } of tables) {
          const expected = name === "sessions" && known !== hash ? 1 : 0;
          expect(await countRows(client, name), name).toBe(expected);
        }
        expect((await client.query("update sessions set revoked_at = now()")).rowCount).toBe(0);
        expect((await client.query("delete from sessions")).rowCount).toBe(0);
      });
    }
  });

  it("the app's role cannot take the wall down", async () => {
    for (const statement of [
      "alter table mentees disable row level security",
      "alter table mentees no force row level security",
      "drop policy tenant on mentees",
      "create policy open on mentees using (true)",
      "alter role augenhoehe_app bypassrls",
      "create table mine (id int)",
      "truncate mentees cascade",
    ]) {
      await expect(
        asApp(here, (client) => client.query(statement)),
        statement,
      ).rejects.toThrow(/must be owner|permission denied/);
    }
  });
});

async function anyTokenHash(): Promise<string> {
  const { rows } = await owner.query(`select token_hash as hash from sessions where ${isOf(here)} limit 1`);
  return z.tuple([z.object({ hash: z.string() })]).parse(rows)[0].hash;
}
