import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import pg from "pg";
import { startEmbedded } from "@augenhoehe/api/db/embedded";
import { migrate } from "@augenhoehe/api/db/migrate";

export const TEMPLATE = "augenhoehe_template";

declare module "vitest" {
  interface ProvidedContext {
    /** Owner's connection string of the cluster, without a database. */
    clusterUrl: string;
  }
}

/** One cluster for all test files: a throw-away one, or `TEST_DATABASE_URL` to try another PostgreSQL. */
export default async function startTestDatabase(project: TestProject): Promise<() => Promise<void>> {
  const foreign = process.env["TEST_DATABASE_URL"];
  if (foreign !== undefined && foreign !== "") {
    await prepareTemplate(foreign);
    project.provide("clusterUrl", foreign);
    return async () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "augenhoehe-test-"));
  const cluster = await startEmbedded({ folder, durable: false, log: () => undefined });
  const clusterUrl = cluster.url("postgres");
  await prepareTemplate(clusterUrl);
  project.provide("clusterUrl", clusterUrl);
  return async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function prepareTemplate(clusterUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(databaseUrl(clusterUrl, TEMPLATE));
}

export function databaseUrl(clusterUrl: string, database: string): string {
  return clusterUrl.replace(/\/[^/?]*(\?.*)?$/, (_, query: string | undefined) => `/${database}${query ?? ""}`);
}
