import { z } from "zod";
import type { MailLocale } from "./define-template.ts";
import { fromUntil } from "./reminder-date.ts";

/** What every mail about a course says of it. */
export const CourseInMail = z.strictObject({
  firstName: z.string(),
  courseTitle: z.string(),
  timeZone: z.string(),
  sessions: z.array(
    z.strictObject({
      moduleTitle: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      place: z.string(),
      cancelled: z.boolean(),
    }),
  ),
});
export type CourseInMail = z.infer<typeof CourseInMail>;

const CANCELLED = { de: "fällt aus", en: "cancelled", ar: "أُلغيت" } satisfies Record<MailLocale, string>;

/** The dates of a course, one paragraph each: day and clock as in the German letter, in the reader's words. */
export function courseDates({ sessions, timeZone }: CourseInMail, locale: MailLocale): { readonly text: string }[] {
  return sessions.map(({ moduleTitle, startsAt, endsAt, place, cancelled }) => {
    const state = cancelled ? ` (${CANCELLED[locale]})` : "";
    return { text: `${fromUntil({ startsAt, endsAt, timeZone }, locale)}${state}\n${moduleTitle}\n${place}` };
  });
}
