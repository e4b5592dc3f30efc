import type { Locale } from "@augenhoehe/domain";
import type { CurrentEntry } from "../calendar.ts";
import type { SessionInCalendar } from "../db/repositories/calendar-entries.ts";
import { stammtischEntry, type StammtischDate } from "../people/stammtisch-entry.ts";

interface Words {
  readonly more: string;
  readonly saidYes: string;
  readonly open: string;
}

const GERMAN: Words = {
  more: "Absagen, verschieben, alles Weitere:",
  saidYes: "Sie haben zugesagt.",
  open: "Sie haben noch nicht geantwortet.",
};
const WORDS: Partial<Record<Locale, Words>> = {
  de: GERMAN,
  en: {
    more: "Cancel, move, and everything else:",
    saidYes: "You said that you will come.",
    open: "You have not answered yet.",
  },
  ar: {
    more: "للاعتذار أو تغيير الموعد أو معرفة المزيد:",
    saidYes: "أكدت حضورك.",
    open: "لم ترد بعد.",
  },
};

const wordsOf = (locale: Locale): Words => WORDS[locale] ?? GERMAN;

/** Every session keeps its UID for ever. No name of anybody, because calendars lie on other people's servers. */
export const sessionEntry = (
  { id, startsAt, endsAt, place, sequence, cancelledAt, courseTitle, moduleTitle, topics }: SessionInCalendar,
  locale: Locale,
  publicUrl: string,
  comes = true,
): CurrentEntry => ({
  uid: `${id}@augenhoehe`,
  sequence,
  startsAt,
  endsAt,
  title: `${courseTitle}: ${moduleTitle}`,
  place,
  description: paragraphs(topics, wordsOf(locale), `${publicUrl}/mein-ehrenamt/kurse`),
  status: comes && cancelledAt === null ? "confirmed" : "cancelled",
});

/** `comes` is null while somebody who is invited has not answered. */
export function personalStammtisch(
  date: StammtischDate,
  networkName: string,
  { locale, publicUrl, comes }: { locale: Locale; publicUrl: string; comes: boolean | null },
): CurrentEntry {
  const words = wordsOf(locale);
  const entry = stammtischEntry(date, networkName);
  const text = [date.topics, comes === null ? words.open : words.saidYes].filter((part) => part !== "").join("\n\n");
  return {
    ...entry,
    description: paragraphs(text, words, `${publicUrl}/mein-ehrenamt#stammtisch`),
    status: comes === null && entry.status === "confirmed" ? "tentative" : comes === false ? "cancelled" : entry.status,
  };
}

const paragraphs = (text: string, { more }: Words, address: string): string =>
  [text, `${more}\n${address}`].filter((part) => part !== "").join("\n\n");
