import type { MailLocale } from "./define-template.ts";

/** „Dienstag, 14. März 2027, 18:00“ in the network's time zone, with the same digits as in a German letter. */
export function mailDateTime(instant: string, locale: MailLocale, timeZone: string): string {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(instant));
}

/** „Dienstag, 14. März“ */
export function mailDay(instant: string, locale: MailLocale, timeZone: string): string {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(new Date(instant));
}
