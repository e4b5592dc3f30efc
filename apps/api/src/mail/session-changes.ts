import { z } from "zod";
import type { MailLocale } from "./define-template.ts";
import { fromUntil } from "./reminder-date.ts";

const When = z.strictObject({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime(), place: z.string() });

/** What became of one date: null before, it is new; null after, it does not take place. */
export const SessionChange = z.strictObject({
  moduleTitle: z.string(),
  before: When.nullable(),
  after: When.nullable(),
});
export type SessionChange = z.infer<typeof SessionChange>;

interface ChangeWords {
  readonly added: string;
  readonly dropped: string;
  readonly before: string;
  readonly after: string;
}

const WORDS: Readonly<Record<MailLocale, ChangeWords>> = {
  de: { added: "Neu", dropped: "Fällt aus", before: "Bisher", after: "Jetzt" },
  en: { added: "New", dropped: "Cancelled", before: "Before", after: "Now" },
  ar: { added: "جديد", dropped: "أُلغي", before: "سابقًا", after: "الآن" },
};

/** One paragraph for each change, old and new under each other. */
export function changeBlocks(
  changes: readonly SessionChange[],
  timeZone: string,
  locale: MailLocale,
): { readonly text: string }[] {
  const words = WORDS[locale];
  const when = (date: z.infer<typeof When>) => `${fromUntil({ ...date, timeZone }, locale)}, ${date.place}`;
  return changes.map(({ moduleTitle, before, after }) => {
    const lines =
      before !== null && after !== null
        ? [`${words.before}: ${when(before)}`, `${words.after}: ${when(after)}`]
        : [
            ...(before === null ? [] : [`${words.dropped}: ${when(before)}`]),
            ...(after === null ? [] : [`${words.added}: ${when(after)}`]),
          ];
    return { text: [moduleTitle, ...lines].join("\n") };
  });
}
