import type { ReadyPlanView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import type { ReasonWords } from "#lib/messages/reason-message.ts";
import { m } from "#lib/paraglide/messages.js";

type Step = NonNullable<ReadyPlanView["lastStep"]>;
interface StepNames {
  readonly chosen: string;
  readonly mentor: string;
  /** Whoever it is about, of either side. */
  readonly who: string;
}

const STEPS = {
  pin: m.rounds_step_pin,
  unpin: m.rounds_step_unpin,
  ban: m.rounds_step_ban,
  unban: m.rounds_step_unban,
  swap: m.rounds_step_swap,
  prioritise: m.rounds_step_prioritise,
  deprioritise: m.rounds_step_deprioritise,
  leave_out: m.rounds_step_leave_out,
  bring_back: m.rounds_step_bring_back,
  settings: () => m.rounds_step_settings(),
} satisfies Record<Step["kind"], (names: StepNames) => string>;

/** A change of a draft in words: „Festgelegt: Rania und Klaus“. */
export function stepSentence(
  { kind, chosenNames, mentorNames }: Pick<Step, "kind" | "chosenNames" | "mentorNames">,
  words: ReasonWords,
): string {
  const chosen = chosenNames.map(isolated);
  const mentors = mentorNames.map(isolated);
  return STEPS[kind]({
    chosen: words.list(chosen),
    mentor: words.list(mentors),
    who: words.list([...chosen, ...mentors]),
  });
}
