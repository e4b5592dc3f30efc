import { fromDate, parseDateTime, toCalendarDate, toCalendarDateTime, toZoned } from "@internationalized/date";

/** The instant of a wall-clock time (`YYYY-MM-DDTHH:mm`) in an IANA zone; a skipped hour moves to the next valid one. */
export const instantOf = (local: string, timeZone: string): Date => toZoned(parseDateTime(local), timeZone).toDate();

/** The calendar day (`YYYY-MM-DD`) of an instant in an IANA zone. */
export const localDayOf = (instant: Date, timeZone: string): string =>
  toCalendarDate(fromDate(instant, timeZone)).toString();

/** The wall-clock time (`YYYY-MM-DDTHH:mm`) of an instant in an IANA zone. */
export const localTimeOf = (instant: Date, timeZone: string): string =>
  toCalendarDateTime(fromDate(instant, timeZone)).toString().slice(0, 16);
