import { Refusal } from "../refusals.ts";

/**
 * What participants say about a session: one face, and one sentence if they like. Nobody may work out who said what.
 * So answers are read in groups: five together, and each later group is again five that came in between. Fewer would
 * show what the last ones said to anybody who remembers the page of yesterday. What is left over of all sessions is
 * read together when nobody can answer any more, if it is at least five.
 */
export const FEEDBACK_FACES = ["good", "all_right", "not_good"] as const;
export type FeedbackFace = (typeof FEEDBACK_FACES)[number];

export const FEEDBACK_SENTENCE_LENGTH = 280;
/** How many answers are shown together at least. */
export const FEEDBACK_GROUP_SIZE = 5;
export const FEEDBACK_OPEN_DAYS = 28;

const DAY_MS = 24 * 60 * 60 * 1000;

export const FEEDBACK_STATES = ["ahead", "open", "given", "over", "not_attended"] as const;
/** Where one person stands: may answer, has answered, cannot yet, cannot any more, or was not there. */
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

interface SessionEnd {
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

export const feedbackClosesAt = ({ endsAt }: Pick<SessionEnd, "endsAt">): Date =>
  new Date(endsAt.getTime() + FEEDBACK_OPEN_DAYS * DAY_MS);

export function feedbackState(
  session: SessionEnd,
  own: { readonly attended: boolean; readonly given: boolean },
  now: Date,
): FeedbackState {
  if (own.given) return "given";
  if (now < session.endsAt) return "ahead";
  if (!own.attended || session.cancelledAt !== null) return "not_attended";
  return now < feedbackClosesAt(session) ? "open" : "over";
}

/** An answer is taken from those who were there, once, from the end of the session on. */
export function requireFeedbackOpen(
  session: SessionEnd,
  own: { readonly attended: boolean; readonly given: boolean },
  now: Date,
): void {
  const state = feedbackState(session, own, now);
  if (state === "given") throw new Refusal("feedback_given_already");
  if (state === "not_attended") throw new Refusal("feedback_not_attended");
  if (state !== "open") throw new Refusal("feedback_not_open");
}

/** With whom an answer is read: those of the same session, or the rest of the whole course. */
export type FeedbackGroup = "session" | "course";

export interface FeedbackAnswer {
  readonly sessionId: string;
  readonly face: FeedbackFace;
  readonly sentence: string | null;
  /** Null while it is held back. */
  readonly shownWith: FeedbackGroup | null;
}

/** Whether what has been held back until now may be read together. */
export const isFeedbackGroup = (heldBack: number): boolean => heldBack >= FEEDBACK_GROUP_SIZE;

/** At the very end: nobody can answer any more, and what no session could show alone is enough together. */
export function mayShowLeftOver(
  sessions: readonly SessionEnd[],
  answers: readonly FeedbackAnswer[],
  now: Date,
): boolean {
  const isOver = sessions.every((session) => session.cancelledAt !== null || feedbackClosesAt(session) <= now);
  return isOver && isFeedbackGroup(answers.filter(({ shownWith }) => shownWith === null).length);
}

export interface ReadableFeedback {
  readonly answers: number;
  readonly faces: Readonly<Record<FeedbackFace, number>>;
  readonly sentences: readonly string[];
}

/** Null for no answers: how many are held back is not told. */
export function summariseFeedback(answers: readonly FeedbackAnswer[]): ReadableFeedback | null {
  const shown = answers.filter(({ shownWith }) => shownWith !== null);
  if (shown.length === 0) return null;
  const count = (face: FeedbackFace): number => shown.filter((answer) => answer.face === face).length;
  return {
    answers: shown.length,
    faces: { good: count("good"), all_right: count("all_right"), not_good: count("not_good") },
    sentences: shown.flatMap(({ sentence }) => (sentence === null ? [] : [sentence])),
  };
}
