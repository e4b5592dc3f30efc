import { DAYS, type Day } from "./week.ts";

/** A calendar day as `YYYY-MM-DD`; days compare as text. */
export type IsoDate = string;

const pad = (value: number, length: number): string => String(value).padStart(length, "0");

/** The day, or null when the calendar has no such day. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : null;
}

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  return `${pad(lastDay.getUTCFullYear(), 4)}-${pad(lastDay.getUTCMonth() + 1, 2)}-${pad(Math.min(day, lastDay.getUTCDate()), 2)}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days of the calendar, whatever the clocks do. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export function weekdayOf(date: IsoDate): Day {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return DAYS[(sundayFirst + 6) % 7] ?? "mon";
}
