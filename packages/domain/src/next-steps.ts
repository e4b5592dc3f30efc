import { eligibilityGaps } from "./volunteer.ts";
import type { EligibilityFacts, EligibilityGap } from "./volunteer.ts";

/** From signing up to being proposed, in the order people usually take. */
export const NEXT_STEP_KEYS = [
  "interview",
  "secrecy_declaration",
  "agreement",
  "course",
  "certificate",
  "fuehrungszeugnis",
  "ready",
] as const;
export type NextStepKey = (typeof NEXT_STEP_KEYS)[number];

/** `current`: somebody can do it now. `later`: another step comes first. */
export type NextStepState = "done" | "current" | "later" | "not_needed";

export interface NextStep {
  readonly key: NextStepKey;
  readonly state: NextStepState;
  /** E.g. 2 of 4 modules; null where there is nothing to count. */
  readonly doneCount: number | null;
  readonly totalCount: number | null;
}

export interface NextStepsFacts extends EligibilityFacts {
  readonly attendedModules: number;
  readonly totalModules: number;
  /** Every compulsory module and enough hours, see `courseProgress`. */
  readonly courseComplete: boolean;
  /** The volunteer is ready for children or families, or a tandem of theirs needs it. */
  readonly needsFuehrungszeugnis: boolean;
  readonly hasValidFuehrungszeugnis: boolean;
}

/** The way of one volunteer, every step in its place; the same for the volunteer's home and the coordinator. */
export function nextSteps(facts: NextStepsFacts): NextStep[] {
  if (facts.status === "left") return [];
  const gaps = eligibilityGaps(facts);
  const stateOf = (gap: EligibilityGap, isPossible: boolean): NextStepState => {
    if (!gaps.includes(gap)) return "done";
    return isPossible ? "current" : "later";
  };
  const certificate = stateOf("certificate", facts.courseComplete);
  const step = (key: NextStepKey, state: NextStepState): NextStep => ({
    key,
    state,
    doneCount: null,
    totalCount: null,
  });
  return [
    step("interview", stateOf("interview", true)),
    step("secrecy_declaration", stateOf("secrecy_declaration", true)),
    step("agreement", stateOf("agreement", true)),
    {
      key: "course",
      state: courseState(facts),
      doneCount: facts.attendedModules,
      totalCount: facts.totalModules,
    },
    step("certificate", certificate),
    step("fuehrungszeugnis", fuehrungszeugnisState(facts)),
    step("ready", gaps.length === 0 ? "done" : "later"),
  ];
}

/** A certificate, or letting a missing one pass, makes the course unnecessary. The interview comes before the course. */
function courseState(facts: NextStepsFacts): NextStepState {
  if (facts.courseComplete || facts.hasValidCertificate) return "done";
  if (facts.certificateOverride) return "not_needed";
  return facts.interviewed ? "current" : "later";
}

function fuehrungszeugnisState(facts: NextStepsFacts): NextStepState {
  if (facts.hasValidFuehrungszeugnis) return "done";
  if (!facts.needsFuehrungszeugnis) return "not_needed";
  return facts.interviewed ? "current" : "later";
}
