import { sql } from "drizzle-orm";
import { PgBoss, fromDrizzle, type Db } from "pg-boss";
import type { Database, Tx } from "../db/client.ts";
import { JOB_SCHEMA, QUEUES, type JobData, type JobName } from "./queues.ts";

const POLL_SECONDS = 0.5;
/** Each mail being sent holds a connection; most stay free for people. */
const BATCH = 4;

/** `done`, or `again` later, as often as the queue allows. */
export type JobOutcome = "done" | "again";
export type JobHandlers = { readonly [N in JobName]: (data: JobData[N]) => Promise<JobOutcome> };

export interface Jobs {
  /** Part of the transaction: rolled back, the job never was. Runs at once, or not before `startAfter`. */
  enqueue<N extends JobName>(tx: Tx, name: N, data: JobData[N], startAfter?: Date): Promise<void>;
  /** Many at once, all in one statement. */
  enqueueAll<N extends JobName>(tx: Tx, name: N, data: readonly JobData[N][]): Promise<void>;
  work(handlers: JobHandlers): Promise<void>;
  isHealthy(): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startJobs(db: Database, onTrouble: (error: Error) => void): Promise<Jobs> {
  const connection: Db = { executeSql: (text, values) => db.pool.query(text, values) };
  const boss = new PgBoss({
    db: connection,
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", onTrouble);
  await boss.start();
  return {
    async enqueue(tx, name, data, startAfter) {
      const when = startAfter === undefined ? {} : { startAfter };
      const id = await boss.send(name, data, { ...QUEUES[name], ...when, db: fromDrizzle(tx, sql) });
      if (id === null) throw new Error(`The job ${name} was not taken`);
    },
    async enqueueAll(tx, name, data) {
      const jobs = data.map((one) => ({ data: one, ...QUEUES[name] }));
      if (jobs.length > 0) await boss.insert(name, jobs, { db: fromDrizzle(tx, sql) });
    },
    async work(handlers) {
      const options = {
        pollingIntervalSeconds: POLL_SECONDS,
        batchSize: BATCH,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      const workOn = <N extends JobName>(name: N, handle: JobHandlers[N]) =>
        boss.work<JobData[N], unknown, typeof options>(name, options, (jobs) =>
          Promise.all(jobs.map(async ({ id, data }) => ({ id, status: statusOf(await handle(data).catch(again)) }))),
        );
      await workOn("send_mail", handlers.send_mail);
      await workOn("expire_proposal", handlers.expire_proposal);
      await workOn("settle_places", handlers.settle_places);
      await workOn("send_reminder", handlers.send_reminder);
      await workOn("lapse_certificates", handlers.lapse_certificates);
      function again(error: unknown): JobOutcome {
        onTrouble(error instanceof Error ? error : new Error("job failed"));
        return "again";
      }
    },
    async isHealthy() {
      return (await boss.getQueue("send_mail")) !== null;
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

const statusOf = (outcome: JobOutcome) => (outcome === "done" ? "completed" : "failed");
