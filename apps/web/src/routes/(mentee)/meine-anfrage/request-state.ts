import type { MyRequest } from "@augenhoehe/contract";
import type { RequestStatus } from "@augenhoehe/domain";
import { m } from "#lib/paraglide/messages.js";

interface StateWords {
  readonly title: string;
  readonly text: string;
  /** The two circles: whose yes is there. */
  readonly circles: "none" | "mentor" | "both" | "joined";
}

const words = (title: () => string, text: () => string, circles: StateWords["circles"] = "none"): StateWords => ({
  title: title(),
  text: text(),
  circles,
});

/** Where a request stands, in plain words: what is, and what happens next. */
export function stateWords({
  status,
  saidYes,
  tandemEnded,
}: Pick<MyRequest, "status" | "saidYes" | "tandemEnded">): StateWords {
  if (saidYes) return words(m.newcomer_mine_said_yes_title, m.newcomer_mine_said_yes_text, "both");
  const states: Record<RequestStatus, () => StateWords> = {
    submitted: () => words(m.newcomer_mine_submitted_title, m.newcomer_mine_submitted_text),
    clarified: () => words(m.newcomer_mine_clarified_title, m.newcomer_mine_clarified_text),
    open: () => words(m.newcomer_mine_open_title, tandemEnded ? m.newcomer_mine_ended_open : m.newcomer_mine_open_text),
    in_proposal: () => words(m.newcomer_mine_question_title, m.newcomer_mine_question_text, "mentor"),
    in_tandem: () => words(m.newcomer_mine_tandem_title, m.newcomer_mine_tandem_worry, "joined"),
    closed: () =>
      tandemEnded
        ? words(m.newcomer_mine_ended_title, m.newcomer_mine_ended_text)
        : words(m.newcomer_mine_closed_title, m.newcomer_mine_closed_text),
  };
  return states[status]();
}
