import { Refusal } from "@augenhoehe/domain";
import {
  NO_WISHES,
  comparePlans,
  decideRoundEdit,
  explainPair,
  explainUnserved,
  planRound,
  recruitNext,
  surveyUnserved,
  verifyPlan,
  type PairExplanation,
  type PlanComparison,
  type RecruitAdvice,
  type RoundEdit,
  type RoundInput,
  type RoundPlan,
  type RoundSettings,
  type RoundWishes,
  type UnservedExplanation,
  type UnservedSurvey,
} from "@augenhoehe/domain/matching";

/** What a plan follows from, beside the people. */
export interface PlanBasis {
  readonly settings: RoundSettings;
  readonly wishes: RoundWishes;
}

/** What a plan is compared with; null where the older plan is not remembered and has to be worked out again. */
export interface PlanBefore {
  readonly basis: PlanBasis;
  readonly plan: RoundPlan | null;
}

interface AboutRequest {
  readonly basis: PlanBasis;
  readonly plan: RoundPlan;
  readonly requestId: string;
}

/** Everything that may take long, as plain data: asked here or in a thread, the answer is the same. */
export interface RoundTasks {
  /** A change by hand, allowed or refused. */
  edit: { readonly wishes: RoundWishes; readonly edit: RoundEdit };
  /** Every change from the beginning. */
  replay: { readonly priority: readonly string[]; readonly edits: readonly RoundEdit[] };
  plan: { readonly basis: PlanBasis; readonly before: PlanBefore | null };
  pair: AboutRequest;
  unserved: AboutRequest;
  recruit: { readonly basis: PlanBasis; readonly plan: RoundPlan };
}
export type RoundQuestion = keyof RoundTasks;

/** A plan with what is read together with it. */
export interface PlanAnswer {
  readonly plan: RoundPlan;
  /** Its own prices prove that no plan is better: checked, not claimed. */
  readonly proved: boolean;
  readonly unserved: readonly UnservedSurvey[];
  /** What the last change did; null where there was none. */
  readonly change: PlanComparison | null;
}

export interface RoundAnswers {
  edit: RoundWishes;
  replay: RoundWishes;
  plan: PlanAnswer;
  pair: PairExplanation | null;
  unserved: UnservedExplanation | null;
  recruit: RecruitAdvice;
}

export type OnProgress = (share: number) => void;
type Answering = {
  readonly [Q in RoundQuestion]: (input: RoundInput, task: RoundTasks[Q], onProgress: OnProgress) => RoundAnswers[Q];
};

/** Everybody whom staff marked is to be served first, before anything is decided by hand. */
export const firstWishes = (priority: readonly string[]): RoundWishes => ({ ...NO_WISHES, priority });

const planOf = (input: RoundInput, { settings, wishes }: PlanBasis): RoundPlan => planRound(input, settings, wishes);

/** An edit that rested on one about somebody who is not to be seen any more is passed over. */
function editedOrNot(input: RoundInput, wishes: RoundWishes, edit: RoundEdit): RoundWishes {
  try {
    return decideRoundEdit(input, wishes, edit);
  } catch (error) {
    if (error instanceof Refusal) return wishes;
    throw error;
  }
}

const ANSWERING: Answering = {
  edit: (input, { wishes, edit }) => decideRoundEdit(input, wishes, edit),
  replay: (input, { priority, edits }) =>
    edits.reduce((wishes, edit) => editedOrNot(input, wishes, edit), firstWishes(priority)),
  plan(input, { basis, before }, onProgress) {
    const plan = planOf(input, basis);
    onProgress(0.5);
    const change = before === null ? null : comparePlans(before.plan ?? planOf(input, before.basis), plan);
    onProgress(0.8);
    const proved = verifyPlan(input, basis.settings, basis.wishes, plan).valid;
    return { plan, proved, change, unserved: surveyUnserved(input, basis.settings, basis.wishes, plan) };
  },
  pair: (input, { basis, plan, requestId }) => explainPair(input, basis.settings, basis.wishes, plan, requestId),
  unserved: (input, { basis, plan, requestId }) =>
    explainUnserved(input, basis.settings, basis.wishes, plan, requestId),
  recruit: (input, { basis, plan }) => recruitNext(input, basis.settings, basis.wishes, plan),
};

export const answerRoundTask = <Q extends RoundQuestion>(
  input: RoundInput,
  question: Q,
  task: RoundTasks[Q],
  onProgress: OnProgress,
): RoundAnswers[Q] => ANSWERING[question](input, task, onProgress);
