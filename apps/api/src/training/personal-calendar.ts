import { createHash } from "node:crypto";
import type { CalendarEntry, CurrentEntry } from "../calendar.ts";
import type { Tx } from "../db/client.ts";
import { listPersonalSessions, saveTold, type ToldEntry } from "../db/repositories/calendar-entries.ts";
import type { AppDeps } from "../http/app-deps.ts";
import { sessionEntry } from "./calendar-words.ts";

export interface PersonalEntry {
  readonly volunteerId: string;
  readonly subjectId: string;
  readonly subject: "session" | "stammtisch";
  readonly current: CurrentEntry;
  readonly told: Pick<ToldEntry, "fingerprint" | "sequence" | "changedAt"> | null;
}

/** How long a calendar that is seldom fetched can still learn that a date was cancelled. */
const CANCELLED_STAYS_MS = 60 * 24 * 60 * 60 * 1000;
const ATTEMPTS = 5;

/** What a person's calendar is told of one date, and whether it says anything else than last time. */
export interface ToldDate {
  readonly volunteerId: string;
  readonly entry: CalendarEntry;
  readonly isNew: boolean;
}

/**
 * Calendars as they are told now: an entry that says anything else than last time gets the next SEQUENCE, whatever the
 * reason. `load` reads the dates; it is asked again when somebody else told the same person meanwhile.
 */
export async function tellCalendars(
  tx: Tx,
  now: Date,
  load: () => Promise<readonly PersonalEntry[]>,
): Promise<readonly ToldDate[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const dates = (await load()).map((entry) => tellAgain(entry, now));
    const news = dates.flatMap(({ kept }) => (kept === null ? [] : [kept]));
    if ((await saveTold(tx, news)) < news.length) continue;
    return dates
      .filter(
        ({ entry }) => entry.status !== "cancelled" || now.getTime() - entry.changedAt.getTime() <= CANCELLED_STAYS_MS,
      )
      .map(({ volunteerId, entry, kept }) => ({ volunteerId, entry, isNew: kept !== null }));
  }
  throw new Error("A calendar kept changing while it was read");
}

function tellAgain({ volunteerId, subjectId, subject, current, told }: PersonalEntry, now: Date) {
  const fingerprint = fingerprintOf(current);
  if (told?.fingerprint === fingerprint) {
    return { volunteerId, entry: { ...current, sequence: told.sequence, changedAt: told.changedAt }, kept: null };
  }
  const sequence = told === null ? current.sequence : Math.max(current.sequence, told.sequence + 1);
  const cancelled = current.status === "cancelled";
  const kept: ToldEntry = { volunteerId, subjectId, subject, fingerprint, cancelled, sequence, changedAt: now };
  return { volunteerId, entry: { ...current, sequence, changedAt: now }, kept };
}

const fingerprintOf = ({ startsAt, endsAt, title, place, description, status }: CurrentEntry): string =>
  createHash("sha256")
    .update(JSON.stringify([startsAt, endsAt, title, place, description, status]))
    .digest("base64url");

/** The sessions of these people; of some courses where they are given. */
export async function loadPersonalSessions(
  deps: Pick<AppDeps, "clock" | "config">,
  tx: Tx,
  volunteerIds: readonly string[],
  courseIds?: readonly string[],
): Promise<PersonalEntry[]> {
  const cancelledSince = new Date(deps.clock().getTime() - CANCELLED_STAYS_MS);
  const rows = await listPersonalSessions(tx, volunteerIds, { courseIds, cancelledSince });
  return rows.map(({ volunteerId, locale, session, theirs, told }) => ({
    volunteerId,
    subjectId: session.id,
    subject: "session",
    current: sessionEntry(session, locale, deps.config.publicUrl, theirs),
    told,
  }));
}

/** What is new about these courses for the calendars of these people: for the mail that tells of it. */
export async function courseNews(
  deps: Pick<AppDeps, "clock" | "config">,
  tx: Tx,
  courseIds: readonly string[],
  volunteerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CalendarEntry[]>> {
  const dates = await tellCalendars(tx, deps.clock(), () => loadPersonalSessions(deps, tx, volunteerIds, courseIds));
  return entriesByPerson(dates.filter(({ isNew }) => isNew));
}

const entriesByPerson = (dates: readonly ToldDate[]): ReadonlyMap<string, readonly CalendarEntry[]> =>
  new Map(
    [...Map.groupBy(dates, ({ volunteerId }) => volunteerId)].map(([id, own]) => [id, own.map(({ entry }) => entry)]),
  );
