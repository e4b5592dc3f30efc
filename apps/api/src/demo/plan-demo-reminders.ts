import type { Tx } from "../db/client.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { planReminders, type RemindedDate } from "../training/plan-reminders.ts";
import type { Demo } from "./generate-demo.ts";

/**
 * Reminders of the dates ahead, as if they had been put on the calendar in the program. Of the next session of the
 * visitor who is in a course one goes out at once, so that the inbox has a mail with links to try.
 */
export async function planDemoReminders(jobs: Jobs, tx: Tx, { training, stammtische, visitors }: Demo, now: Date) {
  const sessions = training.courses.flatMap((course) => course.sessions.map((session) => ({ ...session, course })));
  const ahead = sessions.filter(({ startsAt }) => startsAt > now);
  const dates: RemindedDate[] = [
    ...ahead.map(({ id, startsAt }) => ({ subject: "session" as const, id, startsAt })),
    ...stammtische
      .filter(({ startsAt }) => startsAt > now)
      .map(({ id, startsAt }) => ({ subject: "stammtisch" as const, id, startsAt })),
  ];
  await planReminders({ clock: () => now, jobs }, tx, dates);
  const mine = new Set(
    training.enrolments
      .filter(({ volunteerId, status }) => volunteerId === visitors.learner.id && status === "enrolled")
      .map(({ courseId }) => courseId),
  );
  const [next] = ahead
    .filter(({ course }) => mine.has(course.id))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (next === undefined) return;
  await jobs.enqueue(tx, "send_reminder", {
    networkId: tx.networkId,
    subject: "session",
    subjectId: next.id,
    startsAt: next.startsAt.toISOString(),
    kind: "day_before",
  });
}
