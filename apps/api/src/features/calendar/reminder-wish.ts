import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import { readReminderWish, setReminderWish } from "../../db/repositories/reminders.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { openPersonalLink } from "../../training/personal-link.ts";

const DONE = { done: true as const };

export const setMyReminders = (deps: AppDeps, { networkId, volunteerId }: VolunteerActor, wanted: boolean) =>
  deps.db.withTenant(networkId, async (tx) => {
    await setReminderWish(tx, volunteerId, wanted ? null : deps.clock());
    return DONE;
  });

export const readReminderLink = (deps: AppDeps, token: string) =>
  withReminderLink(deps, token, async (tx, volunteerId) => {
    const me = await readReminderWish(tx, volunteerId);
    return { networkName: await readNetworkName(tx), remindersWanted: me?.remindersStoppedAt === null };
  });

/** Saying the same again changes nothing; the link keeps working, so that a mistake can be taken back. */
export const setRemindersByLink = (deps: AppDeps, token: string, wanted: boolean) =>
  withReminderLink(deps, token, async (tx, volunteerId) => {
    await setReminderWish(tx, volunteerId, wanted ? null : deps.clock());
    return DONE;
  });

async function withReminderLink<T>(
  deps: AppDeps,
  token: string,
  work: (tx: Tx, volunteerId: string) => Promise<T>,
): Promise<T> {
  const link = await openPersonalLink(deps, token, "reminders");
  return deps.db.withTenant(link.networkId, async (tx) => {
    const me = await readReminderWish(tx, link.volunteerId);
    if (me === undefined || me.status === "left") throw new Refusal("link_expired");
    return work(tx, link.volunteerId);
  });
}
