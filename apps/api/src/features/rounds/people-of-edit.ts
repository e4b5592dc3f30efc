import type { DraftStep } from "./draft-state.ts";

/** Whom a change is about. */
export function peopleOfEdit(change: DraftStep["change"]): { requestIds: string[]; mentorIds: string[] } {
  switch (change.kind) {
    case "settings":
      return { requestIds: [], mentorIds: [] };
    case "swap":
      return {
        requestIds: change.pairs.map(({ requestId }) => requestId),
        mentorIds: change.pairs.map(({ mentorId }) => mentorId),
      };
    case "leave_out":
    case "bring_back":
      return change.side === "request"
        ? { requestIds: [change.id], mentorIds: [] }
        : { requestIds: [], mentorIds: [change.id] };
    case "pin":
    case "ban":
    case "unban":
      return { requestIds: [change.requestId], mentorIds: [change.mentorId] };
    case "unpin":
    case "prioritise":
    case "deprioritise":
      return { requestIds: [change.requestId], mentorIds: [] };
  }
}
