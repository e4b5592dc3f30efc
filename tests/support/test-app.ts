import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { buildApp } from "@augenhoehe/api/app";
import type { OpenTransaction, Tx } from "@augenhoehe/api/db/client";
import type { AppConfig, AppDeps } from "@augenhoehe/api/http/app-deps";
import type { LogSink } from "@augenhoehe/api/http/logging";
import { startJobs } from "@augenhoehe/api/jobs/jobs";
import { wireDeps } from "@augenhoehe/api/wire-deps";
import { TestClient } from "./test-client.ts";
import { TestClock } from "./test-clock.ts";
import { createTestDatabase } from "./test-database.ts";
import { TestMailbox } from "./test-mailbox.ts";

export interface TestWorld {
  readonly app: FastifyInstance;
  readonly deps: AppDeps;
  readonly clock: TestClock;
  readonly mailbox: TestMailbox;
  readonly ownerUrl: string;
  /** Somebody new: own address, no cookies. */
  anyone(): TestClient;
  /** Looks at rows as the app sees them inside one network. */
  inTenant<T>(networkId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  withoutTenant<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const testKey = (name: string) => createHash("sha256").update(name).digest();

/** The real app on its own database, with a clock that stands still and a mailbox instead of SMTP. */
export async function createTestApp(changes: Partial<AppConfig> = {}, logTo?: LogSink): Promise<TestWorld> {
  const database = await createTestDatabase();
  const clock = new TestClock(new Date("2026-11-02T09:00:00Z"));
  const config: AppConfig = {
    publicUrl: "http://localhost:3000",
    anyLoopbackName: false,
    demo: false,
    sessionKey: testKey("session"),
    trustProxy: undefined,
    rateLimits: true,
    ...changes,
  };
  const jobs = await startJobs(database.db, () => undefined);
  const deps = wireDeps({
    config,
    db: database.db,
    jobs,
    clock: clock.read,
    encryptionKey: testKey("encryption"),
    mailFrom: "no-reply@augenhoehe.example",
  });
  const app = await buildApp(deps, logTo === undefined ? { logLevel: "silent" } : { logLevel: "trace", logTo });
  const { db, vault } = deps;
  const mailbox = new TestMailbox({ db, vault, clock: clock.read, publicUrl: config.publicUrl });
  return {
    app,
    deps,
    clock,
    mailbox,
    ownerUrl: database.ownerUrl,
    anyone: () => new TestClient(app),
    inTenant: (networkId, work) => db.withTenant(networkId, work),
    withoutTenant: (work) => db.withoutTenant(work),
    close: async () => {
      await app.close();
      await jobs.stop();
      await database.drop();
    },
  };
}
