import { createTypesetter } from "./certificate/typesetter.ts";
import type { Database } from "./db/client.ts";
import type { AppConfig, AppDeps } from "./http/app-deps.ts";
import { startSessionAt } from "./http/start-session.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { queueMailsWith } from "./mail/queue-mail.ts";
import { createMentorPools } from "./matching/mentor-pools.ts";
import { createRoundEngine } from "./matching-rounds/round-engine.ts";
import { recordActivitiesWith } from "./record-activity.ts";
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
  const queueMails = queueMailsWith({ clock, vault, jobs, mailFrom });
  const recordActivities = recordActivitiesWith(clock, vault);
  return {
    config,
    db,
    clock,
    vault,
    jobs,
    mentorPools: createMentorPools(),
    rounds: createRoundEngine(),
    typesetter: createTypesetter(),
    queueMail: (tx, mail) => queueMails(tx, [mail]),
    queueMails,
    recordActivity: (tx, entry) => recordActivities(tx, [entry]),
    recordActivities,
    startSession: startSessionAt(clock),
  };
}
