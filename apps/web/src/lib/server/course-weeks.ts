import type { CourseSummary } from "@augenhoehe/contract";
import { addDays, DAYS, weekdayOf } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";
import { wallClock } from "./course-rows.ts";
import { formats, type Formats } from "./format.ts";

type Course = Pick<CourseSummary, "id" | "title" | "cancelled" | "sessions">;

export interface CourseWeek {
  readonly key: string;
  readonly label: string;
  readonly dates: readonly {
    readonly id: string;
    readonly courseId: string;
    readonly title: string;
    readonly when: string;
    readonly place: string;
  }[];
}

const WEEKS = 5;

/** This week and the next ones, with every date that is still ahead; empty weeks are shown too. */
export function courseWeeks(
  courses: readonly Course[],
  now: Date,
  { locale, timeZone }: { readonly locale: Parameters<typeof formats>[0]; readonly timeZone: string },
): CourseWeek[] {
  const when = formats(locale, timeZone);
  const today = wallClock(now.toISOString(), timeZone).slice(0, 10);
  const monday = addDays(today, -DAYS.indexOf(weekdayOf(today)));
  const ahead = courses
    .filter(({ cancelled }) => !cancelled)
    .flatMap(({ id, title, sessions }) => sessions.map((session) => ({ courseId: id, title, session })))
    .filter(({ session }) => !session.cancelled && new Date(session.endsAt) > now)
    .sort((a, b) => a.session.startsAt.localeCompare(b.session.startsAt));
  return Array.from({ length: WEEKS }, (_, week) => {
    const first = addDays(monday, week * 7);
    const last = addDays(first, 6);
    return {
      key: first,
      label: weekLabel(week, first, last, when),
      dates: ahead
        .filter(({ session }) => isWithin(wallClock(session.startsAt, timeZone).slice(0, 10), first, last))
        .map(({ courseId, title, session }) => ({
          id: session.id,
          courseId,
          title,
          when: when.shortDateTime(session.startsAt),
          place: session.place,
        })),
    };
  });
}

const isWithin = (day: string, first: string, last: string): boolean => first <= day && day <= last;

function weekLabel(week: number, first: string, last: string, when: Formats): string {
  if (week === 0) return m.training_week_this();
  if (week === 1) return m.training_week_next();
  return m.training_range({ from: when.shortDate(first), to: when.shortDate(last) });
}
