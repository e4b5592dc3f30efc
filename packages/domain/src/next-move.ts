import { eligibilityGaps, type EligibilityFacts } from "./volunteer.ts";

/** The one thing that comes next for a volunteer; some of them are somebody else's turn, and say so. */
export const NEXT_MOVES = [
  "come_back",
  "answer_offer",
  "answer_proposal",
  "interview_comes",
  "enrol",
  "course_opens",
  "still_want_place",
  "place_comes",
  "course_begins",
  "session_comes",
  "make_up",
  "make_up_comes",
  "gain_hours",
  "gain_hours_later",
  "certificate_comes",
  "certificate_expired",
  "sign_secrecy",
  "sign_agreement",
  "proposal_comes",
  "mentoring",
] as const;
export type NextMove = (typeof NEXT_MOVES)[number];

/** A session, or a course by its first session. */
export interface DateAhead {
  readonly sessionId: string;
  readonly courseId: string;
  readonly startsAt: Date;
}

export interface NextMoveFacts<D extends DateAhead = DateAhead> extends EligibilityFacts {
  readonly certificateExpired: boolean;
  /** An offered place that is kept until then. */
  readonly offer: { readonly until: Date; readonly date: D | null } | null;
  readonly proposalsToAnswer: number;
  readonly openTandems: number;
  /** Nothing attended yet. */
  readonly isBeginner: boolean;
  readonly isComplete: boolean;
  readonly missesModules: boolean;
  /** The next session of the own courses, or as a guest. */
  readonly nextSession: D | null;
  /** A seat in another run for a module that is missing, and for hours that are. */
  readonly makeUp: D | null;
  readonly hoursDate: D | null;
  readonly waiting: { readonly position: number | null; readonly lapsed: boolean; readonly date: D | null } | null;
  /** The next course that takes registrations. */
  readonly openCourse: D | null;
}

export interface ProposedNextMove<D extends DateAhead = DateAhead> {
  readonly move: NextMove;
  readonly date: D | null;
  readonly until: Date | null;
  readonly position: number | null;
}

/**
 * Exactly one for everybody who has not left: what waits for the volunteer's answer first, then the steps in the order
 * of the way. Declarations may be signed at any time and come last, so that they never hide a date.
 */
export function nextMove<D extends DateAhead>(facts: NextMoveFacts<D>): ProposedNextMove<D> {
  if (facts.status === "paused") return only("come_back");
  if (facts.offer !== null) return { ...only<D>("answer_offer", facts.offer.date), until: facts.offer.until };
  if (facts.proposalsToAnswer > 0) return only("answer_proposal");
  const gaps = eligibilityGaps(facts);
  if (gaps.includes("interview")) return only("interview_comes");
  if (gaps.includes("certificate")) return moveToCertificate(facts);
  if (gaps.includes("secrecy_declaration")) return only("sign_secrecy");
  if (gaps.includes("agreement")) return only("sign_agreement");
  return only(facts.openTandems > 0 ? "mentoring" : "proposal_comes");
}

function moveToCertificate<D extends DateAhead>(facts: NextMoveFacts<D>): ProposedNextMove<D> {
  if (facts.certificateExpired) return only("certificate_expired");
  if (facts.isComplete) return only("certificate_comes");
  if (facts.nextSession !== null) return only(facts.isBeginner ? "course_begins" : "session_comes", facts.nextSession);
  if (!facts.isBeginner) return moveToComplete(facts);
  const { waiting, openCourse } = facts;
  if (waiting !== null) {
    const { lapsed, date, position } = waiting;
    return { ...only<D>(lapsed ? "still_want_place" : "place_comes", date), position };
  }
  return openCourse === null ? only("course_opens") : only("enrol", openCourse);
}

function moveToComplete<D extends DateAhead>({ missesModules, makeUp, hoursDate }: NextMoveFacts<D>) {
  if (missesModules) return only<D>(makeUp === null ? "make_up_comes" : "make_up", makeUp);
  return only<D>(hoursDate === null ? "gain_hours_later" : "gain_hours", hoursDate);
}

const only = <D extends DateAhead>(move: NextMove, date: D | null = null): ProposedNextMove<D> => ({
  move,
  date,
  until: null,
  position: null,
});
