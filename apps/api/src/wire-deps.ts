import type { Database } from "./db/client.ts";
import type { AppConfig, AppDeps } from "./http/app-deps.ts";
import { startSessionAt } from "./http/start-session.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { queueMailWith } from "./mail/queue-mail.ts";
import { createMentorPools } from "./matching/mentor-pools.ts";
import { createRoundEngine } from "./matching-rounds/round-engine.ts";
import { recordActivityWith } from "./record-activity.ts";
import { createVault } from "./vault.ts";

export interface Parts {
  readonly config: AppConfig;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly clock: () => Date;
  readonly encryptionKey: Buffer;
  readonly mailFrom: string;
}

/** The composition root: what every verb gets, made of the few things that differ between a server and a test. */
export function wireDeps({ config, db, jobs, clock, encryptionKey, mailFrom }: Parts): AppDeps {
  const vault = createVault(encryptionKey);
  return {
    config,
    db,
    clock,
    vault,
    jobs,
    mentorPools: createMentorPools(),
    rounds: createRoundEngine(),
    queueMail: queueMailWith({ clock, vault, jobs, mailFrom }),
    recordActivity: recordActivityWith(clock, vault),
    startSession: startSessionAt(clock),
  };
}
