import type { ReadyPlanView } from "@augenhoehe/contract";
import { isolated } from "#lib/messages/isolated.ts";
import { m } from "#lib/paraglide/messages.js";
import { BAN_REASON_LABELS } from "./ban-reasons.ts";
import { pairOf } from "./pair-words.ts";

export interface Decision {
  readonly key: string;
  readonly sentence: string;
  readonly label: string;
  /** What a form sends to take it back. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What was decided by hand and stands in no pair, each with the way back. */
export function decisionWords({ bans, requestsLeftOut, mentorsLeftOut }: ReadyPlanView["decisions"]): Decision[] {
  const banned = bans.map(({ requestId, chosenName, mentorId, mentorName, reason }): Decision => {
    const pair = pairOf({ chosenName, name: mentorName });
    return {
      key: `${requestId} ${mentorId}`,
      sentence: m.rounds_decision_ban({ pair, reason: BAN_REASON_LABELS[reason]() }),
      label: m.rounds_lift_label({ what: pair }),
      fields: { kind: "unban", requestId, mentorId },
    };
  });
  const leftOut = (name: string, fields: { side: "request" | "mentor"; requestId?: string; mentorId?: string }) => ({
    key: `${fields.side} ${fields.requestId ?? fields.mentorId ?? ""}`,
    sentence: m.rounds_decision_out({ name: isolated(name) }),
    label: m.rounds_bring_back_label({ what: isolated(name) }),
    fields: { kind: "bring_back", ...fields },
  });
  return [
    ...banned,
    ...requestsLeftOut.map(({ requestId, chosenName }) => leftOut(chosenName, { side: "request", requestId })),
    ...mentorsLeftOut.map(({ mentorId, name }) => leftOut(name, { side: "mentor", mentorId })),
  ];
}
