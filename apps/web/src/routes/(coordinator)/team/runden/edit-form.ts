import type { RoundEdit } from "@augenhoehe/contract";
import { ROUND_BAN_REASONS, ROUND_EDIT_KINDS, ROUND_SIDES } from "@augenhoehe/domain/matching";
import type { SubmittedForm } from "#lib/server/form.ts";

const ID = /^[0-9a-f-]{36}$/;

/** One change as the forms of a draft send it; `null` when it is none. */
export function readEdit(form: SubmittedForm): RoundEdit | null {
  const kind = form.choice("kind", ROUND_EDIT_KINDS);
  const requestId = form.text("requestId");
  const mentorId = form.text("mentorId");
  const hasRequest = ID.test(requestId);
  const isPair = hasRequest && ID.test(mentorId);
  switch (kind) {
    case "pin":
    case "unban":
      return isPair ? { kind, requestId, mentorId } : null;
    case "unpin":
    case "prioritise":
    case "deprioritise":
      return hasRequest ? { kind, requestId } : null;
    case "ban": {
      const reason = form.choice("reason", ROUND_BAN_REASONS);
      return isPair && reason !== null ? { kind, requestId, mentorId, reason } : null;
    }
    case "swap": {
      const other = { requestId: form.text("otherRequestId"), mentorId: form.text("otherMentorId") };
      const isOtherPair = ID.test(other.requestId) && ID.test(other.mentorId);
      return isPair && isOtherPair ? { kind, pairs: [{ requestId, mentorId }, other] } : null;
    }
    case "leave_out":
    case "bring_back": {
      const side = form.choice("side", ROUND_SIDES);
      if (side === null) return null;
      const id = side === "request" ? requestId : mentorId;
      return ID.test(id) ? { kind, side, id } : null;
    }
    case null:
      return null;
  }
}

/** The fields of a change, to be sent once more. */
export const EDIT_FIELDS = [
  "kind",
  "requestId",
  "mentorId",
  "reason",
  "side",
  "otherRequestId",
  "otherMentorId",
] as const;
