import type { Typesetter } from "../certificate/typesetter.ts";
import type { Database, Tx } from "../db/client.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { QueueMail, QueueMails } from "../mail/queue-mail.ts";
import type { MentorPools } from "../matching/mentor-pools.ts";
import type { RoundEngine } from "../matching-rounds/round-engine.ts";
import type { RecordActivities, RecordActivity } from "../record-activity.ts";
import type { Vault } from "../vault.ts";
import type { SessionSubject, StartedSession } from "./start-session.ts";

export interface AppConfig {
  /** Origin for links in mails and for the check of where a form came from. */
  readonly publicUrl: string;
  /** On a loopback host without a configured address, every name of this machine is accepted. */
  readonly anyLoopbackName: boolean;
  readonly demo: boolean;
  readonly sessionKey: Buffer;
  readonly trustProxy: string[] | undefined;
  /** Off only where a benchmark measures the rest. */
  readonly rateLimits: boolean;
}

/** Everything a verb may use: made once by whoever starts the app. */
export interface AppDeps {
  readonly config: AppConfig;
  readonly db: Database;
  /** The only clock. */
  readonly clock: () => Date;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly mentorPools: MentorPools;
  readonly rounds: RoundEngine;
  readonly typesetter: Typesetter;
  readonly queueMail: QueueMail;
  readonly queueMails: QueueMails;
  readonly recordActivity: RecordActivity;
  readonly recordActivities: RecordActivities;
  readonly startSession: (tx: Tx, subject: SessionSubject) => Promise<StartedSession>;
}

declare module "fastify" {
  interface FastifyInstance {
    deps: AppDeps;
  }
}
