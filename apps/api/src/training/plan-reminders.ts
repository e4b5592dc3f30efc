import { reminderTimes } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { readTimeZone } from "../db/repositories/time-zone.ts";
import type { AppDeps } from "../http/app-deps.ts";

export interface RemindedDate {
  readonly subject: "session" | "stammtisch";
  readonly id: string;
  readonly startsAt: Date;
}

/** A moment after the planned one, for a worker whose clock is a little behind. */
const GRACE_MS = 1000;

/**
 * Wakes the reminders of dates that are new or begin at another time, in the transaction that says so. What was planned
 * for another start finds that out by itself; whom to remind is asked when the time has come.
 */
export async function planReminders(
  deps: Pick<AppDeps, "clock" | "jobs">,
  tx: Tx,
  dates: readonly RemindedDate[],
): Promise<void> {
  if (dates.length === 0) return;
  const now = deps.clock();
  const timeZone = await readTimeZone(tx);
  for (const { subject, id, startsAt } of dates) {
    for (const { kind, at } of reminderTimes(startsAt, timeZone)) {
      if (at <= now) continue;
      const data = { networkId: tx.networkId, subject, subjectId: id, startsAt: startsAt.toISOString(), kind };
      await deps.jobs.enqueue(tx, "send_reminder", data, new Date(at.getTime() + GRACE_MS));
    }
  }
}

interface SessionStart {
  readonly id: string;
  readonly startsAt: Date;
  readonly cancelledAt: Date | null;
}

/** Sessions that were not there before, or began at another time. */
export const newStarts = (before: readonly SessionStart[], after: readonly SessionStart[]): RemindedDate[] =>
  after
    .filter(({ id, startsAt, cancelledAt }) => {
      const known = before.find((session) => session.id === id);
      return cancelledAt === null && known?.startsAt.getTime() !== startsAt.getTime();
    })
    .map(({ id, startsAt }) => ({ subject: "session", id, startsAt }));
