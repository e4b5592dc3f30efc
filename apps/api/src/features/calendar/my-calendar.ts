import { randomUUID } from "node:crypto";
import type { MyCalendar } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { findOpenLink, insertPersonalLink, revokePersonalLinks } from "../../db/repositories/personal-links.ts";
import { lockOwnVolunteer } from "../../db/repositories/own-volunteer.ts";
import { readReminderWish } from "../../db/repositories/reminders.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { hashSecret, randomSecret } from "../../secrets.ts";
import { tokenPlace } from "../../training/personal-link.ts";

const FEED = "calendar" as const;

export const readMyCalendar = (deps: AppDeps, { networkId, volunteerId }: VolunteerActor): Promise<MyCalendar> =>
  deps.db.withTenant(networkId, async (tx) => {
    const me = await readReminderWish(tx, volunteerId);
    if (me === undefined) throw new Refusal("not_found");
    const link = await findOpenLink(tx, { volunteerId, purpose: FEED });
    const sealed = link?.tokenSealed ?? null;
    const feed = link === undefined || sealed === null ? null : deps.vault.open(sealed, tokenPlace(link.id));
    return {
      feedUrl: feed === null ? null : `${deps.config.publicUrl}/kalender/${feed}.ics`,
      feedSince: link?.createdAt.toISOString() ?? null,
      feedReadAt: link?.lastUsedAt?.toISOString() ?? null,
      remindersWanted: me.remindersStoppedAt === null,
      email: me.email,
    };
  });

/** One address per person: a new one ends the one before. */
export const renewMyCalendar = (deps: AppDeps, actor: VolunteerActor) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { volunteerId } = actor;
    await lockOwnVolunteer(tx, volunteerId);
    const now = deps.clock();
    await revokePersonalLinks(tx, { volunteerId, purpose: FEED }, now);
    const id = randomUUID();
    const token = randomSecret();
    await insertPersonalLink(tx, {
      id,
      volunteerId,
      purpose: FEED,
      tokenHash: hashSecret(token),
      tokenSealed: deps.vault.seal(token, tokenPlace(id)),
      createdAt: now,
    });
    await deps.recordActivity(tx, {
      actor,
      action: "calendar_renewed",
      subjectKind: "volunteer",
      subjectId: volunteerId,
    });
    return { done: true as const };
  });

export const endMyCalendar = (deps: AppDeps, actor: VolunteerActor) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { volunteerId } = actor;
    await revokePersonalLinks(tx, { volunteerId, purpose: FEED }, deps.clock());
    await deps.recordActivity(tx, {
      actor,
      action: "calendar_ended",
      subjectKind: "volunteer",
      subjectId: volunteerId,
    });
    return { done: true as const };
  });
