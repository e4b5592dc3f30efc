import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { z } from "zod";
import type { MailAttachment } from "./mail/mail-text.ts";

/** One date of a calendar file. `sequence` grows with every change, so that calendars replace what they have. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly status: CalendarStatus;
  /** When anything about it last changed. */
  readonly changedAt: Date;
}
/** A date as it is, before it is known when a calendar was last told of it. */
export type CurrentEntry = Omit<CalendarEntry, "changedAt">;
export type CalendarStatus = "confirmed" | "tentative" | "cancelled";

/** An entry that was kept as JSON. */
export const KeptCalendarEntry = z.object({
  uid: z.string(),
  sequence: z.number(),
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  title: z.string(),
  place: z.string(),
  description: z.string(),
  status: z.enum(["confirmed", "tentative", "cancelled"]),
  changedAt: z.coerce.date(),
});

export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

/** Told to calendars that fetch an address; most fetch less often than they are asked to. */
const REFRESH_SECONDS = 60 * 60;

const STATUS = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} satisfies Record<CalendarStatus, ICalEventStatus>;

type Method = "PUBLISH" | "CANCEL";

/**
 * An `.ics` file in UTC, the same bytes for the same entries. Published, never sent as a request: that would ask for an
 * answer nobody reads, and needs people's addresses in it.
 */
function write(entries: readonly CalendarEntry[], method: Method, name?: string, refreshed = false): string {
  const calendar = ical({
    prodId: { company: "Augenhöhe", product: "Augenhöhe" },
    method: ICalCalendarMethod[method],
    ...(name === undefined ? {} : { name }),
    ...(refreshed ? { ttl: REFRESH_SECONDS } : {}),
  });
  for (const { uid, title, place, startsAt, endsAt, status, changedAt, sequence, description } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      start: startsAt,
      end: endsAt,
      stamp: changedAt,
      lastModified: changedAt,
      summary: title,
      location: place,
      description,
      status: STATUS[status],
    });
  }
  return calendar.toString();
}

const isCancelled = ({ status }: CalendarEntry): boolean => status === "cancelled";

/** For a calendar that fetches it again and again. Cancelled dates stay in it marked as such: a feed takes nothing back. */
export const writeFeed = (entries: readonly CalendarEntry[], name: string): string =>
  write(entries, "PUBLISH", name, true);

/** For one import. A file of cancelled dates only takes them out of the calendar. */
export const writeCalendar = (entries: readonly CalendarEntry[], name?: string): string =>
  write(entries, entries.length > 0 && entries.every(isCancelled) ? "CANCEL" : "PUBLISH", name);

/**
 * Files that bring a calendar to these entries: one to take in, one to take out, because a file has one method only.
 * The type names it once more, without which mail programs take neither.
 */
export function calendarAttachments(entries: readonly CalendarEntry[]): MailAttachment[] {
  const attach = (method: Method, fileName: string, some: readonly CalendarEntry[]): MailAttachment[] =>
    some.length === 0
      ? []
      : [{ fileName, contentType: `${CALENDAR_TYPE}; method=${method}`, content: write(some, method) }];
  return [
    ...attach(
      "PUBLISH",
      "termine.ics",
      entries.filter((entry) => !isCancelled(entry)),
    ),
    ...attach("CANCEL", "abgesagt.ics", entries.filter(isCancelled)),
  ];
}
