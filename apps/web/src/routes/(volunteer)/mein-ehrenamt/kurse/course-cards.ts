import type { CourseSummary } from "@augenhoehe/contract";
import { m } from "#lib/paraglide/messages.js";
import { courseView, sessionTime, type CourseView } from "#lib/server/course-view.ts";
import type { Formats } from "#lib/server/format.ts";

/** What one date of mine is to me, and whether something can be told about it. */
export interface MyDate {
  readonly id: string;
  readonly module: string;
  readonly when: string;
  readonly place: string;
  readonly cancelled: boolean;
  readonly over: boolean;
  readonly attended: boolean | null;
  readonly booking: "guest" | "excused" | null;
  readonly isAhead: boolean;
}

export interface CourseCard extends CourseView {
  readonly state: CourseView["state"];
  readonly status: "enrolled" | "offered" | "waiting" | null;
  readonly lapsed: boolean;
  readonly offerUntil: string;
  readonly mineLabel: string;
  readonly myDates: readonly MyDate[];
  readonly hasAttended: boolean;
  readonly isTopUp: boolean;
  /** Why a top-up is offered: meetings talked about it. */
  readonly raisedWords: string | null;
  readonly mayEnrol: boolean;
  /** What to know before enrolling: when it is possible, how many places are left. */
  readonly enrolWords: string;
}

export function courseCard(course: CourseSummary, when: Formats, now: Date): CourseCard {
  const { myEnrolment } = course;
  const status = myEnrolment === null || myEnrolment.status === "cancelled" ? null : myEnrolment.status;
  return {
    ...courseView(course, when, now),
    status,
    lapsed: myEnrolment?.lapsed ?? false,
    offerUntil: m.places_offer_until({ when: when.dateTime(myEnrolment?.offerExpiresAt ?? now.toISOString()) }),
    mineLabel: mineLabel(course),
    myDates: course.sessions.map((session) => ({
      id: session.id,
      module: session.moduleTitle,
      when: sessionTime(session, when),
      place: session.place,
      cancelled: session.cancelled,
      over: new Date(session.endsAt) <= now,
      attended: session.attended,
      booking: session.booking,
      isAhead: !session.cancelled && !course.cancelled && new Date(session.startsAt) > now,
    })),
    hasAttended: course.sessions.some(({ attended, booking }) => attended !== null && booking !== "guest"),
    isTopUp: course.purpose === "top_up",
    raisedWords: course.raisedMeetings === 0 ? null : m.curricula_raised_often({ count: course.raisedMeetings }),
    mayEnrol: course.registration.state === "open",
    enrolWords: enrolWords(course, when),
  };
}

function mineLabel({ myEnrolment }: CourseSummary): string {
  if (myEnrolment?.status !== "waiting") return m.training_state_enrolled();
  if (myEnrolment.lapsed) return m.places_waiting_lapsed();
  return m.training_state_waiting({ position: myEnrolment.position ?? 0 });
}

function enrolWords({ registration, free }: CourseSummary, when: Formats): string {
  const { state, opensAt, closesAt } = registration;
  if (state === "not_yet" && opensAt !== null) return m.places_registration_opens({ when: when.dateTime(opensAt) });
  if (state === "closed" && closesAt !== null) return m.places_registration_closed({ when: when.date(closesAt) });
  const places = free > 0 ? m.places_free({ count: free }) : m.places_full_lead();
  if (closesAt === null) return places;
  const until = m.places_registration_open_until({ when: when.dateTime(closesAt) });
  return free > 0 ? `${places}. ${until}` : `${places} ${until}`;
}
