import type { CourseSummary } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "./format.ts";

type Course = Omit<CourseSummary, "myEnrolment">;

export interface CourseDate {
  readonly id: string;
  readonly module: string;
  readonly when: string;
  readonly place: string;
  readonly cancelled: boolean;
  readonly over: boolean;
  readonly attended: boolean | null;
}

/** A course in the reader's words: every date is formatted here, because browsers lack some languages. */
export interface CourseView {
  readonly id: string;
  readonly title: string;
  readonly organiser: string;
  readonly state: { readonly label: string; readonly tone: "plain" | "done" | "waiting" | "care" };
  readonly isPast: boolean;
  readonly isFull: boolean;
  readonly range: string;
  readonly seats: string;
  readonly waiting: string | null;
  readonly dates: readonly CourseDate[];
}

export function courseView(course: Course, when: Formats, now: Date): CourseView {
  const standing = course.sessions.filter(({ cancelled }) => !cancelled);
  const first = standing[0];
  const isFull = course.enrolled >= course.places || course.waiting > 0;
  return {
    id: course.id,
    title: course.title,
    organiser: course.organiser,
    state: stateOf(course, isFull, first !== undefined && new Date(first.startsAt) <= now),
    isPast: course.over || course.cancelled,
    isFull,
    range: rangeOf(standing, when),
    seats: m.training_seats_taken({ taken: course.enrolled, places: course.places }),
    waiting: course.waiting === 0 ? null : m.training_seats_waiting({ count: course.waiting }),
    dates: course.sessions.map((session) => ({
      id: session.id,
      module: session.moduleTitle,
      when: sessionTime(session, when),
      place: session.place,
      cancelled: session.cancelled,
      over: new Date(session.endsAt) <= now,
      attended: session.attended,
    })),
  };
}

/** „Dienstag, 14. März 2027, 18:00–20:00“ */
export const sessionTime = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, when: Formats): string =>
  m.training_when({ day: when.weekdayDate(startsAt), from: when.time(startsAt), to: when.time(endsAt) });

function rangeOf(sessions: readonly { startsAt: string }[], when: Formats): string {
  const [from, to] = [sessions.at(0), sessions.at(-1)].map((session) =>
    session ? when.shortDate(session.startsAt) : "",
  );
  return from === to ? (from ?? "") : m.training_range({ from: from ?? "", to: to ?? "" });
}

function stateOf(course: Course, isFull: boolean, hasBegun: boolean): CourseView["state"] {
  if (course.cancelled) return { label: m.training_state_cancelled(), tone: "care" };
  if (course.over) return { label: m.training_state_over(), tone: "plain" };
  if (hasBegun) return { label: m.training_state_running(), tone: "done" };
  return isFull
    ? { label: m.training_state_full(), tone: "waiting" }
    : { label: m.training_state_free(), tone: "done" };
}
