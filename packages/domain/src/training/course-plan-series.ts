import { addDays, weekdayOf, type IsoDate } from "../iso-date.ts";
import { DAYS, type Day } from "../week.ts";

export const COURSE_SERIES_LIMITS = { count: { min: 1, max: 40 }, everyWeeks: { min: 1, max: 8 } } as const;

/** "Four Tuesdays at 18:00": wall-clock times, so that no change of the clocks moves them. */
export interface SeriesRule {
  /** None means the weekday of `firstDay`. */
  readonly weekdays: readonly Day[];
  /** Nothing is earlier; its week, from Monday on, is the first that counts. */
  readonly firstDay: IsoDate;
  readonly everyWeeks: number;
  /** `HH:mm` */
  readonly from: string;
  readonly count: number;
  /** Days that are passed over; the series grows longer by as many. */
  readonly isLeftOut: (day: IsoDate) => boolean;
}

export interface Series {
  /** `YYYY-MM-DDTHH:mm`, in order of time. */
  readonly startsAt: readonly string[];
  readonly leftOut: readonly IsoDate[];
}

/** Beyond this nobody plans: a rule that leaves out every day ends here. */
const WEEKS_AT_MOST = 520;

export function expandSeries({ weekdays, firstDay, everyWeeks, from, count, isLeftOut }: SeriesRule): Series {
  const first = DAYS.indexOf(weekdayOf(firstDay));
  const wanted =
    weekdays.length === 0 ? [first] : DAYS.flatMap((day, index) => (weekdays.includes(day) ? [index] : []));
  const monday = addDays(firstDay, -first);
  const startsAt: string[] = [];
  const leftOut: IsoDate[] = [];
  for (let week = 0; week < WEEKS_AT_MOST; week += everyWeeks) {
    for (const index of wanted) {
      const day = addDays(monday, week * 7 + index);
      if (startsAt.length === count) return { startsAt, leftOut };
      if (day < firstDay) continue;
      if (isLeftOut(day)) leftOut.push(day);
      else startsAt.push(`${day}T${from}`);
    }
  }
  return { startsAt, leftOut };
}

/** The first of these weekdays after `today`; without any, tomorrow. */
export function nextWeekday(today: IsoDate, weekdays: readonly Day[]): IsoDate {
  const coming = DAYS.map((_, days) => addDays(today, days + 1));
  return coming.find((day) => weekdays.includes(weekdayOf(day))) ?? addDays(today, 1);
}
