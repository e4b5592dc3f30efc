import { z } from "zod";
import type { MailContext, MailLocale } from "./define-template.ts";
import type { Block } from "./mail-text.ts";

/** When and where, as a mail about one date says it. */
export const DateInMail = z.strictObject({
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  timeZone: z.string(),
});
export type DateInMail = z.infer<typeof DateInMail>;

/** „Dienstag, 14. März 2027, 18:00–20:00“, with the same digits as in a German letter. */
export function fromUntil({ startsAt, endsAt, timeZone }: Omit<DateInMail, "place">, locale: MailLocale): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { timeZone, hour12: false, ...options });
  const day = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const clock = format({ hour: "2-digit", minute: "2-digit" });
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return `${day.format(start)}, ${clock.format(start)}–${clock.format(end)}`;
}

const STOP: Readonly<Record<MailLocale, string>> = {
  de: "Keine Erinnerungen mehr bekommen",
  en: "Stop these reminders",
  ar: "إيقاف هذه التذكيرات",
};

/** The way out of reminders: a link in the mail and a button of the mail program, to one and the same address. */
export function stopReminders(stopToken: string, locale: MailLocale, { publicUrl }: MailContext) {
  const stopUrl = `${publicUrl}/erinnerungen/${stopToken}`;
  const block: Block = { link: stopUrl, label: STOP[locale], quiet: true };
  return { block, stopUrl };
}
