import { createHash } from "node:crypto";
import type { FileReply } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import { CALENDAR_TYPE, writeFeed, type CalendarEntry } from "../../calendar.ts";
import { readNetworkName } from "../../db/repositories/networks.ts";
import { findOwnVolunteer } from "../../db/repositories/own-volunteer.ts";
import { markLinkUsed, type PersonalLinkRow } from "../../db/repositories/personal-links.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { loadPersonalSessions, tellCalendars } from "../../training/personal-calendar.ts";
import { openPersonalLink } from "../../training/personal-link.ts";
import { loadPersonalStammtische } from "../../training/personal-stammtische.ts";

const USE_IS_NOTED_EVERY_MS = 60 * 60 * 1000;

/**
 * A person's course sessions and Stammtisch dates. First meetings are not among them: when and where somebody who
 * fled meets whom is nothing for the companies that run calendars.
 */
export async function readCalendarFeed(deps: AppDeps, token: string): Promise<FileReply> {
  const link = await openPersonalLink(deps, token, "calendar");
  return deps.db.withTenant(link.networkId, async (tx) => {
    const me = await findOwnVolunteer(tx, link.volunteerId);
    if (me === undefined || me.status === "left") throw new Refusal("link_expired");
    const now = deps.clock();
    const words = { now, locale: me.locale, publicUrl: deps.config.publicUrl };
    const dates = await tellCalendars(tx, now, async () => [
      ...(await loadPersonalSessions(deps, tx, [me.id])),
      ...(await loadPersonalStammtische(tx, me, words)),
    ]);
    const entries = dates.map(({ entry }) => entry);
    if (isWorthNoting(link, now)) await markLinkUsed(tx, link.id, now);
    const name = await readNetworkName(tx);
    return {
      contentType: CALENDAR_TYPE,
      fileName: "augenhoehe.ics",
      inline: true,
      content: () => writeFeed(entries, name),
      version: { tag: tagOf(name, entries), changedAt: lastChange(entries, link.createdAt) },
    };
  });
}

const isWorthNoting = ({ lastUsedAt }: PersonalLinkRow, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USE_IS_NOTED_EVERY_MS;

/** An entry says the same as long as its SEQUENCE is the same. */
function tagOf(name: string, entries: readonly CalendarEntry[]): string {
  const hash = createHash("sha256").update(name);
  for (const { uid, sequence, changedAt } of entries) hash.update(`\n${uid} ${sequence} ${changedAt.getTime()}`);
  return hash.digest("base64url");
}

const lastChange = (entries: readonly CalendarEntry[], since: Date): Date =>
  entries.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), since);
