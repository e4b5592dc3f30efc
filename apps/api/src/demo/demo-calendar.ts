import { CalendarDateTime, fromDate, getDayOfWeek, toCalendarDate } from "@internationalized/date";

const WEEKDAYS = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 } as const;

/** Dates around "now" on the clock of the network, so that a demo is always in the middle of its season. */
export interface DemoCalendar {
  readonly now: Date;
  /** The instant of a clock time so many days from today (negative: ago). */
  at(days: number, hour: number, minute?: number): Date;
  /** `YYYY-MM-DD` so many days from today. */
  day(days: number): string;
  /** Days from today to the nth such weekday after today, or before it when `nth` is negative. */
  daysTo(weekday: keyof typeof WEEKDAYS, nth: number): number;
}

export function demoCalendar(now: Date, timeZone: string): DemoCalendar {
  const today = toCalendarDate(fromDate(now, timeZone));
  const todayIndex = getDayOfWeek(today, "de-DE");
  return {
    now,
    at(days, hour, minute = 0) {
      const { year, month, day } = today.add({ days });
      return new CalendarDateTime(year, month, day, hour, minute).toDate(timeZone);
    },
    day: (days) => today.add({ days }).toString(),
    daysTo(weekday, nth) {
      const ahead = (WEEKDAYS[weekday] - todayIndex + 7) % 7;
      return nth > 0 ? (ahead === 0 ? 7 : ahead) + (nth - 1) * 7 : ahead + nth * 7;
    },
  };
}
