import { sendReminder } from "@augenhoehe/api/training/send-reminder";
import { z } from "zod";
import type { TestWorld } from "./test-app.ts";

const Due = z.array(
  z.object({
    id: z.string(),
    at: z.date(),
    data: z.object({
      networkId: z.string(),
      subject: z.enum(["session", "stammtisch"]),
      subjectId: z.string(),
      startsAt: z.string(),
      kind: z.enum(["day_before", "two_hours_before"]),
    }),
  }),
);

export async function plannedReminders(world: TestWorld) {
  const { rows } = await world.deps.db.pool.query(
    "select id, start_after as at, data from jobs.job where name = 'send_reminder' and state < 'active' order by start_after",
  );
  return Due.parse(rows);
}

/** Runs the reminders whose time has come, as a worker would; `times` workers at once. */
export async function runDueReminders(world: TestWorld, others: readonly TestWorld[] = []): Promise<void> {
  const due = (await plannedReminders(world)).filter(({ at }) => at <= world.clock.now);
  for (const { id, data } of due) {
    await Promise.all([world, ...others].map(({ deps }) => sendReminder(deps, data)));
    await world.deps.db.pool.query("update jobs.job set state = 'completed' where id = $1", [id]);
  }
  await world.mailbox.deliver();
}
