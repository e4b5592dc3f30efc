import type { FunnelStep } from "./funnel.ts";

/** What helps somebody on who waits right before a step. */
export const FUNNEL_MOVES = [
  "hold_interview",
  "answer_offer",
  "wait_for_place",
  "enrol",
  "plan_course",
  "course_begins",
  "ask_after_absence",
  "course_goes_on",
  "make_up",
  "make_up_later",
  "hours_short",
  "issue_certificate",
  "renew_certificate",
  "sign_secrecy",
  "sign_agreement",
  "sign_both",
] as const;
export type FunnelMove = (typeof FUNNEL_MOVES)[number];

/** A date, or a whole course, that a move is about. */
export interface MoveTarget {
  readonly courseId: string;
  readonly courseTitle: string;
  readonly at: Date | null;
}

export interface StuckFacts {
  /** A place is kept until `at`. */
  readonly offer: MoveTarget | null;
  readonly waitingFor: MoveTarget | null;
  /** The next course that takes registrations and has a free place. */
  readonly openCourse: MoveTarget | null;
  /** The next date the person is booked for. */
  readonly nextSession: MoveTarget | null;
  /** Compulsory modules still missing. */
  readonly missing: readonly { readonly title: string; readonly makeUp: MoveTarget | null }[];
  readonly missingMinutes: number;
  /** A certificate that counts no longer. */
  readonly hadCertificate: boolean;
  readonly secrecySigned: boolean;
  readonly agreementSigned: boolean;
}

export interface ProposedMove {
  readonly move: FunnelMove;
  readonly target: MoveTarget | null;
  readonly modules: readonly string[];
  readonly minutes: number | null;
}

/** The one next possible step for somebody right before `step`. */
export function moveFor(step: FunnelStep, facts: StuckFacts): ProposedMove {
  switch (step) {
    case "signed_up":
    case "interviewed":
      return only("hold_interview");
    case "place":
      return moveToPlace(facts);
    case "first_session":
      return facts.nextSession === null ? only("ask_after_absence") : only("course_begins", facts.nextSession);
    case "complete":
      return moveToComplete(facts);
    case "certificate":
      return only(facts.hadCertificate ? "renew_certificate" : "issue_certificate");
    case "eligible":
      if (facts.secrecySigned) return only("sign_agreement");
      return only(facts.agreementSigned ? "sign_secrecy" : "sign_both");
  }
}

function moveToPlace({ offer, waitingFor, openCourse }: StuckFacts): ProposedMove {
  if (offer !== null) return only("answer_offer", offer);
  if (waitingFor !== null) return only("wait_for_place", waitingFor);
  return openCourse === null ? only("plan_course") : only("enrol", openCourse);
}

function moveToComplete({ nextSession, missing, missingMinutes }: StuckFacts): ProposedMove {
  if (nextSession !== null) return only("course_goes_on", nextSession);
  if (missing.length === 0) return { ...only("hours_short"), minutes: missingMinutes };
  const modules = missing.map(({ title }) => title);
  const makeUps = missing.flatMap(({ makeUp }) => makeUp ?? []);
  const [soonest] = makeUps.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
  return { ...only(soonest === undefined ? "make_up_later" : "make_up", soonest ?? null), modules };
}

const only = (move: FunnelMove, target: MoveTarget | null = null): ProposedMove => ({
  move,
  target,
  modules: [],
  minutes: null,
});
