import { createServer } from "node:net";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { dropExpiredOnTheDay } from "./certificate/drop-expired.ts";
import { checkEncryptionKey } from "./check-encryption-key.ts";
import { openDatabase } from "./db/client.ts";
import { mayBeDemo } from "./db/repositories/networks.ts";
import { ensureDatabase, startEmbedded } from "./db/embedded.ts";
import { migrate } from "./db/migrate.ts";
import type { Env } from "./env.ts";
import { prepareFirstRun } from "./first-run.ts";
import type { AppConfig } from "./http/app-deps.ts";
import type { WebHandler } from "./http/serve-web.ts";
import { startJobs } from "./jobs/jobs.ts";
import { loadKeys } from "./load-keys.ts";
import { expireProposal } from "./matching/expire-proposal.ts";
import { sendMail } from "./mail/send-mail.ts";
import { chooseTransport } from "./mail/transport.ts";
import { sendReminder } from "./training/send-reminder.ts";
import { settlePlaces } from "./training/settle-places.ts";
import { wireDeps } from "./wire-deps.ts";

const DATABASE_NAME = "augenhoehe";

export interface Started {
  readonly app: FastifyInstance;
  readonly address: string;
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Lines for whoever started the program. */
  readonly say: (line: string) => void;
  readonly webHandler: WebHandler;
  /** The embedded database ended by itself. */
  readonly onDatabaseLost: () => void;
}

/** Everything from settings to a listening server; on failure, whatever had been opened is closed again. */
export async function start(env: Env, { say, webHandler, onDatabaseLost }: StartOptions): Promise<Started> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const keys = loadKeys(env, say);
    const ownerUrl = env.databaseUrl ?? (await startOwnDatabase(env, onDatabaseLost, closing));
    await migrate(ownerUrl);
    let report: (error: Error) => void = () => undefined;
    const db = openDatabase(ownerUrl, (error) => report(error));
    closing.push(() => db.close());
    const jobs = await startJobs(db, (error) => report(error));
    closing.push(() => jobs.stop());
    const clock = () => new Date();
    const port = env.port === 0 ? await freePort(env.host) : env.port;
    const isDemo = env.demo && (await db.withoutTenant(mayBeDemo));
    const config = configOf({ ...env, demo: isDemo }, port, keys.session);
    const deps = wireDeps({ config, db, jobs, clock, encryptionKey: keys.encryption, mailFrom: env.mailFrom });
    await checkEncryptionKey(deps);
    const transport = chooseTransport({ ...env, demo: isDemo }, say);
    closing.push(async () => transport.close());
    for (const line of await prepareFirstRun(deps)) say(line);
    const app = await buildApp(deps, { logLevel: env.logLevel, webHandler });
    closing.push(() => app.close());
    report = (error) => app.log.warn({ err: error }, "background trouble");
    await app.listen({ port, host: env.host });
    const { vault } = deps;
    await jobs.work({
      send_mail: (data) => sendMail({ db, clock, vault, transport, publicUrl: config.publicUrl }, data),
      expire_proposal: (data) => expireProposal(deps, data),
      settle_places: (data) => settlePlaces(deps, data),
      send_reminder: (data) => sendReminder(deps, data),
      lapse_certificates: (data) => dropExpiredOnTheDay(deps, data),
    });
    return { app, address: config.publicUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOwnDatabase(env: Env, onLost: () => void, closing: (() => Promise<void>)[]): Promise<string> {
  const cluster = await startEmbedded({ folder: env.dataDir, durable: true, log: () => undefined, onLost });
  closing.push(() => cluster.stop());
  return ensureDatabase(cluster, DATABASE_NAME);
}

function configOf(env: Env, port: number, sessionKey: Buffer): AppConfig {
  const host = env.host.includes(":") ? `[${env.host}]` : env.host;
  return {
    publicUrl: env.publicUrl ?? `http://${host}:${port}`,
    anyLoopbackName: env.publicUrl === undefined,
    demo: env.demo,
    sessionKey,
    trustProxy: env.trustProxy,
    rateLimits: true,
  };
}

/** Known before listening, because links in mails name it. */
async function freePort(host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, host, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
