import { z } from "zod";
import { calendarAttachments } from "../../calendar.ts";
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

export function stammtischFiles(date: StammtischParams, networkName: string): MailAttachment[] {
  const entry = stammtischEntry(
    { ...date, startsAt: new Date(date.startsAt), endsAt: new Date(date.endsAt) },
    networkName,
  );
  return calendarAttachments([{ ...entry, changedAt: new Date(date.writtenAt) }]);
}
