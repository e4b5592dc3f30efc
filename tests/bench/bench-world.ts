import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { buildApp } from "@augenhoehe/api/app";
import { openDatabase, type Database } from "@augenhoehe/api/db/client";
import { ensureDatabase, startEmbedded } from "@augenhoehe/api/db/embedded";
import { migrate } from "@augenhoehe/api/db/migrate";
import { accounts } from "@augenhoehe/api/db/schema/platform";
import { sessionEnvelope } from "@augenhoehe/api/http/sessions";
import { startJobs } from "@augenhoehe/api/jobs/jobs";
import { loadWebHandler } from "@augenhoehe/api/load-web-handler";
import { wireDeps } from "@augenhoehe/api/wire-deps";
import { generatePool, insertPool } from "../support/population.ts";

export interface BenchWorld {
  readonly app: FastifyInstance;
  readonly db: Database;
  readonly ownerUrl: string;
  readonly origin: string;
  readonly networkId: string;
  readonly providerId: string;
  readonly requestIds: readonly string[];
  /** Cookie header of a signed-in coordinator. */
  readonly cookie: string;
  close(): Promise<void>;
}

const key = (name: string) => createHash("sha256").update(name).digest();

/** The real program, listening, on its own durable PostgreSQL with a pool of the public shares. */
export async function openBenchWorld({
  volunteers,
  requests,
}: {
  volunteers: number;
  requests: number;
}): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), "augenhoehe-bench-"));
  const cluster = await startEmbedded({ folder, durable: true, log: () => undefined, onLost: () => undefined });
  const ownerUrl = await ensureDatabase(cluster, "bench");
  await migrate(ownerUrl);
  const db = openDatabase(ownerUrl, () => undefined);
  const jobs = await startJobs(db, () => undefined);
  const now = new Date();
  const config = {
    publicUrl: "http://127.0.0.1",
    anyLoopbackName: true,
    demo: false,
    sessionKey: key("session"),
    trustProxy: undefined,
    rateLimits: false,
  };
  const clock = () => new Date();
  const deps = wireDeps({ config, db, jobs, clock, encryptionKey: key("encryption"), mailFrom: "bench@example.org" });
  const pool = generatePool({ volunteers, requests, seed: 7, now });
  const inserted = await db.withTenant(randomUUID(), (tx) => insertPool(tx, pool, deps.vault, now));
  const app = await buildApp(deps, { logLevel: "silent", webHandler: await loadWebHandler() });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  const session = await db.withTenant(inserted.networkId, async (tx) => {
    const accountId = randomUUID();
    await tx.insert(accounts).values({
      networkId: inserted.networkId,
      id: accountId,
      providerId: inserted.providerId,
      email: "bench@example.org",
      displayName: "Bench",
      roles: ["coordinator"],
      createdAt: now,
    });
    return deps.startSession(tx, { kind: "staff", accountId });
  });
  return {
    app,
    db,
    ownerUrl,
    origin,
    ...inserted,
    cookie: `${session.cookie}=${sessionEnvelope(app, session)}`,
    close: async () => {
      await app.close();
      await jobs.stop();
      await db.close();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
