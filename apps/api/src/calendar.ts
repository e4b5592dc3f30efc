import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** One date of a calendar file. `sequence` grows with every change, so that calendars replace what they have. */
export interface CalendarEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly cancelled: boolean;
}

export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

/** An `.ics` file in UTC, under the calendar's name where one is given. A file of cancelled dates only takes them out of the calendar. */
export function writeCalendar(entries: readonly CalendarEntry[], writtenAt: Date, name?: string): string {
  const isCancellation = entries.length > 0 && entries.every(({ cancelled }) => cancelled);
  const calendar = ical({
    prodId: { company: "Augenhöhe", product: "Augenhöhe" },
    ...(name === undefined ? {} : { name }),
    method: isCancellation ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, sequence, startsAt, endsAt, title, place, description, cancelled } of entries) {
    calendar.createEvent({
      id: uid,
      sequence,
      start: startsAt,
      end: endsAt,
      stamp: writtenAt,
      summary: title,
      location: place,
      description,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
