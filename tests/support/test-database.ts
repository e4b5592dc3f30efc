import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase, type Database } from "@augenhoehe/api/db/client";
import { databaseUrl, TEMPLATE } from "./start-test-database.ts";

export interface TestDatabase {
  readonly db: Database;
  /** Connection string of the owner, for looking past row-level security. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of one's own, cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject("clusterUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onCluster(clusterUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const ownerUrl = databaseUrl(clusterUrl, name);
  const db = openDatabase(ownerUrl, () => undefined);
  return {
    db,
    ownerUrl,
    drop: async () => {
      await db.close();
      await onCluster(clusterUrl, `drop database ${name} with (force)`);
    },
  };
}

async function onCluster(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
