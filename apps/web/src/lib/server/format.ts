import type { PageLocale } from "#lib/locale.ts";
import { m } from "#lib/paraglide/messages.js";

const DAY_MS = 24 * 60 * 60 * 1000;

export interface Formats {
  /** 14. März 2027 */
  date(instant: string): string;
  /** Dienstag, 14. März 2027 */
  weekdayDate(instant: string): string;
  /** 14.03.2027, for dense lists */
  shortDate(instant: string): string;
  /** Dienstag, 14. März 2027, 18:00 */
  dateTime(instant: string): string;
  /** Di., 14. März, 18:00 */
  shortDateTime(instant: string): string;
  time(instant: string): string;
  number(value: number): string;
  /** „etwa 3 Wochen“: rounded to what a person would say. */
  aboutDays(days: number): string;
  /** The same for the time from `since` until `now`. */
  waiting(since: string, now: Date): string;
  /** „Deutsch, Arabisch und Türkisch“ */
  list(words: readonly string[]): string;
}

const made = new Map<string, Formats>();

/**
 * Dates as in the German letter (Gregorian, Latin digits) in the reader's language and the network's time zone.
 * On the server only: browsers lack the names of some languages.
 */
export function formats(locale: PageLocale, timeZone = "Europe/Berlin"): Formats {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key) ?? makeFormats(locale, timeZone);
  made.set(key, known);
  return known;
}

function makeFormats(locale: PageLocale, timeZone: string): Formats {
  const tag = `${locale}-u-ca-gregory-nu-latn`;
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const moments = new Intl.DateTimeFormat(tag, { timeZone, ...options });
    // A date without a time means that day everywhere.
    const days = new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
    return (instant: string) => (instant.length === 10 ? days : moments).format(new Date(instant));
  };
  const clock = { hour: "2-digit", minute: "2-digit", hour12: false } as const;
  const numbers = new Intl.NumberFormat(tag);
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    date: formatter({ day: "numeric", month: "long", year: "numeric" }),
    weekdayDate: formatter({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    shortDate: formatter({ day: "2-digit", month: "2-digit", year: "numeric" }),
    dateTime: formatter({ weekday: "long", day: "numeric", month: "long", year: "numeric", ...clock }),
    shortDateTime: formatter({ weekday: "short", day: "numeric", month: "short", ...clock }),
    time: formatter(clock),
    number: (value) => numbers.format(value),
    aboutDays,
    waiting: (since, now) => aboutDays((now.getTime() - new Date(since).getTime()) / DAY_MS),
    list: (words) => lists.format(words),
  };
}

function aboutDays(days: number): string {
  if (days < 1) return m.shell_span_today();
  if (days < 13) return m.shell_span_days({ count: Math.round(days) });
  if (days < 60) return m.shell_span_weeks({ count: Math.round(days / 7) });
  if (days < 700) return m.shell_span_months({ count: Math.round(days / 30.4) });
  return m.shell_span_years({ count: Math.round(days / 365) });
}
