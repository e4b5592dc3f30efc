import type { MyNextMove, VolunteerHome } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import type { Formats } from "#lib/server/format.ts";

export interface NextMoveInWords {
  readonly title: string;
  readonly text: string;
  /** Null where it is somebody else's turn. */
  readonly action: { readonly href: string; readonly label: string } | null;
  /** What can be answered at once, about this course. */
  readonly answer: { readonly courseId: string; readonly to: "offer" | "still_want" } | null;
}

type Said = Record<"course" | "when" | "place" | "until" | "position", string>;
interface Words {
  readonly title: () => string;
  readonly text: (said: Said) => string;
  readonly action?: { readonly href: string | ((sessionId: string) => string); readonly label: () => string };
}

const COURSES = "/mein-ehrenamt/kurse";
const DATE = { href: (id: string) => `${COURSES}/termin/${id}`, label: m.volunteer_move_date_action };
const CONTACT = { href: "#contact", label: m.volunteer_move_contact_action };
const sign = (part: string) => ({ href: `/mein-ehrenamt/erklaerungen#${part}`, label: m.volunteer_step_read_and_sign });

const MOVE_WORDS = {
  come_back: {
    title: m.volunteer_move_come_back,
    text: () => m.volunteer_move_come_back_text(),
    action: { href: "/mein-ehrenamt/pause-und-abschied", label: m.volunteer_move_come_back_action },
  },
  answer_offer: {
    title: m.volunteer_move_answer_offer,
    text: ({ course, when, until }) => m.volunteer_move_answer_offer_text({ course, when, until }),
  },
  answer_proposal: {
    title: m.volunteer_move_answer_proposal,
    text: () => m.volunteer_move_answer_proposal_text(),
    action: { href: "#vorschlaege", label: m.volunteer_move_answer_proposal_action },
  },
  interview_comes: {
    title: m.volunteer_move_interview_comes,
    text: () => m.volunteer_move_interview_comes_text(),
  },
  enrol: {
    title: m.volunteer_move_enrol,
    text: ({ course, when, place }) => m.volunteer_move_enrol_text({ course, when, place }),
    action: { href: `${COURSES}#open`, label: m.volunteer_move_enrol_action },
  },
  course_opens: { title: m.volunteer_move_course_opens, text: () => m.volunteer_move_course_opens_text() },
  still_want_place: {
    title: m.volunteer_move_still_want_place,
    text: ({ course }) => m.volunteer_move_still_want_place_text({ course }),
  },
  place_comes: {
    title: m.volunteer_move_place_comes,
    text: ({ course, position }) => m.volunteer_move_place_comes_text({ course, position }),
    action: { href: COURSES, label: m.volunteer_move_place_comes_action },
  },
  course_begins: {
    title: m.volunteer_move_course_begins,
    text: ({ when, place, course }) => m.volunteer_move_date_text({ when, place, course }),
    action: DATE,
  },
  session_comes: {
    title: m.volunteer_move_session_comes,
    text: ({ when, place, course }) => m.volunteer_move_date_text({ when, place, course }),
    action: DATE,
  },
  make_up: {
    title: m.volunteer_move_make_up,
    text: ({ when, place, course }) => m.volunteer_move_make_up_text({ when, place, course }),
    action: { href: `${COURSES}#missed`, label: m.volunteer_move_make_up_action },
  },
  make_up_comes: {
    title: m.volunteer_move_make_up_comes,
    text: () => m.volunteer_move_make_up_comes_text(),
    action: { href: COURSES, label: m.volunteer_courses_open },
  },
  gain_hours: {
    title: m.volunteer_move_gain_hours,
    text: ({ when, place }) => m.volunteer_move_gain_hours_text({ when, place }),
    action: CONTACT,
  },
  gain_hours_later: {
    title: m.volunteer_move_gain_hours,
    text: () => m.volunteer_move_gain_hours_later_text(),
    action: CONTACT,
  },
  certificate_comes: {
    title: m.volunteer_move_certificate_comes,
    text: () => m.volunteer_move_certificate_comes_text(),
  },
  certificate_expired: {
    title: m.volunteer_move_certificate_expired,
    text: () => m.volunteer_move_certificate_expired_text(),
    action: CONTACT,
  },
  sign_secrecy: {
    title: m.volunteer_move_sign_secrecy,
    text: () => m.volunteer_move_sign_text(),
    action: sign("secrecy"),
  },
  sign_agreement: {
    title: m.volunteer_move_sign_agreement,
    text: () => m.volunteer_move_sign_text(),
    action: sign("agreement"),
  },
  proposal_comes: { title: m.volunteer_move_proposal_comes, text: () => m.volunteer_move_proposal_comes_text() },
  mentoring: { title: m.volunteer_move_mentoring, text: () => m.volunteer_move_mentoring_text(), action: CONTACT },
} satisfies Record<MyNextMove["move"], Words>;

export function nextMoveInWords({ nextMove }: VolunteerHome, f: Formats): NextMoveInWords | null {
  if (nextMove === null) return null;
  const { move, date, until, position } = nextMove;
  const words: Words = MOVE_WORDS[move];
  const said = {
    course: isolated(date?.courseTitle ?? ""),
    when: date === null ? "" : f.dateTime(date.startsAt),
    place: isolated(date?.place ?? ""),
    until: until === null ? "" : f.dateTime(until),
    position: f.number(position ?? 1),
  };
  const { action } = words;
  return {
    title: words.title(),
    text: words.text(said),
    action: action === undefined ? null : { href: hrefOf(action.href, date), label: action.label() },
    answer: answerOf(nextMove),
  };
}

const hrefOf = (href: NonNullable<Words["action"]>["href"], date: MyNextMove["date"]): string =>
  typeof href === "string" ? href : href(date?.sessionId ?? "");

function answerOf({ move, date }: MyNextMove): NextMoveInWords["answer"] {
  if (date === null) return null;
  if (move === "answer_offer") return { courseId: date.courseId, to: "offer" };
  return move === "still_want_place" ? { courseId: date.courseId, to: "still_want" } : null;
}
