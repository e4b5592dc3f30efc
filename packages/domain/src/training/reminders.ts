/**
 * Reminders before a date: a day and two hours ahead, never between nine in the evening and eight in the morning where
 * the network is. One that would fall into the night goes out in the last minute before it.
 */
export const REMINDER_KINDS = ["day_before", "two_hours_before"] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export interface ReminderTime {
  readonly kind: ReminderKind;
  readonly at: Date;
}

export const QUIET_FROM_HOUR = 21;
export const QUIET_UNTIL_HOUR = 8;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MINUTES = 24 * 60;
const HOURS_AHEAD: Readonly<Record<ReminderKind, number>> = { day_before: 24, two_hours_before: 2 };
/** A server that was down sends the reminder of the day before up to this late; after that the next one does. */
const DAY_BEFORE_AT_LATEST_MS = 3 * HOUR_MS;

/** When to remind of a date, the earlier one first; only one where both would come at the same time. */
export function reminderTimes(startsAt: Date, timeZone: string): ReminderTime[] {
  const minuteOfDay = localClock(timeZone);
  const times = REMINDER_KINDS.map((kind) => ({
    kind,
    at: beforeTheNight(new Date(startsAt.getTime() - HOURS_AHEAD[kind] * HOUR_MS), minuteOfDay),
  }));
  return times.filter(({ at }, index) => times.findIndex((other) => other.at.getTime() === at.getTime()) === index);
}

/** Whether a reminder whose time has come may still go out: never after the start, the day before's not much late. */
export function isReminderInTime(kind: ReminderKind, startsAt: Date, timeZone: string, now: Date): boolean {
  const planned = reminderTimes(startsAt, timeZone).find((time) => time.kind === kind);
  if (planned === undefined || now >= startsAt) return false;
  return kind !== "day_before" || now.getTime() - planned.at.getTime() <= DAY_BEFORE_AT_LATEST_MS;
}

type MinuteOfDay = (instant: Date) => number;

function beforeTheNight(at: Date, minuteOfDay: MinuteOfDay): Date {
  const minute = minuteOfDay(at);
  if (minute >= QUIET_UNTIL_HOUR * 60 && minute < QUIET_FROM_HOUR * 60) return at;
  const wholeMinute = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  const lastMinute = QUIET_FROM_HOUR * 60 - 1;
  const minutesBack = (minute - lastMinute + DAY_MINUTES) % DAY_MINUTES;
  const guess = new Date(wholeMinute - minutesBack * MINUTE_MS);
  // When the clocks changed in between, the guess is an hour off.
  return new Date(guess.getTime() + (lastMinute - minuteOfDay(guess)) * MINUTE_MS);
}

function localClock(timeZone: string): MinuteOfDay {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (instant) => {
    const parts = format.formatToParts(instant);
    const value = (type: "hour" | "minute") => Number(parts.find((part) => part.type === type)?.value);
    return value("hour") * 60 + value("minute");
  };
}
