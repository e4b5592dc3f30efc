import type { CourseForStaff, CourseSummary } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { sessionTime } from "./course-view.ts";
import type { Formats } from "./format.ts";

type Course = Omit<CourseSummary, "myEnrolment">;

/** Where a course stands, for people who run courses. */
export interface CourseGlance {
  /** Null once nobody can enrol any more. */
  readonly registration: string | null;
  readonly seats: string;
  /** Places that are neither taken nor free, because somebody comes as a guest; null when there are none. */
  readonly guests: string | null;
  /** More people have a place than there are places now. */
  readonly overbooked: string | null;
  /** Null once nobody can be given a place any more. */
  readonly waiting: string | null;
  /** The next date that takes place; null when there is none. */
  readonly next: string | null;
}

export function courseGlance(course: Course, when: Formats, now: Date): CourseGlance {
  const next = course.sessions.find(({ cancelled, endsAt }) => !cancelled && new Date(endsAt) > now);
  const taken = course.enrolled + course.offered;
  const isDone = course.cancelled || course.over;
  const keptForGuests = isDone ? 0 : Math.max(0, course.places - taken - course.free);
  return {
    registration: isDone ? null : registrationLine(course.registration, when),
    seats: m.training_seats_taken({ taken, places: course.places }),
    overbooked: taken > course.places ? m.training_overbooked({ count: taken - course.places }) : null,
    guests: keptForGuests === 0 ? null : m.training_seats_guests({ count: keptForGuests }),
    waiting: isDone ? null : waitingLine(course.waiting),
    next: course.cancelled || next === undefined ? null : sessionTime(next, when),
  };
}

const waitingLine = (count: number): string =>
  count === 0 ? m.training_waiting_nobody() : m.training_waiting_people({ count });

function registrationLine({ state, opensAt, closesAt }: Course["registration"], when: Formats): string {
  switch (state) {
    case "not_yet":
      return m.training_registration_opens({ when: when.dateTime(opensAt ?? "") });
    case "open":
      return closesAt === null
        ? m.training_registration_open()
        : m.training_registration_open_until({ when: when.dateTime(closesAt) });
    case "closed":
      return m.training_registration_closed({ when: when.dateTime(closesAt ?? "") });
  }
}

export interface NextStep {
  readonly text: string;
  readonly href: string;
  readonly label: string;
}

/** The one thing that helps this course most right now; null when it runs by itself. */
export function nextCourseStep(found: CourseForStaff, when: Formats, now: Date): NextStep | null {
  const { course, mayManage } = found;
  if (!mayManage || course.cancelled) return null;
  const edit = `/team/kurse/${course.id}/bearbeiten`;
  const unmarked = heldWithoutMarks(found, now);
  if (unmarked !== undefined) {
    return {
      text: m.training_next_attendance({ when: sessionTime(unmarked, when) }),
      href: `/kursleitung/${course.id}/${unmarked.id}`,
      label: m.training_attendance(),
    };
  }
  if (course.over) return null;
  if (found.warnings.sessions.length + found.warnings.course.length > 0) {
    return { text: m.training_next_warnings(), href: edit, label: m.training_edit() };
  }
  if (found.trainers.length === 0) {
    return { text: m.training_next_trainer(), href: edit, label: m.training_name_trainer() };
  }
  if (course.registration.state === "closed" && course.free > 0) {
    return { text: m.training_next_reopen({ count: course.free }), href: edit, label: m.training_edit() };
  }
  if (course.free > 0) {
    return { text: m.training_next_places({ count: course.free }), href: "#enrol", label: m.training_enrol_title() };
  }
  if (course.waiting > 0) {
    return { text: m.training_next_full({ count: course.waiting }), href: "/team/kurse/neu", label: m.training_new() };
  }
  return null;
}

/** The first date that is over and where nobody has been ticked, with somebody who should have been there. */
const heldWithoutMarks = ({ course, participants }: CourseForStaff, now: Date) =>
  participants.length === 0
    ? undefined
    : course.sessions.find(
        ({ id, cancelled, endsAt }) =>
          !cancelled &&
          new Date(endsAt) <= now &&
          !participants.some(({ attendance }) => Object.hasOwn(attendance, id)),
      );
