import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { buildApp } from "@augenhoehe/api/app";
import { openDatabase, type Database } from "@augenhoehe/api/db/client";
import { ensureDatabase, startEmbedded, type EmbeddedDatabase } from "@augenhoehe/api/db/embedded";
import { migrate } from "@augenhoehe/api/db/migrate";
import { startJobs, type Jobs } from "@augenhoehe/api/jobs/jobs";
import { wireDeps } from "@augenhoehe/api/wire-deps";

const folder = mkdtempSync(join(tmpdir(), "augenhoehe-outage-"));
const startCluster = () => startEmbedded({ folder, durable: false, log: () => undefined });

let cluster: EmbeddedDatabase;
let db: Database;
let jobs: Jobs;
let app: FastifyInstance;
beforeAll(async () => {
  cluster = await startCluster();
  const url = await ensureDatabase(cluster, "augenhoehe");
  await migrate(url);
  db = openDatabase(url, () => undefined);
  jobs = await startJobs(db, () => undefined);
  const config = {
    publicUrl: "http://localhost:3000",
    anyLoopbackName: false,
    demo: false,
    sessionKey: randomBytes(32),
    trustProxy: undefined,
    rateLimits: true,
  };
  const parts = { config, db, jobs, clock: () => new Date(), encryptionKey: randomBytes(32), mailFrom: "a@b.example" };
  app = await buildApp(wireDeps(parts), { logLevel: "silent" });
});
afterAll(async () => {
  await app.close();
  await jobs.stop();
  await db.close();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (url: string) => app.inject({ method: "GET", url });

test("while the database is away people are asked to come back soon, and it recovers unattended", async () => {
  expect((await ask("/api/health")).statusCode).toBe(200);
  await cluster.stop();
  for (const url of ["/api/health", "/api/networks"]) {
    const reply = await ask(url);
    expect([reply.statusCode, reply.json()]).toEqual([503, { code: "unavailable" }]);
    expect(reply.headers["retry-after"]).toBe("5");
  }
  cluster = await startCluster();
  expect((await ask("/api/health")).statusCode).toBe(200);
  expect((await ask("/api/networks")).json()).toEqual({ networks: [] });
});
