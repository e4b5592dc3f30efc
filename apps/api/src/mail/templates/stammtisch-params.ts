import { z } from "zod";
import { CALENDAR_TYPE, writeCalendar } from "../../calendar.ts";
import { stammtischEntry } from "../../people/stammtisch-entry.ts";
import type { MailLocale } from "../define-template.ts";
import { mailDateTime } from "../mail-dates.ts";
import type { MailAttachment } from "../mail-text.ts";

/** A Stammtisch date as mails tell of it. */
export const StammtischParams = z.strictObject({
  id: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  place: z.string(),
  topics: z.string(),
  sequence: z.number(),
  cancelled: z.boolean(),
  writtenAt: z.string(),
});
type StammtischParams = z.infer<typeof StammtischParams>;

export const whenIn = ({ startsAt, timeZone }: StammtischParams, locale: MailLocale): string =>
  mailDateTime(startsAt, locale, timeZone);

export function stammtischFile(date: StammtischParams, networkName: string): MailAttachment {
  const entry = stammtischEntry(
    { ...date, startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt) },
    networkName,
  );
  const content = writeCalendar([entry], new Date(date.writtenAt));
  return { fileName: "stammtisch.ics", contentType: CALENDAR_TYPE, content };
}
