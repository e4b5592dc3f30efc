import type { ReminderKind } from "@augenhoehe/domain";

/** Where the job queue keeps its tables. */
export const JOB_SCHEMA = "jobs";

/** What each job carries: ids only. The person's data is read when the job runs. */
export interface JobData {
  send_mail: { readonly networkId: string; readonly mailId: string };
  /** Runs when the time to answer is over. */
  expire_proposal: { readonly networkId: string; readonly proposalId: string };
  /** An offered place's time is over, or somebody who waits may have become free. */
  settle_places: { readonly networkId: string; readonly courseId: string };
  /** Made for one start of a date: a date that has moved has jobs of its own. */
  send_reminder: {
    readonly networkId: string;
    readonly subject: "session" | "stammtisch";
    readonly subjectId: string;
    readonly startsAt: string;
    readonly kind: ReminderKind;
  };
  /** Runs when certificates stop being valid. */
  lapse_certificates: { readonly networkId: string };
}
export type JobName = keyof JobData;

interface QueueSettings {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  readonly expireInSeconds: number;
}

/** Created by the migration, because the app's role may not create them. */
export const QUEUES = {
  send_mail: { retryLimit: 6, retryDelay: 15, retryBackoff: true, expireInSeconds: 120 },
  expire_proposal: { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 },
  settle_places: { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 },
  send_reminder: { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 },
  lapse_certificates: { retryLimit: 6, retryDelay: 60, retryBackoff: true, expireInSeconds: 120 },
} as const satisfies Record<JobName, QueueSettings>;
